import { normalQuartileRange, normalRange } from "./blom-scores.ts";
import { NORMAL_VALUES, type RangeConversion, type RangeSummary } from "./range-conversion.ts";

function byRange({ n, minimum, maximum }: RangeSummary): number {
  return (maximum - minimum) / normalRange(n);
}

function byQuartiles({ n, lowerQuartile, upperQuartile }: RangeSummary): number {
  return (upperQuartile - lowerQuartile) / normalQuartileRange(n);
}

/**
 * Wan and colleagues: plain means of the printed numbers, and ranges divided by those of n normal values.
 *
 * @see Wan et al. (2014), BMC Med Res Methodol 14:135, equations 9 and 16, and the means beside them. doi:10.1186/1471-2288-14-135
 * @example
 * wan.name; // "wan"
 */
export const wan: RangeConversion = {
  name: "wan",
  label: "Wan 2014",
  reference: "Wan et al. (2014), BMC Med Res Methodol 14:135",
  assumes: NORMAL_VALUES,
  fewest: 2,
  positiveOnly: false,
  scenarios: {
    extremes: (summary) => ({ mean: null, sd: byRange(summary) }),
    range: (summary) => ({
      mean: (summary.minimum + 2 * summary.median + summary.maximum) / 4,
      sd: byRange(summary),
    }),
    quartiles: (summary) => ({
      mean: (summary.lowerQuartile + summary.median + summary.upperQuartile) / 3,
      sd: byQuartiles(summary),
    }),
    "five-number": (summary) => ({
      mean:
        (summary.minimum +
          2 * (summary.lowerQuartile + summary.median + summary.upperQuartile) +
          summary.maximum) /
        8,
      sd: 0.5 * (byRange(summary) + byQuartiles(summary)),
    }),
  },
};
