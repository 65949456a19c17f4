import { flatMean, type MeanPrior, normalMean, type TauPrior, tauPriors } from "../../src/pooling/index.ts";
import type { Estimate } from "../../src/schema/estimate.ts";
import type { PooledBayesResult } from "../../src/schema/pooled-bayes-result.ts";

/** The prior that a reference entry names, such as `half-Cauchy(scale=25)`. */
export function tauPriorNamed(text: string): TauPrior {
  const [, name, scale] = /^(half-\w+)\(scale=([\d.]+)\)$/u.exec(text) ?? [];
  const family = tauPriors.find((one) => one.name === name?.toLowerCase());
  if (family === undefined) throw new Error(`No prior "${text}"`);
  return family.create(Number(scale));
}

/** The prior that a reference entry names, such as `Normal(0,sd=50)`. */
export function meanPriorNamed(text: string): MeanPrior {
  const sd = /^Normal\(0,sd=([\d.]+)\)$/u.exec(text)?.[1];
  return sd === undefined ? flatMean : normalMean(0, Number(sd));
}

/** A row of a Bayesian pool, which must be there; by series for the effect of one. */
export function bayesRow({ estimates }: PooledBayesResult, parameter: string, series?: string): Estimate {
  const row = estimates.find((one) => one.parameter === parameter && one.series === series);
  if (row === undefined) throw new Error(`No row "${parameter}"`);
  return row;
}

/** Median and limits of every row. */
export function bayesNumbers({ estimates }: PooledBayesResult): number[] {
  return estimates.flatMap(({ estimate, lower, upper }) => [estimate!, lower!, upper!]);
}
