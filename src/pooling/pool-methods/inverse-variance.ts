import { normalInterval } from "../../inference/random-effects/normal-interval.ts";
import type { PooledResult } from "../../schema/pooled-result.ts";
import type { EffectEstimate, Series } from "../../schema/series.ts";
import { backTransforms } from "../effect-measures/back-transforms.ts";
import { type EstimatedEffects, estimateEffects } from "../effect-measures/estimate-effects.ts";
import { givenEffects } from "../given-effects.ts";
import { givenScale } from "../given-scale.ts";
import { withNaturalScale } from "../natural-scale.ts";
import { withNormalAnswer } from "../normal-answer.ts";
import { poolEstimates } from "../pool-estimates.ts";
import { effectOptionsAsJson, type PoolMethodOptions } from "../pool-series-options.ts";
import type { PoolMethod } from "./pool-method.ts";

function effectsOf(series: readonly Series[], options: PoolMethodOptions): EstimatedEffects {
  const { measure, effects, others } = options;
  if (measure === undefined) return { effects: givenEffects(series), leftOut: [], warnings: [] };
  const found = estimateEffects(series, measure, { ...effects, ...(others && { others }) });
  const summaries = new Map(series.map((one) => [one.series, one.summary]));
  const withSummary = (effect: EffectEstimate): EffectEstimate => {
    const summary = summaries.get(effect.series ?? "");
    return { ...effect, ...(summary && { summary }) };
  };
  return { ...found, effects: found.effects.map(withSummary) };
}

function pool(series: readonly Series[], options: PoolMethodOptions): PooledResult {
  const { measure, effects: _, others: __, keep: ___, backTransform: asked, ...pooling } = options;
  const backTransform = measure?.backTransform ?? asked ?? "identity";
  const transform = backTransforms.find(({ name }) => name === backTransform);
  if (!transform) throw new RangeError(`backTransform must be one of those known, got "${backTransform}"`);
  const scale = measure?.natural ?? givenScale(backTransform);
  const { effects, leftOut, warnings } = effectsOf(series, options);
  const unit = transform.unit || scale.unit || "estimate";
  const settings = { ...pooling, measure: measure?.name ?? "estimate", backTransform, unit };
  const chosen = poolEstimates(effects, settings);
  const byNormal = (): PooledResult => poolEstimates(effects, { ...settings, interval: normalInterval });
  const result = scale.noEffect === null ? chosen : withNormalAnswer(chosen, byNormal);
  const { provenance } = result;
  return withNaturalScale(
    {
      ...result,
      leftOut: [...leftOut, ...result.leftOut],
      warnings: [...warnings, ...result.warnings],
      provenance: {
        ...provenance,
        options: { ...provenance.options, ...effectOptionsAsJson(options) },
      },
    },
    scale,
  );
}

/**
 * Effects weighted by the inverse of their variance and of the variance between series: the default, and the one that can tell
 * how much series differ.
 *
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 2.3. doi:10.18637/jss.v036.i03
 */
export const inverseVariance: PoolMethod = {
  name: "inverse-variance",
  label: "Inverse variance",
  reference: "Viechtbauer (2010), doi:10.18637/jss.v036.i03",
  measures: null,
  pool,
};
