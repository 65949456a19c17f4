import type { MeanEstimate, MeanInterval } from "../../inference/random-effects/mean-interval.ts";
import type { RandomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { fDistribution } from "../../math/distributions/f-distribution.ts";
import { cholesky, choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, zeros } from "../../math/linear/matrix.ts";
import type { ModeratorTest } from "../../schema/meta-regression.ts";

/** The degrees of freedom that all estimates share; null where they have none, or each has its own. */
function sharedDegrees(estimates: readonly MeanEstimate[]): number | null {
  const [first] = estimates;
  const degrees = first?.degreesOfFreedom ?? null;
  if (degrees === null) return null;
  const differ = estimates.some(
    ({ degreesOfFreedom: other }) =>
      other === null || (other !== degrees && !(Math.abs(other - degrees) < 1e-9 * degrees)),
  );
  return differ ? null : degrees;
}

/**
 * Tests contrasts of the coefficients all at once by an interval method, whose covariance of two contrasts follows from the standard
 * error of their sum.
 *
 * @param contrasts Linearly independent; at least one.
 * @returns χ² where the method is normal, F where it goes by t; null where it has neither, or each contrast degrees of its own.
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 2.4 (QM); Knapp & Hartung (2003), Stat Med 22:2693–2710 (F).
 * doi:10.1002/sim.1482
 */
export function moderatorTest(
  fit: RandomEffectsFit,
  interval: MeanInterval,
  contrasts: readonly (readonly number[])[],
): ModeratorTest | null {
  const level = 0.95;
  const m = contrasts.length;
  const estimates = contrasts.map((contrast) => interval.estimate(fit, level, contrast));
  const degrees = sharedDegrees(estimates);
  if (degrees === null || estimates.some(({ standardError }) => !(standardError > 0))) return null;
  const scores = estimates.map(({ estimate, standardError }) => estimate / standardError);
  const unit = contrasts.map((contrast, j) => contrast.map((c) => c / estimates[j]!.standardError));
  const correlation = zeros(m, m);
  for (let i = 0; i < m; i++) {
    correlation.values[i * m + i] = 1;
    for (let j = 0; j < i; j++) {
      const sum = unit[i]!.map((c, l) => c + unit[j]![l]!);
      const { standardError } = interval.estimate(fit, level, sum);
      correlation.values[i * m + j] = 0.5 * standardError ** 2 - 1;
      correlation.values[j * m + i] = correlation.values[i * m + j]!;
    }
  }
  const factor = cholesky(correlation);
  if (factor === null) return null;
  const squared = dot(scores, choleskySolve(factor, scores));
  const normal = degrees === Infinity;
  const statistic = normal ? squared : squared / m;
  return {
    statistic,
    numeratorDegreesOfFreedom: m,
    denominatorDegreesOfFreedom: normal ? null : degrees,
    pValue: normal ? chiSquared.survival(statistic, m) : fDistribution.survival(statistic, m, degrees),
  };
}
