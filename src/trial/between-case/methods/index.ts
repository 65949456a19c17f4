import type { BetweenCaseMethod } from "../between-case-method.ts";
import { multipleBaselineMoments } from "./multiple-baseline-moments.ts";
import { restrictedLikelihood } from "./restricted-likelihood.ts";
import { reversalMoments } from "./reversal-moments.ts";

/** Every way to a between-case difference, the default first. */
export const betweenCaseMethods: readonly BetweenCaseMethod[] = [
  restrictedLikelihood,
  multipleBaselineMoments,
  reversalMoments,
];

export { multipleBaselineMoments, restrictedLikelihood, reversalMoments };
