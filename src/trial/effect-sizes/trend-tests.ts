import { concordance, pairedSide } from "../../math/ranks/concordance.ts";
import { kendallTest, varianceOfS } from "../../math/ranks/kendall-test.ts";
import { normalSurvival } from "../../math/special/normal-tails.ts";

/** Ways to the p-value of Kendall's τ. */
export type TrendTest = "continuity-corrected" | "normal" | "exact";

type PValue = (x: readonly number[], y: readonly number[]) => number | null;

/** Two-sided p-values by name; null where there is none, as with all scores equal. */
export const TREND_TESTS: Readonly<Record<TrendTest, PValue>> = {
  "continuity-corrected": (x, y) => kendallTest(x, y, { exact: false }).pValue,
  normal: (x, y) => {
    const [first, second] = [pairedSide(x), pairedSide(y)];
    const variance = varianceOfS(x.length, first.tieSizes, second.tieSizes);
    if (!(variance > 0)) return null;
    return Math.min(1, 2 * normalSurvival(Math.abs(concordance(first, second)) / Math.sqrt(variance)));
  },
  exact: (x, y) => kendallTest(x, y, { exact: true }).pValue,
};
