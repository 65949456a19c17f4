import { shortNumber } from "../feasible/short-number.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { shownRange } from "./shown-decimals.ts";

/** Whether a printed percentage of change is the ratio of the printed means before and after. */
export const percentChangeCheck: ConsistencyCheck = {
  name: "percent-change",
  label: "Change from the means before and after",
  reference:
    "Brown & Heathers (2017), Soc Psychol Personal Sci 8:363–369 (numbers recomputed from printed ones), doi:10.1177/1948550616673876",
  applies: ({ mean, meanBefore, meanAfter }) =>
    mean !== undefined &&
    meanBefore !== undefined &&
    meanAfter !== undefined &&
    meanBefore > 0 &&
    meanAfter >= 0,
  check: ({ mean = 0, decimals, meanBefore = 1, meanAfter = 0, meanDecimals, estimand }) => {
    const before = shownRange(meanBefore, meanDecimals);
    const after = shownRange(meanAfter, meanDecimals);
    const printed = shownRange(mean, decimals);
    const lower = before.lower > 0 ? 100 * (1 - after.upper / before.lower) : Number.NEGATIVE_INFINITY;
    const upper = 100 * (1 - Math.max(after.lower, 0) / before.upper);
    const isRatio = printed.upper >= lower - 1e-9 && printed.lower <= upper + 1e-9;
    const from = Number.isFinite(lower)
      ? `from ${shortNumber(lower)} to ${shortNumber(upper)} %`
      : `at most ${shortNumber(upper)} %`;
    const start = `The means ${shortNumber(meanBefore)} and ${shortNumber(meanAfter)} give a ratio of means ${from}, got ${shortNumber(mean)} %`;
    const otherwise =
      estimand === "ratio-of-means"
        ? "so it is not the ratio of means it is said to be"
        : "so it is a mean of the patients' ratios, or a misprint";
    return {
      quantities: ["mean", "meanBefore", "meanAfter"],
      consistent: isRatio || estimand !== "ratio-of-means",
      message: isRatio ? `${start}: it can be the ratio of means` : `${start}, ${otherwise}`,
    };
  },
};
