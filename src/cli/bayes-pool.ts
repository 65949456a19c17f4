import {
  dersimonianLaird,
  type EffectMeasure,
  effectsOfPool,
  estimateEffects,
  normalInterval,
  type PoolSeriesOptions,
  poolBayes,
  poolBayesSensitivity,
  poolSeries,
  priorsAround,
  type TauPrior,
} from "../pooling/index.ts";
import { priorSensitivityChart, shrinkageChart } from "../render/charts/index.ts";
import { bayesHtml, bayesMarkdown, bayesText, pooledCsv } from "../render/index.ts";
import type { PooledBayesResult } from "../schema/pooled-bayes-result.ts";
import type { PooledBayesSensitivity } from "../schema/pooled-bayes-sensitivity.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import type { Warning } from "../schema/provenance.ts";
import type { Series } from "../schema/series.ts";
import { type BayesFlags, meanPriorOf, tauPriorOf } from "./bayes-flags.ts";
import { drawStill } from "./drawing.ts";
import type { PoolWriter } from "./pool-pictures.ts";
import { sharedWith, usualScale } from "./prior-band.ts";
import { UsageError } from "./report-error.ts";

/** A Bayesian pool, and what other priors make of it. */
export interface BayesPool {
  result: PooledBayesResult;
  sensitivity: PooledBayesSensitivity;
}

/** Writes a Bayesian pool; its picture is that of each series alone and with the others. */
export const bayesWriter: PoolWriter<BayesPool> = {
  text: ([pooled]) => bayesText(pooled!.result, pooled!.sensitivity),
  results: ({ result, sensitivity }) => [result, sensitivity],
  csv: ([pooled]) => pooledCsv(pooled!.result, pooled!.sensitivity),
  markdown: ([pooled]) => bayesMarkdown(pooled!.result, pooled!.sensitivity),
  chart: ({ result }) => shrinkageChart(result),
  pictures: [
    { name: "shrinkage", needs: "--bayes", chart: ({ result }) => shrinkageChart(result) },
    {
      name: "prior-sensitivity",
      needs: "--bayes",
      chart: ({ sensitivity }) => priorSensitivityChart(sensitivity),
    },
  ],
  async html({ result, sensitivity }, svg, draw = drawStill) {
    const priors = await draw(priorSensitivityChart(sensitivity));
    return bayesHtml(result, sensitivity, { shrinkage: svg, priors });
  },
};

/** Median of the half-normal prior with scale 1. */
const HALF_NORMAL_MEDIAN = 0.6744897501960817;

/** The prior, then half-normal and half-Cauchy ones around its median. */
function priorsBeside(prior: TauPrior): TauPrior[] {
  const scale = Number((prior.median / HALF_NORMAL_MEDIAN).toPrecision(2));
  return [prior, ...priorsAround(scale).filter(({ label }) => label !== prior.label)];
}

/** What was done to the numbers of the pooled series before they were pooled. */
function effectWarnings(
  series: readonly Series[],
  { series: rows }: PooledResult,
  options: PoolSeriesOptions,
) {
  const { measure, effects }: { measure?: EffectMeasure; effects?: PoolSeriesOptions["effects"] } = options;
  if (measure === undefined) return [];
  const names = rows.map((row) => row.series);
  const pooled = series.filter((one) => names.includes(one.series));
  return estimateEffects(pooled, measure, effects).warnings;
}

function withoutScale(): never {
  throw new UsageError(
    "--tau-scale is needed: the usual scale is taken from the numbers of patients, and not every series has one (column n)",
  );
}

/**
 * Pools series by Bayes' rule, under the prior asked for and under others around it.
 *
 * @throws {UsageError} where the scale of the prior is not known.
 * @throws As `poolSeries` and `poolBayes`.
 */
export function bayesPool(
  series: readonly Series[],
  options: PoolSeriesOptions,
  flags: BayesFlags,
): BayesPool {
  const base = poolSeries(series, { ...options, tauSquared: dersimonianLaird, interval: normalInterval });
  const effects = effectsOfPool(base);
  const prior = tauPriorOf(flags, usualScale(base)) ?? withoutScale();
  const shared = { ...sharedWith(base), mean: meanPriorOf(flags) };
  const found = poolBayes(effects, { ...shared, prior });
  const warnings: Warning[] = [...effectWarnings(series, base, options), ...found.warnings];
  const { keep, effects: choices } = base.provenance.options;
  const named = { ...(keep && { keep }), ...(choices && { effects: choices }) };
  const { provenance } = found;
  const result: PooledBayesResult = {
    ...found,
    leftOut: [...base.leftOut, ...found.leftOut],
    warnings,
    provenance: { ...provenance, options: { ...provenance.options, ...named } },
  };
  return { result, sensitivity: poolBayesSensitivity(effects, { ...shared, priors: priorsBeside(prior) }) };
}
