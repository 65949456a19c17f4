import type { Command } from "commander";
import {
  backTransforms,
  type CountModel,
  countModels,
  type PoolSeriesOptions,
  poolCounts,
} from "../pooling/index.ts";
import { pooledCountsChart, type VegaLiteSpec } from "../render/charts/index.ts";
import { countsCsv, countsHtml, countsMarkdown, countsText, type PoolView } from "../render/index.ts";
import type { PooledCountsResult } from "../schema/pooled-counts-result.ts";
import type { Series } from "../schema/series.ts";
import type { PoolWriter } from "./pool-pictures.ts";

/** Options of a pool of counts as they stand on the command line. */
export interface ExactFlags {
  exact?: boolean;
  measure?: string;
}

/** Adds the flag of a pool of counts to a command. */
export function addExactFlag(command: Command): Command {
  return command.option(
    "--exact",
    "pool counts by their exact likelihood: where series have few patients, all of their events or none",
  );
}

/**
 * Flags without meaning for counts.
 *
 * @param others Each with its value; undefined where it was not given.
 */
export function exactFlagProblems(
  { exact }: ExactFlags,
  others: readonly (readonly [flag: string, value: unknown])[],
): string[] {
  const given = others.flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
  return exact && given.length > 0 ? [`--exact goes without these: leave out ${given.join(", ")}`] : [];
}

function suits({ measure }: CountModel, series: readonly Series[]): boolean {
  return series.every(({ summary }) => measure.needs.every((column) => summary[column] !== undefined));
}

/** The model of the measure asked for, else the one that uses most of the file's columns; undefined where there is none. */
function countModelOf({ measure }: ExactFlags, series: readonly Series[]): CountModel | undefined {
  const fitting = countModels.filter((model) => measure === undefined || model.measure.name === measure);
  const byColumns = [...fitting].sort((a, b) => b.measure.needs.length - a.measure.needs.length);
  return byColumns.find((model) => suits(model, series));
}

/** Why no model of counts fits the file. */
export function exactProblems(flags: ExactFlags, series: readonly Series[]): string[] {
  if (!flags.exact || countModelOf(flags, series)) return [];
  const known = [
    ...new Set(countModels.map(({ measure }) => `${measure.name} (${measure.needs.join(", ")})`)),
  ];
  const asked = flags.measure === undefined ? "" : ` for --measure ${flags.measure}`;
  return [
    `--exact: no model of counts${asked} fits the columns of all series; there are ${known.join("; ")}`,
  ];
}

/** Pools counts by their exact likelihood. */
export function exactPool(
  series: readonly Series[],
  { level, keep }: PoolSeriesOptions,
  flags: ExactFlags,
): PooledCountsResult {
  const model = countModelOf(flags, series)!;
  return poolCounts(series, { model, ...(level !== undefined && { level }), ...(keep && { keep }) });
}

function viewOf({ backTransform, natural }: PooledCountsResult): PoolView {
  const transform = backTransforms.find(({ name }) => name === backTransform)!;
  const { label, unit, axis, noEffect } = natural;
  return { scale: { label, unit, axis, noEffect }, back: (value) => transform.apply(value) };
}

function countsPicture(result: PooledCountsResult): VegaLiteSpec {
  return pooledCountsChart(result, { view: viewOf(result) });
}

/** Writes a pool of counts. */
export const exactWriter: PoolWriter<PooledCountsResult> = {
  text: ([result]) => countsText(result!),
  results: (result) => [result],
  csv: ([result]) => countsCsv(result!),
  markdown: ([result]) => countsMarkdown(result!),
  chart: countsPicture,
  pictures: [{ name: "pooled-counts", needs: "--exact", chart: countsPicture }],
  html: countsHtml,
};
