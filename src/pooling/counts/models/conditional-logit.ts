import { oddsRatio } from "../../effect-measures/odds-ratio.ts";
import { cellsOf } from "../cells-of.ts";
import type { CountModel } from "../count-model.ts";
import { hypergeometricLikelihood } from "../likelihoods/hypergeometric-likelihood.ts";
import { randomIntercept } from "../random-intercept.ts";
import { normalSpread } from "../spread-scales.ts";
import { pooledLogOddsRatio } from "./pooled-log-odds-ratio.ts";

/**
 * Two groups of events, given how many events a series has in all: noncentral hypergeometric counts whose log odds ratios are
 * normal around a mean. Exact for few events; a series in which nobody, or everybody, had the event says nothing.
 *
 * @see Stijnen, Hamza & Özdemir (2010), Stat Med 29:3046–3067, section 4.1. doi:10.1002/sim.4040
 * @example
 * poolCounts(series, { model: conditionalLogit }).natural.label; // "Odds ratio"
 */
export const conditionalLogit: CountModel = {
  name: "conditional-logit",
  label: "Conditional logistic regression (noncentral hypergeometric) with random odds ratios",
  reference: "Stijnen, Hamza & Özdemir (2010), doi:10.1002/sim.4040",
  measure: oddsRatio,
  spread: normalSpread("log"),
  start: pooledLogOddsRatio,
  likelihood: (summary, quadrature) =>
    randomIntercept(hypergeometricLikelihood(cellsOf(summary)), quadrature),
};
