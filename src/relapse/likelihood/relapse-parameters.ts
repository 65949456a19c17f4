import type { NormalPrior, PriorTerm } from "../../inference/normal-prior.ts";
import type { RelapseModel } from "../models/relapse-model.ts";
import type { RelapseCovariate } from "../relapse-covariates.ts";
import { type RelapsePriorSet, shapePrior, unitPrior } from "../relapse-priors.ts";

/** Where every quantity stands in the vector of working parameters; the log median comes first. */
export interface RelapseParameters {
  names: string[];
  /** Index of the working shape; null where the model has none. */
  shape: number | null;
  /** Index of the first covariate's effect on the log median; those of the others follow. */
  firstEffect: number;
  nEffects: number;
  /** Index of the log frailty variance; null without a frailty. */
  frailty: number | null;
  prior: NormalPrior;
}

/**
 * Lays out the working parameters of a model, with their priors.
 *
 * @param perDay How many of the unit of time are a day.
 */
export function layRelapseParameters(
  model: RelapseModel,
  covariates: readonly RelapseCovariate[],
  frailty: boolean,
  priors: RelapsePriorSet,
  perDay: number,
): RelapseParameters {
  const names: string[] = [];
  const terms: PriorTerm[] = [];
  const add = (name: string, { mean, sd }: { mean: number; sd: number | null }): number => {
    terms.push({ index: names.length, center: { value: mean }, sd: sd ?? Infinity });
    return names.push(name) - 1;
  };
  const { mean, sd } = priors.logMedianDays;
  add("log median", { mean: mean + Math.log(perDay), sd });
  const shape = model.shape && add(`log ${model.shape.name}`, shapePrior(model.shape, priors));
  const firstEffect = names.length;
  for (const covariate of covariates) add(covariate.name, unitPrior(covariate.spread, priors));
  return {
    names,
    shape,
    firstEffect,
    nEffects: covariates.length,
    frailty: frailty ? add("log frailtyVariance", priors.logFrailtyVariance) : null,
    prior: { terms },
  };
}

/** The log median of a course with centred covariates x: β₀ + Σ β x. */
export function placeAt(
  { firstEffect, nEffects }: RelapseParameters,
  theta: ArrayLike<number>,
  centered: ArrayLike<number>,
): number {
  let place = theta[0]!;
  for (let k = 0; k < nEffects; k++) place += theta[firstEffect + k]! * centered[k]!;
  return place;
}

/** Adds a derivative by the log median to those by the working parameters. */
export function addByPlace(
  { firstEffect, nEffects }: RelapseParameters,
  slope: number,
  centered: ArrayLike<number>,
  gradient: Float64Array,
): void {
  gradient[0]! += slope;
  for (let k = 0; k < nEffects; k++) gradient[firstEffect + k]! += slope * centered[k]!;
}
