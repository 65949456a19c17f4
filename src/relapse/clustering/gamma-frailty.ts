import { frailtyLikelihood } from "../likelihood/frailty-likelihood.ts";
import type { RelapseClustering } from "./relapse-clustering.ts";

/**
 * Patients differ by a frailty that multiplies the hazard of all their courses, gamma with mean 1.
 *
 * Its variance is a parameter that few patients cannot tell: without a prior, maximum likelihood often has none but 0.
 *
 * @see Hougaard (2000), Analysis of Multivariate Survival Data, section 7.2.
 */
export const gammaFrailty: RelapseClustering = {
  name: "gamma-frailty",
  label: "Gamma frailty shared by the courses of a patient",
  reference: "Hougaard (2000), Analysis of Multivariate Survival Data, section 7.2",
  hasFrailty: true,
  needsLikelihood: false,
  likelihood: frailtyLikelihood,
  intervals: () => null,
};
