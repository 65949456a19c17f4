import { normalQuartileRange, normalRange } from "./blom-scores.ts";
import { NORMAL_VALUES, type RangeConversion, type RangeSummary } from "./range-conversion.ts";

function byRange({ n, minimum, maximum }: RangeSummary): number {
  return (maximum - minimum) / normalRange(n);
}

function byQuartiles({ n, lowerQuartile, upperQuartile }: RangeSummary): number {
  return (upperQuartile - lowerQuartile) / normalQuartileRange(n);
}

/**
 * Shi and colleagues' standard deviation: the spreads by range and by quartiles, weighted for the least error at n. With
 * one of the two alone it is Wan's.
 *
 * @see Shi et al. (2020), Res Synth Methods 11:641–654, equation 10. doi:10.1002/jrsm.1429
 * @example
 * shi.name; // "shi"
 */
export const shi: RangeConversion = {
  name: "shi",
  label: "Shi 2020",
  reference: "Shi et al. (2020), Res Synth Methods 11:641–654",
  assumes: NORMAL_VALUES,
  fewest: 2,
  positiveOnly: false,
  scenarios: {
    extremes: (summary) => ({ mean: null, sd: byRange(summary) }),
    range: (summary) => ({ mean: null, sd: byRange(summary) }),
    quartiles: (summary) => ({ mean: null, sd: byQuartiles(summary) }),
    "five-number": (summary) => {
      const weight = 1 / (1 + 0.07 * summary.n ** 0.6);
      return { mean: null, sd: weight * byRange(summary) + (1 - weight) * byQuartiles(summary) };
    },
  },
};
