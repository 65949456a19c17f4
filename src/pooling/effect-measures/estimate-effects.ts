import { InputError } from "../../errors.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate, Series, SeriesSummary } from "../../schema/series.ts";
import type { EffectMeasure, EffectMeasureOptions } from "./effect-measure.ts";

/** The effects of series, ready to be pooled, and what there is to say about them. */
export interface EstimatedEffects {
  effects: EffectEstimate[];
  /** Series without an effect, with the reason. */
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
}

/** Patients of a summary; undefined where it counts none, as in rates. */
function patients({ n, n_control }: SeriesSummary): number | undefined {
  return n === undefined ? undefined : n + (n_control ?? 0);
}

/**
 * Refuses series that lack a measure's columns, and names other measures that have all of theirs.
 *
 * @throws {InputError} with every such series.
 */
export function checkColumns(
  series: readonly Series[],
  measure: EffectMeasure,
  others: readonly EffectMeasure[],
): void {
  const lacks = (one: Series, { needs }: EffectMeasure): boolean =>
    needs.some((column) => one.summary[column] === undefined);
  const issues = series
    .filter((one) => lacks(one, measure))
    .map((one) => {
      const fitting = others.filter((other) => !lacks(one, other)).map(({ name }) => name);
      const hint =
        fitting.length > 0 ? `, which suit ${fitting.join(", ")}: other quantities, not to be mixed` : "";
      const found = Object.keys(one.summary).join(", ") || "no number";
      const message = `"${measure.name}" needs ${measure.needs.join(", ")}, found ${found}${hint}`;
      return { path: one.series, message };
    });
  if (issues.length > 0) throw new InputError(issues);
}

/**
 * Puts the summaries of several series on the scale of one measure. The measure must be said: there is no default, and
 * series that report another quantity are refused, not converted.
 *
 * @param series As `readSeries` returns them.
 * @param measure Such as `logitProportion`, or for percent relief one of `reliefMeanOfRatios`, `reliefRatioOfMeans` and
 * `reliefLogRatio`, which are different quantities.
 * @param options.others Measures to name in the message where a series lacks columns; default none.
 * @returns One effect for each series, in their order, but for those left out.
 * @throws {InputError} with every missing or unsound number of every series.
 * @throws {EstimationError} `not-identifiable` where a sound summary has no effect, such as the log of no events.
 * @example
 * estimateEffects(
 *   [{ series: "Kizawa 2006", summary: { events: 5, n: 5 }, overlaps: [], moderators: {}, note: null }],
 *   logitProportion,
 * ).effects[0]!.estimate; // ln 11, a half being added
 */
export function estimateEffects(
  series: readonly Series[],
  measure: EffectMeasure,
  { others = [], ...options }: EffectMeasureOptions & { others?: readonly EffectMeasure[] } = {},
): EstimatedEffects {
  checkColumns(series, measure, others);
  const found = measure.computeAll(series, options);
  const effects: EffectEstimate[] = [];
  const leftOut: EstimatedEffects["leftOut"] = [];
  for (const [i, effect] of found.entries()) {
    const { series: name, summary, overlaps, moderators } = series[i]!;
    if (effect === null) {
      leftOut.push({ series: name, reason: "nobody, or everybody, had the event in both groups" });
      continue;
    }
    const n = patients(summary);
    const { estimate, variance } = effect;
    effects.push({ estimate, variance, series: name, ...(n !== undefined && { n }), overlaps, moderators });
  }
  return { effects, leftOut, warnings: found.flatMap((effect) => effect?.notes ?? []) };
}
