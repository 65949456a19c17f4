import { kendallTest } from "../../math/ranks/kendall-test.ts";
import { type CorrectedScores, correctBaseline, type WhenCorrected } from "./baseline-correction.ts";
import {
  type Computed,
  checkChoice,
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizeMethod,
  noEstimate,
} from "./effect-size-method.ts";
import { normalLimits } from "./limits.ts";
import { napLimits } from "./nap.ts";
import { nonoverlap } from "./nonoverlap.ts";
import { asTauLimits } from "./tau.ts";
import { TREND_TESTS, type TrendTest } from "./trend-tests.ts";

/** Options of `tauBaselineCorrected`. */
export interface TauBaselineCorrectedOptions extends EffectSizeOptions {
  /** Default `when-significant`. */
  correction?: WhenCorrected;
  /** How the baseline's trend is tested; default `continuity-corrected`, as Tarlow's calculator. */
  trendTest?: TrendTest;
  /** The trend is significant at or below this p; default 0.05. */
  trendLevel?: number;
  /** Kendall's τ-b of scores and phase, as Tarlow (the default), or Tau with NAP's limits. */
  coefficient?: "kendall" | "nonoverlap";
}

/** τ-b of scores and phase; it can't reach 1, since phases tie. */
function kendall(baseline: number[], treatment: number[], test: TrendTest, level: number): Computed {
  const phase = [...baseline.map(() => 0), ...treatment.map(() => 1)];
  const scores = [...baseline, ...treatment];
  const { tauB } = kendallTest(phase, scores, { exact: false });
  if (tauB === null) return noEstimate("all-tied", "All scores are equal, so that τ-b has no divisor");
  const standardError = Math.sqrt((2 / scores.length) * (1 - tauB * tauB));
  return {
    estimate: tauB,
    limits: normalLimits(tauB, standardError, level, [-1, 1]),
    details: { pValue: TREND_TESTS[test](phase, scores) },
  };
}

function overlapping(baseline: number[], treatment: number[], level: number): Computed {
  const found = nonoverlap(baseline, treatment);
  const limits = napLimits(found, [baseline.length, treatment.length], "unbiased", level);
  return { estimate: 2 * found.share - 1, limits: asTauLimits(limits) };
}

function detailsOf({
  corrected,
  line,
  trendTau,
  trendPValue,
}: CorrectedScores): Record<string, number | boolean | null> {
  const { slope, intercept } = line ?? { slope: null, intercept: null };
  return { corrected, slope, intercept, trendTau, trendPValue };
}

/**
 * Baseline-corrected Tau: where the baseline has a trend, Theil and Sen's line through it is taken out of both phases.
 *
 * `details` hold the line and its test in the score's own direction; the line is at place 1 for the first score. Scores are
 * taken as equally spaced. A baseline of one score has no trend.
 *
 * @see Tarlow (2017), Behav Modif 41:427–467. doi:10.1177/0145445516676750
 * @example
 * tauBaselineCorrected({ baseline: [80, 76, 73, 69, 66, 62], treatment: [40, 38, 35] }, { improvement: "decrease" });
 */
export const tauBaselineCorrected: EffectSizeMethod<TauBaselineCorrectedOptions> = effectSizeMethod({
  name: "tau-baseline-corrected",
  label: "Baseline-corrected Tau",
  reference: "Tarlow (2017), Behav Modif 41:427–467",
  unit: "correlation",
  range: [-1, 1],
  usesOrder: true,
  reversal: "negate",
  invariance: "shift-and-unit",
  needs: [],
  compute: ({ baseline, treatment, sign }, options, level) => {
    const {
      correction = "when-significant",
      trendTest = "continuity-corrected",
      trendLevel = 0.05,
    } = options;
    const { coefficient = "kendall" } = options;
    checkChoice("correction", correction, ["when-significant", "always", "never"]);
    checkChoice("trendTest", trendTest, Object.keys(TREND_TESTS));
    checkChoice("coefficient", coefficient, ["kendall", "nonoverlap"]);
    if (!(trendLevel > 0 && trendLevel < 1))
      throw new RangeError(`trendLevel must lie in (0, 1), got ${trendLevel}`);
    const found = correctBaseline(baseline, treatment, { correction, trendTest, trendLevel });
    const details = detailsOf(found);
    if (correction === "always" && !found.corrected)
      return noEstimate("no-baseline-trend", "A baseline of 1 score has no trend to take out", details);
    const turned = (scores: number[]): number[] => scores.map((score) => sign * score);
    const [first, second] = [turned(found.baseline), turned(found.treatment)];
    const computed =
      coefficient === "kendall"
        ? kendall(first, second, trendTest, level)
        : overlapping(first, second, level);
    return { ...computed, details: { ...details, ...computed.details } };
  },
});
