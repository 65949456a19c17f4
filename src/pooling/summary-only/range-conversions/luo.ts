import { NORMAL_VALUES, type RangeConversion, type RangeSummary } from "./range-conversion.ts";

function ends({ minimum, maximum }: RangeSummary): number {
  return 0.5 * (minimum + maximum);
}

function quartiles({ lowerQuartile, upperQuartile }: RangeSummary): number {
  return 0.5 * (lowerQuartile + upperQuartile);
}

/**
 * Luo and colleagues' mean: the printed numbers weighted for the least variance at n.
 *
 * @see Luo et al. (2018), Stat Methods Med Res 27:1785–1805, equations 7, 11 and 15. doi:10.1177/0962280216669183
 * @example
 * luo.name; // "luo"
 */
export const luo: RangeConversion = {
  name: "luo",
  label: "Luo 2018",
  reference: "Luo et al. (2018), Stat Methods Med Res 27:1785–1805",
  assumes: NORMAL_VALUES,
  fewest: 2,
  positiveOnly: false,
  scenarios: {
    range: (summary) => {
      const weight = 4 / (4 + summary.n ** 0.75);
      return { mean: weight * ends(summary) + (1 - weight) * summary.median, sd: null };
    },
    quartiles: (summary) => {
      const weight = 0.7 + 0.39 / summary.n;
      return { mean: weight * quartiles(summary) + (1 - weight) * summary.median, sd: null };
    },
    "five-number": (summary) => {
      const outer = 2.2 / (2.2 + summary.n ** 0.75);
      const inner = 0.7 - 0.72 / summary.n ** 0.55;
      const mean = outer * ends(summary) + inner * quartiles(summary) + (1 - outer - inner) * summary.median;
      return { mean, sd: null };
    },
  },
};
