import { bilinear, zeros } from "../../math/linear/matrix.ts";
import { curveSettings } from "../../response/curve-settings.ts";
import { locateProblem, readingOf } from "../../response/located-problem.ts";
import { courseReaders } from "../../response/quantities/course-alone.ts";
import { type ResponseTarget, responseTargets } from "../../response/quantities/derived-quantities.ts";
import type { CohortMember } from "../cohort-member.ts";
import type { CohortSettings } from "../fit-cohort-options.ts";
import type { MultivariateEffect } from "./multivariate-random-effects.ts";
import type { PooledQuantity } from "./pooled-quantities.ts";

/** The targets of one quantity: the row of a typical course where a patient has one, else those of all courses. */
function targetsOf(targets: readonly ResponseTarget[], quantity: PooledQuantity): ResponseTarget[] {
  const typical = targets.filter(({ parameter }) => parameter === quantity.typicalCourse);
  return typical.length > 0 ? typical : targets.filter(({ parameter }) => parameter === quantity.parameter);
}

/** Mean of several targets on their link's scale, with its slopes; null where one of them does not exist. */
function meanOf(
  targets: readonly ResponseTarget[],
  x: Float64Array,
): { value: number; slope: Float64Array } | null {
  const slope = new Float64Array(x.length);
  const own = new Float64Array(x.length);
  let value = 0;
  for (const target of targets) {
    const one = target.evaluate(x, own);
    if (one === null) return null;
    value += one / targets.length;
    for (let k = 0; k < x.length; k++) slope[k]! += own[k]! / targets.length;
  }
  return targets.length > 0 && Number.isFinite(value) && slope.every(Number.isFinite)
    ? { value, slope }
    : null;
}

/**
 * What one patient's fit alone says of several quantities on their working scales, with their covariance by the delta method.
 *
 * @returns null where the fit has no covariance or none of the quantities exists.
 */
export function aloneEffect(
  { patient }: CohortMember,
  { model, priors, relapseAt, horizon, level }: CohortSettings,
  quantities: readonly PooledQuantity[],
): MultivariateEffect | null {
  const options = curveSettings({ model, priors, relapseAt, horizon, level }, patient);
  const { problem, mode } = locateProblem(patient, options);
  const { covariance, minimum } = mode;
  if (!covariance) return null;
  const reading = readingOf(patient, options, problem);
  const targets = responseTargets(reading, courseReaders(reading));
  const known = quantities.flatMap((quantity, index) => {
    const found = meanOf(targetsOf(targets, quantity), minimum.x);
    return found ? [{ index, ...found }] : [];
  });
  const q = known.length;
  if (q === 0) return null;
  const within = zeros(q, q);
  for (let i = 0; i < q; i++)
    for (let j = 0; j < q; j++)
      within.values[i * q + j] = bilinear(known[i]!.slope, covariance, known[j]!.slope);
  return {
    present: known.map(({ index }) => index),
    estimates: known.map(({ value }) => value),
    covariance: within,
  };
}
