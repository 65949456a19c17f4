import type { RangeConversion, RangeSummary } from "./range-conversion.ts";

function sd({ n, minimum, median, maximum }: RangeSummary): number {
  const range = maximum - minimum;
  if (n > 70) return range / 6;
  if (n > 15) return range / 4;
  return Math.sqrt((0.25 * (minimum - 2 * median + maximum) ** 2 + range ** 2) / 12);
}

/**
 * Hozo and colleagues: by inequalities up to 15 patients, a quarter of the range up to 70, a sixth of it beyond; the median
 * as the mean beyond 25.
 *
 * @see Hozo et al. (2005), BMC Med Res Methodol 5:13. doi:10.1186/1471-2288-5-13
 * @example
 * hozo.name; // "hozo"
 */
export const hozo: RangeConversion = {
  name: "hozo",
  label: "Hozo 2005",
  reference: "Hozo et al. (2005), BMC Med Res Methodol 5:13",
  assumes: "Values spread evenly between the printed ones, up to 15 patients; normally distributed beyond",
  fewest: 2,
  positiveOnly: false,
  scenarios: {
    range: (summary) => {
      const { n, minimum, median, maximum } = summary;
      return { mean: n > 25 ? median : (minimum + 2 * median + maximum) / 4, sd: sd(summary) };
    },
  },
};
