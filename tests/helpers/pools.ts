import {
  commonEffect,
  dersimonianLaird,
  empiricalBayes,
  hedges,
  hunterSchmidt,
  hunterSchmidtCorrected,
  maximumLikelihood,
  type PoolEstimatesOptions,
  pauleMandel,
  pauleMandelMedian,
  poolEstimates,
  reml,
  sidikJonkman,
  type TauSquaredEstimator,
} from "../../src/pooling/index.ts";
import type { Estimate } from "../../src/schema/estimate.ts";
import type { PooledResult } from "../../src/schema/pooled-result.ts";
import type { EffectEstimate } from "../../src/schema/series.ts";
import type { ReferenceEntry } from "./reference.ts";

/** Estimators by metafor's abbreviation. */
export const estimators: Record<string, TauSquaredEstimator> = {
  FE: commonEffect,
  DL: dersimonianLaird,
  HE: hedges,
  HS: hunterSchmidt,
  HSk: hunterSchmidtCorrected,
  SJ: sidikJonkman,
  ML: maximumLikelihood,
  REML: reml,
  EB: empiricalBayes,
  PM: pauleMandel,
  PMM: pauleMandelMedian,
};

/** Effects with their variances, without names. */
export function effectRows(effects: readonly number[], variances: readonly number[]): EffectEstimate[] {
  return effects.map((estimate, i) => ({ estimate, variance: variances[i]! }));
}

/** Pools the data of a reference entry. */
export function poolEntry({ inputs }: ReferenceEntry, options: PoolEstimatesOptions = {}): PooledResult {
  return poolEstimates(effectRows(inputs.yi, inputs.vi), options);
}

/** A row of a result, which must be there. */
export function rowOf(result: PooledResult, parameter: string): Estimate {
  const row = result.estimates.find((one) => one.parameter === parameter);
  if (row === undefined) throw new Error(`No row "${parameter}"`);
  return row;
}

/** The limits of a row. */
export function limitsOf(result: PooledResult, parameter: string): [number, number] {
  const { lower, upper } = rowOf(result, parameter);
  if (lower === null || upper === null) throw new Error(`"${parameter}" has no limits`);
  return [lower, upper];
}

/** An estimator that gives a fixed τ². */
export function fixedTauSquared(tauSquared: number): TauSquaredEstimator {
  return { ...reml, estimate: () => ({ tauSquared, standardError: null }) };
}

/** Codes of a result's warnings. */
export function codesOf({ warnings }: PooledResult): string[] {
  return warnings.map(({ code }) => code);
}
