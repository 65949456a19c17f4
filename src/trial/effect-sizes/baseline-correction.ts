import { kendallTest } from "../../math/ranks/kendall-test.ts";
import type { PhaseScores } from "./phases.ts";
import { residuals, type TheilSenLine, theilSen } from "./theil-sen.ts";
import { TREND_TESTS, type TrendTest } from "./trend-tests.ts";

/** When the baseline's trend is taken out. */
export type WhenCorrected = "when-significant" | "always" | "never";

/** Scores of both phases, with the baseline's trend taken out or not. */
export interface CorrectedScores {
  baseline: number[];
  treatment: number[];
  corrected: boolean;
  /** null for a baseline of one score. */
  line: TheilSenLine | null;
  /** Kendall's τ-b of the baseline's scores with time, and its p-value; null where there is none. */
  trendTau: number | null;
  trendPValue: number | null;
}

/** How to correct. */
export interface BaselineCorrection {
  correction: WhenCorrected;
  trendTest: TrendTest;
  trendLevel: number;
}

/** Tests the baseline for a trend, and takes it out of both phases where asked. */
export function correctBaseline(
  baseline: PhaseScores,
  treatment: PhaseScores,
  { correction, trendTest, trendLevel }: BaselineCorrection,
): CorrectedScores {
  const line = theilSen(baseline.places, baseline.scores);
  const trend = {
    line,
    trendTau: line && kendallTest(baseline.places, baseline.scores, { exact: false }).tauB,
    trendPValue: line && TREND_TESTS[trendTest](baseline.places, baseline.scores),
  };
  const significant = trend.trendPValue !== null && trend.trendPValue <= trendLevel;
  const wanted = correction === "always" || (correction === "when-significant" && significant);
  if (!wanted || line === null)
    return { ...trend, baseline: baseline.scores, treatment: treatment.scores, corrected: false };
  const all = residuals(
    line,
    [...baseline.places, ...treatment.places],
    [...baseline.scores, ...treatment.scores],
  );
  const m = baseline.scores.length;
  return { ...trend, baseline: all.slice(0, m), treatment: all.slice(m), corrected: true };
}
