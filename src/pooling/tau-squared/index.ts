import { reml } from "../../inference/random-effects/reml.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { commonEffect } from "./common-effect.ts";
import { dersimonianLaird } from "./dersimonian-laird.ts";
import { empiricalBayes } from "./empirical-bayes.ts";
import { generalizedQ, generalizedQInverseStandardError } from "./generalized-q.ts";
import { hedges } from "./hedges.ts";
import { hunterSchmidt } from "./hunter-schmidt.ts";
import { hunterSchmidtCorrected } from "./hunter-schmidt-corrected.ts";
import { maximumLikelihood } from "./maximum-likelihood.ts";
import { pauleMandel } from "./paule-mandel.ts";
import { pauleMandelMedian } from "./paule-mandel-median.ts";
import { sidikJonkman } from "./sidik-jonkman.ts";

/** Every estimator of the variance between series, the default first. */
export const tauSquaredEstimators: readonly TauSquaredEstimator[] = [
  reml,
  commonEffect,
  dersimonianLaird,
  hedges,
  hunterSchmidt,
  hunterSchmidtCorrected,
  sidikJonkman,
  maximumLikelihood,
  empiricalBayes,
  pauleMandel,
  pauleMandelMedian,
  generalizedQInverseStandardError,
];

export type {
  TauSquaredEstimate,
  TauSquaredEstimator,
} from "../../inference/random-effects/tau-squared-estimator.ts";
export type { GeneralizedQOptions } from "./generalized-q.ts";
export {
  commonEffect,
  dersimonianLaird,
  empiricalBayes,
  generalizedQ,
  generalizedQInverseStandardError,
  hedges,
  hunterSchmidt,
  hunterSchmidtCorrected,
  maximumLikelihood,
  pauleMandel,
  pauleMandelMedian,
  reml,
  sidikJonkman,
};
