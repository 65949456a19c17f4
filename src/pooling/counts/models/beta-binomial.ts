import { logitProportion } from "../../effect-measures/logit-proportion.ts";
import type { CountModel } from "../count-model.ts";
import { binomialLikelihood, logChoose } from "../likelihoods/binomial-likelihood.ts";
import { correlationSpread } from "../spread-scales.ts";
import { pooledLogOdds } from "./pooled-log-odds.ts";

/** Σ ln(share·(1 − ρ) + jρ) for j from 0 to count − 1, less ln(1 − ρ) for its first term. */
function risingSum(share: number, count: number, correlation: number): number {
  if (count === 0) return 0;
  let sum = Math.log(share);
  for (let j = 1; j < count; j++) sum += Math.log(share * (1 - correlation) + j * correlation);
  return sum;
}

/** Log probability of x of n events where patients of one series are correlated by ρ. */
function logProbability(x: number, n: number, logOdds: number, correlation: number): number {
  const event = 1 / (1 + Math.exp(-logOdds));
  const other = 1 / (1 + Math.exp(logOdds));
  const firstTerms = x > 0 && x < n ? Math.log1p(-correlation) : 0;
  return (
    logChoose(n, x) +
    risingSum(event, x, correlation) +
    risingSum(other, n - x, correlation) -
    risingSum(1, n, correlation) +
    firstTerms
  );
}

/**
 * Counts of one group whose proportions follow a beta distribution. The pooled value is the mean of the proportions
 * themselves, not of their log odds.
 *
 * @see Griffiths (1973), Biometrics 29:637–648; Young-Xu & Chan (2008), BMC Med Res Methodol 8:58. doi:10.1186/1471-2288-8-58
 * @example
 * poolCounts(series, { model: betaBinomial }).estimates[1]?.parameter; // "intraclassCorrelation"
 */
export const betaBinomial: CountModel = {
  name: "beta-binomial",
  label: "Beta-binomial model",
  reference: "Young-Xu & Chan (2008), doi:10.1186/1471-2288-8-58",
  measure: logitProportion,
  spread: correlationSpread,
  start: pooledLogOdds,
  likelihood({ events, n }) {
    const binomial = binomialLikelihood(events!, n!);
    return {
      value: (mean, spread) =>
        spread === 0 ? binomial.at(mean).value : logProbability(events!, n!, mean, Math.sin(spread) ** 2),
      information: (mean) => -binomial.at(mean).curvature,
      alone: binomial.alone,
    };
  },
};
