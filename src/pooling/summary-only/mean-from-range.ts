import { InputError } from "../../errors.ts";
import type { FeasibleSet } from "../../schema/feasible-set.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import type { MeanFromRange, RangeConversionRow } from "../../schema/summary-result.ts";
import { version } from "../../version.ts";
import { feasibleSet } from "./feasible-set.ts";
import { convertRange } from "./range-conversions/convert-range.ts";
import { rangeConversions } from "./range-conversions/index.ts";
import type { RangeConversion } from "./range-conversions/range-conversion.ts";

/** Options of `meanFromRange`. */
export interface MeanFromRangeOptions {
  /** Default all of `rangeConversions`. */
  conversions?: readonly RangeConversion[];
}

/**
 * Mean and standard deviation from a range, from quartiles or from both, by every published way, each held against what
 * algebra allows.
 *
 * A value that no sample with these numbers can have is null, with the value in the warning `impossible-conversion`.
 *
 * @param report n, and minimum and maximum, or median and quartiles, or all five.
 * @returns One row per conversion and scenario, each with the sharp ends of mean and standard deviation.
 * @throws {InputError} when the numbers contradict each other, or there is neither a range nor quartiles with a median.
 * @see McGrath et al. (2020), Stat Methods Med Res 29:2520–2537, on most of the conversions. doi:10.1177/0962280219889080
 * @example
 * meanFromRange({ n: 5, minimum: 2, maximum: 6 }).conversions[0]?.sd; // 1.695, Wan's; algebra allows [1.414, 2.191]
 */
export function meanFromRange(
  report: SummaryReport,
  { conversions = rangeConversions }: MeanFromRangeOptions = {},
): MeanFromRange {
  const feasible = noClash(feasibleSet(report));
  const { rows, warnings } = convertedRows(report, feasible, conversions);
  if (rows.length === 0)
    throw new InputError([
      { path: "report", message: "needs minimum and maximum, or median and both quartiles, found neither" },
    ]);
  return {
    kind: "mean-from-range",
    schemaVersion: 1,
    report,
    feasible,
    conversions: rows,
    warnings,
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { conversions: conversions.map(({ name }) => name) },
    },
  };
}

/**
 * The feasible set itself.
 *
 * @throws {InputError} with each contradiction, where there is one.
 */
export function noClash(feasible: FeasibleSet): FeasibleSet {
  const { clashes } = feasible;
  if (clashes.length === 0) return feasible;
  throw new InputError(clashes.map(({ quantities, message }) => ({ path: quantities.join(", "), message })));
}

/** Every conversion that the report has the numbers for, with what is wrong with them. */
export function convertedRows(
  report: SummaryReport,
  feasible: FeasibleSet,
  conversions: readonly RangeConversion[],
): { rows: RangeConversionRow[]; warnings: Warning[] } {
  const found = conversions.flatMap((conversion) => convertRange(report, feasible, conversion));
  return { rows: found.map(({ row }) => row), warnings: found.flatMap(({ warnings }) => warnings) };
}
