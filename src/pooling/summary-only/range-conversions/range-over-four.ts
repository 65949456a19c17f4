import type { RangeConversion, RangeSummary } from "./range-conversion.ts";

function quarter({ minimum, maximum }: RangeSummary): { mean: null; sd: number } {
  return { mean: null, sd: (maximum - minimum) / 4 };
}

/**
 * A quarter of the range as the standard deviation: the rule of thumb, meant for about 30 normal values.
 *
 * @see Hozo et al. (2005), BMC Med Res Methodol 5:13, on n from 15 to 70. doi:10.1186/1471-2288-5-13
 * @example
 * rangeOverFour.name; // "range-over-four"
 */
export const rangeOverFour: RangeConversion = {
  name: "range-over-four",
  label: "A quarter of the range",
  reference: "Hozo et al. (2005), BMC Med Res Methodol 5:13",
  assumes: "Some 15 to 70 values, normally distributed",
  fewest: 2,
  positiveOnly: false,
  scenarios: { extremes: quarter, range: quarter },
};
