import type { TrialModel } from "../trial-model.ts";
import { bayesianAutoregression } from "./bayesian/bayesian-autoregression.ts";

/** The Bayesian model of all single scores with an effect that is nearly free: a prior standard deviation of 10 σ. */
export const bayesAutoregressive: TrialModel = bayesianAutoregression();
