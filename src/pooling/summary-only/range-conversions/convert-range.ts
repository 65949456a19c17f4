import type { FeasibleSet } from "../../../schema/feasible-set.ts";
import type { Warning } from "../../../schema/provenance.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import type { RangeConversionRow } from "../../../schema/summary-result.ts";
import { feasibleRange } from "../intervals/feasible-range.ts";
import type { RangeConversion, RangeScenario, RangeSummary } from "./range-conversion.ts";

/** A row, and what is wrong with it. */
export interface ConvertedRow {
  row: RangeConversionRow;
  warnings: Warning[];
}

const NEEDS: { readonly [S in RangeScenario]: readonly (keyof RangeSummary)[] } = {
  extremes: ["minimum", "maximum"],
  range: ["minimum", "median", "maximum"],
  quartiles: ["lowerQuartile", "median", "upperQuartile"],
  "five-number": ["minimum", "lowerQuartile", "median", "upperQuartile", "maximum"],
};

function shown(value: number): number {
  return Number(value.toPrecision(4));
}

/** A value where some sample can have it, else null and a warning; ends of the feasible set count as inside. */
function checked(
  label: string,
  name: "mean" | "sd",
  value: number | null,
  { lower, upper }: { lower: number | null; upper: number | null },
): { value: number | null; warnings: Warning[] } {
  if (value === null) return { value, warnings: [] };
  const slack = 1e-9 * Math.max(Math.abs(value), Math.abs(lower ?? 0), Math.abs(upper ?? 0));
  const inside = value >= (lower ?? -Infinity) - slack && value <= (upper ?? Infinity) + slack;
  if (inside && Number.isFinite(value)) return { value, warnings: [] };
  const word = name === "sd" ? "standard deviation" : "mean";
  const allowed = `[${lower === null ? "−∞" : shown(lower)}, ${upper === null ? "∞" : shown(upper)}]`;
  const message = `${label} makes the ${word} ${shown(value)}, which no sample with the reported numbers has: it lies in ${allowed}`;
  return { value: null, warnings: [{ code: "impossible-conversion", message }] };
}

/** Why a conversion cannot be done at all; null where it can. */
function hindrance(conversion: RangeConversion, summary: RangeSummary, least: number): Warning | null {
  const { label, fewest, positiveOnly } = conversion;
  const warning = (need: string, found: number): Warning => ({
    code: "conversion-undefined",
    message: `${label} needs ${need}, got ${found}`,
  });
  if (summary.n < fewest) return warning(`at least ${fewest} patients`, summary.n);
  if (positiveOnly && !(least > 0)) return warning("values above 0", least);
  return null;
}

function rowOf(
  report: SummaryReport,
  feasible: FeasibleSet,
  conversion: RangeConversion,
  scenario: RangeScenario,
): ConvertedRow {
  const { name, label, assumes } = conversion;
  const summary = report as RangeSummary;
  const [mean, sd] = [feasibleRange(feasible, "mean"), feasibleRange(feasible, "sd")];
  const printed = NEEDS[scenario].map((key) => summary[key]);
  const hindered = hindrance(conversion, summary, printed[0]!);
  // Printed numbers all alike leave nothing to fit: every value between them is that one.
  const alike = printed[0] === printed.at(-1);
  const raw = hindered
    ? { mean: null, sd: null }
    : alike
      ? { mean: printed[0]!, sd: 0 }
      : conversion.scenarios[scenario]!(summary);
  const [foundMean, foundSd] = [checked(label, "mean", raw.mean, mean), checked(label, "sd", raw.sd, sd)];
  const row: RangeConversionRow = {
    method: name,
    label,
    scenario,
    assumes,
    mean: foundMean.value,
    sd: foundSd.value,
    meanLower: mean.lower,
    meanUpper: mean.upper,
    sdLower: sd.lower,
    sdUpper: sd.upper,
  };
  return { row, warnings: [...(hindered ? [hindered] : []), ...foundMean.warnings, ...foundSd.warnings] };
}

/** One conversion in the richest scenario that the report has the numbers for and the conversion is defined for. */
export function convertRange(
  report: SummaryReport,
  feasible: FeasibleSet,
  conversion: RangeConversion,
): ConvertedRow[] {
  const given = report as unknown as Partial<RangeSummary>;
  const scenario = (["five-number", "range", "quartiles", "extremes"] as const).find(
    (one) => conversion.scenarios[one] && NEEDS[one].every((key) => given[key] !== undefined),
  );
  return scenario ? [rowOf(report, feasible, conversion, scenario)] : [];
}
