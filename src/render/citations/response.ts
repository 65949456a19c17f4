import type { Sources } from "./sources.ts";

/** Of response curves, their comparison and their diagnostics. */
export const RESPONSE = {
  indirectResponse:
    "Dayneka NL, Garg V, Jusko WJ. Comparison of four basic models of indirect pharmacodynamic responses. J Pharmacokinet Biopharm 1993;21:457–478. doi:10.1007/BF01061691",
  importance:
    "Dworkin RH, Turk DC, Wyrwich KW, et al. Interpreting the clinical importance of treatment outcomes in chronic pain clinical trials: IMMPACT recommendations. J Pain 2008;9:105–121.",
  elevenPoints:
    "Farrar JT, Young JP Jr, LaMoreaux L, Werth JL, Poole RM. Clinical importance of changes in chronic pain intensity measured on an 11-point numerical pain rating scale. Pain 2001;94:149–158. doi:10.1016/S0304-3959(01)00349-9",
  leaveOneOut:
    "Vehtari A, Gelman A, Gabry J. Practical Bayesian model evaluation using leave-one-out cross-validation and WAIC. Stat Comput 2017;27:1413–1432. doi:10.1007/s11222-016-9696-4",
  stacking:
    "Yao Y, Vehtari A, Simpson D, Gelman A. Using stacking to average Bayesian predictive distributions (with discussion). Bayesian Anal 2018;13:917–1007. doi:10.1214/17-BA1091",
  quantileResiduals:
    "Dunn PK, Smyth GK. Randomized quantile residuals. J Comput Graph Stat 1996;5:236–244. doi:10.1080/10618600.1996.10474708",
  predictiveChecks:
    "Gelman A, Meng X-L, Stern H. Posterior predictive assessment of model fitness via realized discrepancies. Stat Sinica 1996;6:733–760.",
  preposterior:
    "Raiffa H, Schlaifer R. Applied Statistical Decision Theory. Boston: Harvard University; 1961.",
} as const;

/** Of models of a response, by their names; the others are our own. */
export const RESPONSE_MODEL_SOURCES: Sources = {
  "turnover-i": [RESPONSE.indirectResponse],
  "turnover-iv": [RESPONSE.indirectResponse],
};
