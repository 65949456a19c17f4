import { agrestiCoull } from "./agresti-coull.ts";
import { agrestiPlusFour } from "./agresti-plus-four.ts";
import { arcsine } from "./arcsine.ts";
import { blaker } from "./blaker.ts";
import { clopperPearson } from "./clopper-pearson.ts";
import { jeffreys } from "./jeffreys.ts";
import { jeffreysEqualTailed } from "./jeffreys-equal-tailed.ts";
import { jeffreysHighestDensity } from "./jeffreys-highest-density.ts";
import { likelihoodRatio } from "./likelihood-ratio.ts";
import { logit } from "./logit.ts";
import { logitHalf } from "./logit-half.ts";
import { midP } from "./mid-p.ts";
import type { ProportionMethod } from "./proportion-method.ts";
import { sterne } from "./sterne.ts";
import { uniformPrior } from "./uniform-prior.ts";
import { wald } from "./wald.ts";
import { wilson } from "./wilson.ts";
import { wilsonCorrected } from "./wilson-corrected.ts";

/** Every interval for one proportion, the default first. */
export const proportionMethods: readonly ProportionMethod[] = [
  wilson,
  clopperPearson,
  jeffreys,
  agrestiCoull,
  midP,
  blaker,
  likelihoodRatio,
  arcsine,
  logit,
  wilsonCorrected,
  sterne,
  jeffreysEqualTailed,
  jeffreysHighestDensity,
  uniformPrior,
  agrestiPlusFour,
  logitHalf,
  wald,
];

export type { ProportionLimits, ProportionMethod } from "./proportion-method.ts";
export {
  agrestiCoull,
  agrestiPlusFour,
  arcsine,
  blaker,
  clopperPearson,
  jeffreys,
  jeffreysEqualTailed,
  jeffreysHighestDensity,
  likelihoodRatio,
  logit,
  logitHalf,
  midP,
  sterne,
  uniformPrior,
  wald,
  wilson,
  wilsonCorrected,
};
