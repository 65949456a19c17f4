import {
  type Computed,
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
  noEstimate,
} from "./effect-size-method.ts";
import { fewScores } from "./few-scores.ts";
import { normalLimits } from "./limits.ts";
import { type PhaseMoments, phaseMoments } from "./phase-moments.ts";

/** Options of `standardizedMeanDifference`. */
export interface StandardizedMeanDifferenceOptions extends EffectSizeOptions {
  /** The standard deviation of the baseline (the default), or of both phases pooled. */
  standardizer?: "baseline" | "pooled";
  /** Hedges' correction 1 − 3/(4 df − 1) of the estimate and its standard error; default true. */
  biasCorrection?: boolean;
}

/** A variance to standardize by, its degrees of freedom, and the variance of the difference in its units. */
interface Standardizer {
  variance: number | null;
  degreesOfFreedom: number;
  spread: (variance: number) => number;
}

/** How often simulated 95 % limits held the truth, from a true difference of 5 to none. */
const HELD = {
  baseline: "53 to 92 %, 81 to 96 % and 88 to 96 %",
  pooled: "82 to 92 %, 91 to 94 % and 93 to 95 %",
};

const STANDARDIZERS: Record<string, (a: PhaseMoments, b: PhaseMoments) => Standardizer> = {
  baseline: (a, b) => ({
    variance: a.variance,
    degreesOfFreedom: a.n - 1,
    // A single treatment score says nothing of its phase's variance.
    spread: (variance) => (b.variance === null ? Number.NaN : 1 / a.n + b.variance / (b.n * variance)),
  }),
  pooled: (a, b) => {
    const degreesOfFreedom = a.n + b.n - 2;
    const squares = (a.n - 1) * (a.variance ?? 0) + (b.n - 1) * (b.variance ?? 0);
    const variance = degreesOfFreedom > 0 ? squares / degreesOfFreedom : null;
    return { variance, degreesOfFreedom, spread: () => 1 / a.n + 1 / b.n };
  },
};

function standardized(improved: number, by: Standardizer, corrected: boolean, level: number): Computed {
  const { variance, degreesOfFreedom: df, spread } = by;
  if (variance === null || df < 1)
    return noEstimate("too-few-scores", "The standard deviation needs at least 2 scores", {
      degreesOfFreedom: df,
    });
  const standardDeviation = Math.sqrt(variance);
  const details = { standardDeviation, degreesOfFreedom: df };
  if (variance === 0)
    return noEstimate(
      "zero-variance",
      "The scores to standardize by are all equal, so their standard deviation is 0",
      details,
    );
  if (corrected && df === 1)
    return noEstimate(
      "too-few-scores",
      "The bias correction needs at least 2 degrees of freedom, got 1",
      details,
    );
  const factor = corrected ? 1 - 3 / (4 * df - 1) : 1;
  const estimate = (factor * improved) / standardDeviation;
  const standardError = factor * Math.sqrt(spread(variance) + estimate ** 2 / (2 * df));
  return { estimate, limits: normalLimits(estimate, standardError, level), details };
}

/**
 * Standardized mean difference (SMD): the improvement of the mean score in standard deviations.
 *
 * Within one patient, so not comparable with SMDs between patients. Takes independent, normal scores for granted; a trend
 * or serial correlation makes it too large and its limits too narrow. The standard error is Gleser and Olkin's delta
 * method; `baseline` allows the phases different variances.
 *
 * @see Gleser & Olkin (2009), Handbook of Research Synthesis and Meta-Analysis, 2nd ed., chapter 19; bias:
 * Hedges (1981), J Educ Stat 6:107–128. doi:10.3102/10769986006002107
 * @example
 * standardizedMeanDifference({ baseline: [7, 8, 9], treatment: [5, 4, 6] }, { improvement: "decrease", biasCorrection: false });
 */
export const standardizedMeanDifference: EffectSizeMethod<StandardizedMeanDifferenceOptions> =
  effectSizeMethod({
    name: "standardized-mean-difference",
    label: "Standardized mean difference",
    reference: "Gleser & Olkin (2009), Handbook of Research Synthesis and Meta-Analysis, chapter 19",
    unit: "standard deviation",
    range: [-Infinity, Infinity],
    usesOrder: false,
    reversal: "negate",
    invariance: "shift-and-unit",
    needs: [],
    compute: ({ baseline, treatment, sign }, { standardizer = "baseline", biasCorrection = true }, level) => {
      checkChoice("standardizer", standardizer, Object.keys(STANDARDIZERS));
      const [a, b] = [phaseMoments(baseline.scores), phaseMoments(treatment.scores)];
      const by = STANDARDIZERS[standardizer]!(a, b);
      const computed = standardized(sign * (b.mean - a.mean), by, biasCorrection, level);
      return {
        ...computed,
        details: { standardizer, biasCorrection, ...computed.details },
        warnings: [...(computed.warnings ?? []), ...fewScores(computed.limits, a.n, b.n, HELD[standardizer])],
      };
    },
  });
