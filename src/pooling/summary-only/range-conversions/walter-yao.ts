import { normalRangeMean } from "../../../math/distributions/normal-range.ts";
import { NORMAL_VALUES, type RangeConversion, type RangeSummary } from "./range-conversion.ts";

/** The range times the table's factor: 1 over the mean range of n normal values, to three decimals. */
function byFactor({ n, minimum, maximum }: RangeSummary): { mean: null; sd: number } {
  const factor = Math.round(1000 / normalRangeMean(n)) / 1000;
  return { mean: null, sd: factor * (maximum - minimum) };
}

/**
 * Walter and Yao's standard deviation: the range times a factor that they print to three decimals for each n.
 *
 * @see Walter & Yao (2007), J Clin Epidemiol 60:849–852, table 1. doi:10.1016/j.jclinepi.2006.11.003
 * @example
 * walterYao.name; // "walter-yao"
 */
export const walterYao: RangeConversion = {
  name: "walter-yao",
  label: "Walter–Yao 2007",
  reference: "Walter & Yao (2007), J Clin Epidemiol 60:849–852",
  assumes: NORMAL_VALUES,
  fewest: 2,
  positiveOnly: false,
  scenarios: { extremes: byFactor, range: byFactor },
};
