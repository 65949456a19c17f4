import { logRate } from "../../effect-measures/log-rate.ts";
import type { CountModel } from "../count-model.ts";
import { poissonLikelihood } from "../likelihoods/poisson-likelihood.ts";
import { randomIntercept } from "../random-intercept.ts";
import { normalSpread } from "../spread-scales.ts";

/**
 * Poisson counts whose log rates are normal around a mean: a Poisson regression with a random intercept.
 *
 * @see Stijnen, Hamza & Özdemir (2010), Stat Med 29:3046–3067, section 5. doi:10.1002/sim.4040
 * @example
 * poolCounts(series, { model: poissonNormal }).natural.unit; // "per unit of time"
 */
export const poissonNormal: CountModel = {
  name: "poisson-normal",
  label: "Poisson regression with a random intercept",
  reference: "Stijnen, Hamza & Özdemir (2010), doi:10.1002/sim.4040",
  measure: logRate,
  spread: normalSpread("log"),
  start(summaries) {
    let [events, time] = [0.5, 0];
    for (const summary of summaries) {
      events += summary.events!;
      time += summary.time!;
    }
    return Math.log(events / time);
  },
  likelihood: ({ events, time }, quadrature) =>
    randomIntercept(poissonLikelihood(events!, time!), quadrature),
};
