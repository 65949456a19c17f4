import { logitProportion } from "../../effect-measures/logit-proportion.ts";
import type { CountModel } from "../count-model.ts";
import { binomialLikelihood } from "../likelihoods/binomial-likelihood.ts";
import { randomIntercept } from "../random-intercept.ts";
import { normalSpread } from "../spread-scales.ts";
import { pooledLogOdds } from "./pooled-log-odds.ts";

/**
 * Binomial counts of one group whose log odds are normal around a mean: a logistic regression with a random intercept.
 *
 * @see Stijnen, Hamza & Özdemir (2010), Stat Med 29:3046–3067, section 3. doi:10.1002/sim.4040
 * @example
 * poolCounts(series, { model: logitNormal }).natural.unit; // "fraction"
 */
export const logitNormal: CountModel = {
  name: "logit-normal",
  label: "Logistic regression with a random intercept",
  reference: "Stijnen, Hamza & Özdemir (2010), doi:10.1002/sim.4040",
  measure: logitProportion,
  spread: normalSpread("logit"),
  start: pooledLogOdds,
  likelihood: ({ events, n }, quadrature) => randomIntercept(binomialLikelihood(events!, n!), quadrature),
};
