import { normalizedWeights } from "../../math/importance/normalized-weights.ts";
import type { PriorSet } from "../priors.ts";
import { type Candidate, isFitted } from "./candidate.ts";
import { stackingWeights } from "./stacking-weights.ts";

/** A way to weigh models against each other for an average. */
export interface Weighting {
  name: string;
  reference: string;
  /** @returns Weights that add to 1 over the models that have one; null for the others. */
  weigh(candidates: readonly Candidate[], priors: PriorSet): (number | null)[];
}

/** How well the mixture predicts scores left out. With few scores it takes sides even where next to nothing is between. */
export const stacking: Weighting = {
  name: "stacking",
  reference: "Yao, Vehtari, Simpson & Gelman (2018), Bayesian Anal 13:917–1007. doi:10.1214/17-BA1091",
  weigh(candidates) {
    const elpds = candidates.map((candidate) => (isFitted(candidate) ? candidate.elpds : null));
    const complete = elpds.filter((terms) => terms !== null);
    const rows = complete[0]?.map((_, i) => complete.map((terms) => terms[i]!)) ?? [];
    const weights = complete.length === 0 ? [] : stackingWeights(rows);
    return spread(
      weights,
      elpds.map((terms) => terms !== null),
    );
  },
};

/**
 * The probability of each model given the scores. Before them, no effect has the probability that the set of priors gives
 * it, and the models with an effect share the rest alike.
 */
export const posteriorProbability: Weighting = {
  name: "posterior-probability",
  reference: "Hoeting, Madigan, Raftery & Volinsky (1999), Stat Sci 14:382–417. doi:10.1214/ss/1009212519",
  weigh(candidates, priors) {
    const fitted = candidates.filter(isFitted);
    const hasEffect = fitted.map(({ model }) => model.parameters.length > 0);
    const nEffect = hasEffect.filter(Boolean).length;
    const nNull = hasEffect.length - nEffect;
    const spike = nEffect === 0 ? 1 : nNull === 0 ? 0 : priors.noEffectProbability;
    const logs = fitted.map(({ sampled }, k) => {
      const prior = hasEffect[k] ? (1 - spike) / nEffect : spike / nNull;
      return Math.log(prior) + sampled.draws.logMarginal.value;
    });
    const weights = fitted.length === 0 ? [] : Array.from(normalizedWeights(logs));
    return spread(weights, candidates.map(isFitted));
  },
};

/** Puts the weights where there is one, and null elsewhere. */
function spread(weights: readonly number[], has: readonly boolean[]): (number | null)[] {
  let next = 0;
  return has.map((own) => (own ? weights[next++]! : null));
}
