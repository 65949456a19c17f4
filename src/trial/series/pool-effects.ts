import { effectData } from "../../inference/random-effects/effect-data.ts";
import { hartungKnapp } from "../../inference/random-effects/hartung-knapp.ts";
import { hartungKnappPrediction } from "../../inference/random-effects/hartung-knapp-prediction.ts";
import {
  type RandomEffectsFit,
  randomEffectsFit,
} from "../../inference/random-effects/random-effects-fit.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import { estimateRow } from "../models/effect-rows.ts";
import type { SeriesSettings } from "./series-options.ts";

/** What the pool of the patients' own effects says. */
export interface PooledEffects {
  estimates: Estimate[];
  warnings: Warning[];
}

/** Mean, next patient and spread of a pool. */
function rowsOf(fit: RandomEffectsFit, settings: SeriesSettings): Estimate[] {
  const { level, tauSquared, treatment, reference, seed } = settings;
  const mean = hartungKnapp.estimate(fit, level);
  const next = hartungKnappPrediction.predict(fit, level, seed)!;
  const spread = Math.sqrt(fit.tauSquared.tauSquared);
  const shared = { unit: "score", level };
  return [
    estimateRow({
      ...shared,
      parameter: "pooledEffect",
      label: `Pooled mean of ${treatment} less ${reference}`,
      estimate: mean.estimate,
      standardError: mean.standardError,
      lower: mean.lower,
      upper: mean.upper,
      method: hartungKnapp.name,
    }),
    estimateRow({
      ...shared,
      parameter: "pooledNextPatient",
      label: "Effect in the next patient, by the pool",
      estimate: mean.estimate,
      standardError: Math.hypot(spread, mean.standardError),
      lower: next.lower,
      upper: next.upper,
      method: hartungKnappPrediction.name,
    }),
    estimateRow({
      ...shared,
      parameter: "tau",
      label: "Standard deviation of the effect between patients, by the pool",
      estimate: spread,
      standardError: null,
      lower: null,
      upper: null,
      method: tauSquared.name,
    }),
  ];
}

/**
 * Pools the patients' own effects under random effects with Hartung and Knapp's interval.
 *
 * @param own Effects with standard errors; nothing is pooled below two.
 * @see Hartung & Knapp (2001), Stat Med 20:3875–3889. doi:10.1002/sim.1009
 */
export function poolEffects(own: readonly Estimate[], settings: SeriesSettings): PooledEffects {
  const usable = own.filter(
    ({ estimate, standardError }) => estimate !== null && standardError !== null && standardError > 0,
  );
  if (usable.length < 2) {
    const message = `The pool needs two patients with an effect and its standard error by themselves, got ${usable.length}.`;
    return { estimates: [], warnings: [{ code: "no-pool", message }] };
  }
  const data = effectData(
    usable.map(({ estimate }) => estimate!),
    usable.map(({ standardError }) => standardError! ** 2),
  );
  const fit = randomEffectsFit(data, settings.tauSquared);
  return { estimates: rowsOf(fit, settings), warnings: hartungKnapp.warnings?.(fit, settings.level) ?? [] };
}
