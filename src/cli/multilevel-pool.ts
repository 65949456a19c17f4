import {
  backTransforms,
  correlatedErrors,
  correlationSensitivity,
  effectsOfPool,
  independentErrors,
  type PoolSeriesOptions,
  poolMultilevel,
  poolSeries,
  poolTwoOutcomes,
  type SamplingErrors,
} from "../pooling/index.ts";
import { multilevelChart, type VegaLiteSpec } from "../render/charts/index.ts";
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
import type { MultilevelFlags } from "./multilevel-flags.ts";
import type { PoolWriter } from "./pool-pictures.ts";

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
  { multilevel = [], outcome, rho }: MultilevelFlags,
): MultilevelPool {
  const { base, effects } = effectsOf(series, options);
  const { measure, backTransform, estimates, natural } = base;
  const unit = estimates[0]!.unit;
  const shared = { unit, ...(options.level !== undefined && { level: options.level }) };
  const pool = (sampling: SamplingErrors) =>
    outcome === undefined
      ? poolMultilevel(effects, { ...shared, levels: multilevel, sampling })
      : poolTwoOutcomes(effects, { ...shared, group: multilevel[0]!, outcome, sampling });
  const result = pool(rho === undefined ? independentErrors : correlatedErrors(rho));
  const transform = backTransforms.find(({ name, size }) => name === backTransform && size === null);
  const isRepeated = result.levels[0]!.nGroups < effects.length;
  return {
    result: isRepeated ? { ...result, sensitivity: correlationSensitivity(pool) } : result,
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

function multilevelPicture({ result, effects, view }: MultilevelPool): VegaLiteSpec {
  return multilevelChart(result, { effects, view });
}

/** Writes a multilevel pool. */
export const multilevelWriter: PoolWriter<MultilevelPool> = {
  text: ([pool]) => multilevelText(pool!),
  results: ({ result }) => [result],
  csv: ([pool]) => multilevelCsv(pool!),
  markdown: ([pool]) => multilevelMarkdown(pool!),
  chart: multilevelPicture,
  pictures: [{ name: "multilevel", needs: "--multilevel", chart: multilevelPicture }],
  html: multilevelHtml,
};
