import {
  backTransforms,
  bayesianIntegral,
  type EffectMeasure,
  hasUnknownSpread,
  type PoolSeriesOptions,
  type PoolSummariesOptions,
  poolMethods,
  poolSummaries,
} from "../pooling/index.ts";
import { summaryPoolChart, type VegaLiteSpec } from "../render/charts/index.ts";
import {
  type PoolView,
  summaryPoolCsv,
  summaryPoolHtml,
  summaryPoolMarkdown,
  summaryPoolText,
} from "../render/index.ts";
import type { PooledSummariesResult } from "../schema/pooled-summaries-result.ts";
import type { Series } from "../schema/series.ts";
import { meanPriorOf, tauPriorOf } from "./bayes-flags.ts";
import type { PoolFlags } from "./pool-options.ts";
import type { PoolWriter } from "./pool-pictures.ts";
import { usualScale } from "./prior-band.ts";
import { UsageError } from "./report-error.ts";
import { spreadLawOf } from "./spread-flags.ts";

/** Whether the file is pooled with standard deviations that some series do not report. */
export function isSummaryPool(
  series: readonly Series[],
  measure: EffectMeasure | undefined,
  { keep, evidence, exact, multilevel }: PoolFlags,
): boolean {
  if (evidence || exact || multilevel) return false;
  return hasUnknownSpread(series, measure, keep);
}

/** What has no meaning where standard deviations are not known, or where all are. */
export function summaryPoolProblems(
  series: readonly Series[],
  measure: EffectMeasure | undefined,
  flags: PoolFlags,
): string[] {
  if (!isSummaryPool(series, measure, flags)) {
    if (flags.spread === undefined) return [];
    return [
      "--spread: is for series without a standard deviation, and with this measure no series lacks nothing but that",
    ];
  }
  const senseless = [
    ["--method", flags.method === poolMethods[0]!.name ? undefined : flags.method],
    ["--tau-scale", flags.bayes ? undefined : flags.tauScale],
    ["--moderator", flags.moderator],
    ["--subgroup", flags.subgroup],
    ["--diagnostics", flags.diagnostics],
    ["--cumulative", flags.cumulative],
    ["--permutations", flags.permutations],
    ["--at", flags.at],
  ].flatMap(([flag, value]) => (value === undefined ? [] : [flag]));
  if (senseless.length === 0) return [];
  return [
    `some series have no standard deviation, with which these don't go: leave out ${senseless.join(", ")}`,
  ];
}

function withoutScale(): never {
  throw new UsageError(
    "--tau-scale is needed: the usual scale is taken from the numbers of patients, and not every series has one (column n)",
  );
}

/**
 * Pools series of which some have no standard deviation.
 *
 * @throws As `poolSummaries`.
 */
export function summaryPool(
  series: readonly Series[],
  { measure, method: _, others: __, moderators: ___, backTransform: ____, ...options }: PoolSeriesOptions,
  flags: PoolFlags,
): PooledSummariesResult {
  const settings: PoolSummariesOptions = { ...options, measure: measure!, law: spreadLawOf(flags) };
  const pooled = poolSummaries(series, settings);
  if (!flags.bayes) return pooled;
  const prior = tauPriorOf(flags, usualScale(pooled)) ?? withoutScale();
  return poolSummaries(series, {
    ...settings,
    combination: bayesianIntegral({ prior, mean: meanPriorOf(flags) }),
  });
}

function viewOf({ backTransform, natural, measure }: PooledSummariesResult): PoolView {
  const transform = backTransforms.find(({ name }) => name === backTransform)!;
  const { label, unit, axis, noEffect } = natural ?? {
    label: measure,
    unit: "",
    axis: "linear",
    noEffect: null,
  };
  return { scale: { label, unit, axis, noEffect }, back: (value) => transform.apply(value) };
}

function picture(result: PooledSummariesResult): VegaLiteSpec {
  return summaryPoolChart(result, { view: viewOf(result) });
}

/** Writes a pool in which some standard deviations are not known. */
export const summaryWriter: PoolWriter<PooledSummariesResult> = {
  text: ([result]) => summaryPoolText(result!, viewOf(result!)),
  results: (result) => [result],
  csv: ([result]) => summaryPoolCsv(result!),
  markdown: ([result]) => summaryPoolMarkdown(result!, viewOf(result!)),
  chart: picture,
  pictures: [{ name: "summary-pool", needs: "a series without its standard deviation", chart: picture }],
  html: (result, svg) => summaryPoolHtml(result, viewOf(result), svg),
};
