import { type Command, InvalidArgumentError } from "commander";
import {
  backTransforms,
  correlatedErrors,
  correlationSensitivity,
  effectsOfPool,
  type PoolSeriesOptions,
  poolMultilevel,
  poolSeries,
  type SamplingErrors,
} from "../pooling/index.ts";
import { multilevelChart } from "../render/charts/index.ts";
import {
  type MultilevelPool,
  multilevelCsv,
  multilevelHtml,
  multilevelMarkdown,
  multilevelText,
  pooledView,
} from "../render/index.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import type { EffectEstimate, Series } from "../schema/series.ts";
import type { ReportWriter } from "./output-formats.ts";

/** Options of a multilevel pool as they stand on the command line. */
export interface MultilevelFlags {
  multilevel?: string[];
  rho?: number;
}

function correlationIn(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= 0 && value < 1) return value;
  throw new InvalidArgumentError(`a correlation from 0 to below 1 is needed, got "${text}"`);
}

/** Adds the flags of a multilevel pool to a command. */
export function addMultilevelFlags(command: Command): Command {
  return command
    .option(
      "--multilevel <column...>",
      "pool estimates that are not independent: columns of their groups, outermost first, such as paper patient (series: the row itself)",
    )
    .option(
      "--rho <correlation>",
      "with --multilevel: assumed correlation of sampling errors within an outermost group (default: 0)",
      correlationIn,
    );
}

/**
 * Options without meaning beside a multilevel pool.
 *
 * @param others Each with its value; undefined where it was not given.
 */
export function multilevelFlagProblems(
  { multilevel, rho }: MultilevelFlags,
  others: readonly (readonly [flag: string, value: unknown])[],
): string[] {
  if (!multilevel) return rho === undefined ? [] : ["--rho: needs --multilevel"];
  const given = others.flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
  return given.length > 0 ? [`--multilevel goes without these: leave out ${given.join(", ")}`] : [];
}

/** Columns that the file does not have. */
export function multilevelProblems(
  { multilevel = [] }: MultilevelFlags,
  series: readonly Series[],
): string[] {
  const columns = ["series", ...new Set(series.flatMap(({ moderators }) => Object.keys(moderators)))];
  return multilevel
    .filter((column) => !columns.includes(column))
    .map((column) => `--multilevel ${column}: a column of the file is needed (${columns.join(", ")})`);
}

/** The effects of all series, those that share patients with others included. */
function effectsOf(
  series: readonly Series[],
  options: PoolSeriesOptions,
): { base: PooledResult; effects: EffectEstimate[] } {
  const base = poolSeries(
    series.map((one) => ({ ...one, overlaps: [] })),
    options,
  );
  const effects = effectsOfPool(base).map((row) => ({
    ...row,
    overlaps: series.find((one) => one.series === row.series)!.overlaps,
  }));
  return { base, effects };
}

/**
 * Pools effects within their groups, with what other correlations of sampling errors would give.
 *
 * @throws As `poolMultilevel`.
 */
export function multilevelPool(
  series: readonly Series[],
  options: PoolSeriesOptions,
  { multilevel = [], rho }: MultilevelFlags,
): MultilevelPool {
  const { base, effects } = effectsOf(series, options);
  const { measure, backTransform, estimates, natural } = base;
  const unit = estimates[0]!.unit;
  const pool = (sampling?: SamplingErrors) =>
    poolMultilevel(effects, {
      levels: multilevel,
      unit,
      ...(options.level !== undefined && { level: options.level }),
      ...(sampling && { sampling }),
    });
  const result = pool(rho === undefined ? undefined : correlatedErrors(rho));
  const transform = backTransforms.find(({ name, size }) => name === backTransform && size === null);
  const isRepeated = result.levels[0]!.nGroups < effects.length;
  return {
    result,
    sensitivity: isRepeated ? correlationSensitivity(pool) : [],
    effects: base.series,
    view:
      natural && transform
        ? {
            scale: {
              label: natural.label,
              unit: natural.unit,
              axis: natural.axis,
              noEffect: natural.noEffect,
            },
            back: (value) => transform.apply(value),
          }
        : pooledView({ measure, unit }),
  };
}

/** Writes a multilevel pool. */
export const multilevelWriter: ReportWriter<MultilevelPool> = {
  text: ([pool]) => multilevelText(pool!),
  results: ({ result }) => [result],
  csv: ([pool]) => multilevelCsv(pool!),
  markdown: ([pool]) => multilevelMarkdown(pool!),
  chart: ({ result, effects, view }) => multilevelChart(result, { effects, view }),
  html: multilevelHtml,
};
