import type { SummaryEstimate, SummaryLayer, SummaryReport, SummaryResult } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { impossiblePart, isOfValues, LAYERS, methodName } from "../../summary/row-words.ts";
import { summaryFacts, summaryName } from "../../summary/summary-name.ts";
import { shownLevel, shownRange, unitOfMany } from "../../summary/summary-number.ts";
import type { Span } from "../forest/forest-axis.ts";

/** One interval with its texts. */
export interface LayerRow extends Span {
  layer: SummaryLayer;
  label: string;
  /** Below the label, in small type; empty for none. */
  note: string;
  numbers: string;
}

/** Intervals under a heading: those of a layer, or those of one report of several. */
export interface LayerGroup {
  heading: string;
  rows: LayerRow[];
}

/** Everything that shares an axis. */
export interface LayerPanel {
  unit: string;
  label: string;
  groups: LayerGroup[];
  /** Bounds that no value can pass; null where there is none, or they are of something else. */
  bounds: { lower: number | null; upper: number | null };
  /** The reported mean; null where there is none, or several. */
  mean: number | null;
}

/** Axis titles of what is no patient's value. */
const AXES: Readonly<Record<string, string>> = {
  proportion: "Proportion",
  "share-in-range": "Share of patients between the least and the greatest value",
};

function rowOf(row: SummaryEstimate, result: SummaryResult, level: number | null, further: string): LayerRow {
  const own = level !== null && Math.abs(row.level - level) > 1e-9 ? `at ${shownLevel(row.level)}` : "";
  const { estimate, lower, upper, layer } = row;
  return {
    estimate,
    lower,
    upper,
    layer,
    label: plainText(methodName(row, result)),
    note: plainText(
      [further, impossiblePart(row, result.report), row.given ?? "", own]
        .filter((part) => part !== "")
        .join("; "),
    ),
    numbers: lower === null && upper === null ? "no limits" : shownRange(lower, upper, row.unit),
  };
}

function axisLabel({ parameter, unit }: SummaryEstimate, results: readonly SummaryResult[]): string {
  if (unit === "fraction") return AXES[parameter] ?? "Share of patients";
  return results.length === 1 ? (results[0]!.report.label ?? "Value of a patient") : "Value of a patient";
}

function boundsOf(row: SummaryEstimate, reports: readonly SummaryReport[]): LayerPanel["bounds"] {
  if (row.unit === "fraction") return { lower: null, upper: null };
  const same = (side: "lower" | "upper"): number | null => {
    const all = new Set(
      reports.filter((report) => isOfValues(row, report)).map((report) => report[side] ?? null),
    );
    return all.size === 1 ? [...all][0]! : null;
  };
  return { lower: same("lower"), upper: same("upper") };
}

/** What tells one axis from another: the unit, and for shares what they are of. */
function axisOf({ unit, parameter }: SummaryEstimate): string {
  return unit === "fraction" ? `fraction ${parameter}` : unit;
}

const askedLevel = ({ provenance }: SummaryResult): number | null =>
  typeof provenance.options.level === "number" ? provenance.options.level : null;

function groupsOf(results: readonly SummaryResult[], axis: string): LayerGroup[] {
  const of = ({ estimates }: SummaryResult): SummaryEstimate[] =>
    estimates.filter((row) => axisOf(row) === axis);
  const [only, ...others] = results;
  const groups =
    others.length === 0
      ? LAYERS.map(({ layer, short }) => ({
          heading: short,
          rows: of(only!)
            .filter((row) => row.layer === layer)
            .map((row) => rowOf(row, only!, askedLevel(only!), "")),
        }))
      : results.map((result) => ({
          heading: plainText(
            [summaryName(result.report), ...(result.report.label ? [summaryFacts(result.report)] : [])].join(
              ": ",
            ),
          ),
          rows: of(result).map((row) =>
            rowOf(
              row,
              result,
              askedLevel(result),
              LAYERS.find(({ layer }) => layer === row.layer)!.short.toLowerCase(),
            ),
          ),
        }));
  return groups.filter(({ rows }) => rows.length > 0);
}

/** Panels by what shares an axis, the first estimate's first. */
export function layerPanels(results: readonly SummaryResult[]): LayerPanel[] {
  const all = results.flatMap(({ estimates }) => estimates);
  const axes = new Map(all.map((row) => [axisOf(row), row] as const).reverse());
  const order = [...new Set(all.map(axisOf))];
  return order.map((axis) => {
    const row = axes.get(axis)!;
    const reports = results
      .filter(({ estimates }) => estimates.some((one) => axisOf(one) === axis))
      .map(({ report }) => report);
    const mean = reports.length === 1 && row.unit !== "fraction" ? (reports[0]!.mean ?? null) : null;
    return {
      unit: row.unit === "value" ? "" : unitOfMany(row.unit),
      label: axisLabel(row, results),
      groups: groupsOf(results, axis),
      bounds: boundsOf(row, reports),
      mean,
    };
  });
}
