import type { RandomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import type { CoefficientTest, FittedEffect, MetaRegression } from "../../schema/meta-regression.ts";
import type { Warning } from "../../schema/provenance.ts";
import { meanTest } from "../mean-test.ts";
import type { NamedEffect } from "../overlaps.ts";
import type { PoolSettings } from "../pool-options.ts";
import { namedCoefficients } from "./coefficient-rows.ts";
import { explainedVariance } from "./explained-variance.ts";
import { moderatorTest } from "./moderator-test.ts";
import type { RegressionDesign } from "./regression-design.ts";

/** As many series for each coefficient are usually asked for. */
const ENOUGH = 10;

function fittedEffects(
  fit: RandomEffectsFit,
  rows: readonly NamedEffect[],
  { interval, level }: PoolSettings,
): FittedEffect[] {
  const { columns, values } = fit.data.design;
  return rows.map(({ series }, i) => {
    const contrast = Array.from(values.subarray(i * columns, (i + 1) * columns));
    const { estimate, lower, upper } = interval.estimate(fit, level, contrast);
    const closed = Number.isFinite(upper - lower);
    return {
      series,
      estimate,
      lower: closed ? lower : null,
      upper: closed ? upper : null,
      residual: fit.residuals[i]!,
    };
  });
}

/**
 * What a pool with moderators says of them, beside its rows of coefficients.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 2.4. doi:10.18637/jss.v036.i03
 */
export function metaRegression(
  fit: RandomEffectsFit,
  design: RegressionDesign,
  rows: readonly NamedEffect[],
  settings: PoolSettings,
): MetaRegression {
  const tests = namedCoefficients(design, settings.unit).map(({ parameter, contrast }): CoefficientTest => {
    const test = meanTest(fit, settings, contrast);
    return { parameter, ...(test ?? { statistic: null, degreesOfFreedom: null, pValue: null }) };
  });
  return {
    moderators: design.moderators,
    tests,
    moderatorTest: moderatorTest(fit, settings.interval, design.slopes),
    rSquared: explainedVariance(fit, settings.tauSquared),
    fitted: fittedEffects(fit, rows, settings),
  };
}

/** What a reader must know about a regression on few series. */
export function regressionWarnings(
  { moderatorTest: joint, rSquared }: MetaRegression,
  { data, assumed }: RandomEffectsFit,
  { interval }: PoolSettings,
): Warning[] {
  const { rows: k, columns: p } = data.design;
  const found: Warning[] = [];
  if (k < ENOUGH * (p - 1))
    found.push({
      code: "few-series-per-moderator",
      message: `${k} series for ${p - 1} ${p === 2 ? "coefficient" : "coefficients"} of moderators are few: at least ${ENOUGH} for each are usually asked for, and a chance finding is likely. The permutation test says how likely.`,
    });
  if (joint === null)
    found.push({
      code: "moderator-test-undefined",
      message: `The interval "${interval.name}" has no joint test of these moderators: please read the tests of each coefficient.`,
    });
  if (rSquared === null && !assumed)
    found.push({
      code: "r-squared-undefined",
      message:
        "R² is not given: the series do not differ (τ² is 0) without moderators either, so there is nothing to explain.",
    });
  return found;
}
