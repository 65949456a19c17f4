import { findRoot } from "../../../math/optimize/find-root.ts";
import type { BayesPosterior } from "../../bayes/bayes-posterior.ts";
import type { NormalMixture } from "../../bayes/normal-mixture.ts";

/** Components with a smaller share move no quantile that is shown. */
const NEGLIGIBLE = 1e-14;

function mergedMixture(mixtures: readonly NormalMixture[], weights: readonly number[]): NormalMixture {
  const parts: [number, number, number][] = [];
  mixtures.forEach(({ masses, means, standardDeviations }, i) => {
    for (let j = 0; j < masses.length; j++) {
      const mass = weights[i]! * masses[j]!;
      if (mass > NEGLIGIBLE) parts.push([mass, means[j]!, standardDeviations[j]!]);
    }
  });
  return {
    masses: Float64Array.from(parts, ([mass]) => mass),
    means: Float64Array.from(parts, ([, mean]) => mean),
    standardDeviations: Float64Array.from(parts, ([, , deviation]) => deviation),
  };
}

function mergedTau(posteriors: readonly BayesPosterior[], weights: readonly number[]): BayesPosterior["tau"] {
  const taus = posteriors.map(({ tau }) => tau);
  const greatest = Math.max(...taus.map(({ logMarginalLikelihood }) => logMarginalLikelihood));
  const average = (of: (i: number) => number): number =>
    weights.reduce((sum, weight, i) => sum + weight * of(i), 0);
  const cdf = (value: number): number => average((i) => taus[i]!.cdf(value));
  return {
    taus: Float64Array.from(taus.flatMap((one) => [...one.taus])),
    masses: Float64Array.from(
      taus.flatMap(({ masses }, i) => Array.from(masses, (mass) => mass * weights[i]!)),
    ),
    logMarginalLikelihood:
      greatest + Math.log(average((i) => Math.exp(taus[i]!.logMarginalLikelihood - greatest))),
    cdf,
    quantile(probability) {
      const own = taus.map((one) => one.quantile(probability));
      const [low, high] = [Math.min(...own), Math.max(...own)];
      return findRoot((value) => cdf(value) - probability, low, high, 1e-9 * (high - low)) ?? low;
    },
  };
}

/** The posterior of the mean alone, averaged: what the number of nodes is judged by. */
export function mergedMean(posteriors: readonly BayesPosterior[], weights: readonly number[]): NormalMixture {
  return mergedMixture(
    posteriors.map(({ mean }) => mean),
    weights,
  );
}

/**
 * The average of posteriors of the same pool at several standard deviations.
 *
 * @param weights They add to 1.
 */
export function mergePosteriors(
  posteriors: readonly BayesPosterior[],
  weights: readonly number[],
): BayesPosterior {
  if (posteriors.length === 1) return posteriors[0]!;
  const average = (of: (one: BayesPosterior) => number): number =>
    weights.reduce((sum, weight, i) => sum + weight * of(posteriors[i]!), 0);
  const each = <Value>(of: (k: number) => Value): Value[] => posteriors[0]!.weights.map((_, k) => of(k));
  return {
    tau: mergedTau(posteriors, weights),
    mean: mergedMean(posteriors, weights),
    prediction: mergedMixture(
      posteriors.map(({ prediction }) => prediction),
      weights,
    ),
    series: each((k) =>
      mergedMixture(
        posteriors.map(({ series }) => series[k]!),
        weights,
      ),
    ),
    weights: each((k) => average((one) => one.weights[k]!)),
    shrinkage: each((k) => average((one) => one.shrinkage[k]!)),
  };
}
