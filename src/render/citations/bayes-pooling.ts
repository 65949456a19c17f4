import type { Sources } from "./sources.ts";

const GELMAN_2006 =
  "Gelman A. Prior distributions for variance parameters in hierarchical models. Bayesian Anal 2006;1:515–534. doi:10.1214/06-BA117A";
const ROVER_2021 =
  "Röver C, Bender R, Dias S, et al. On weakly informative prior distributions for the heterogeneity parameter in Bayesian random-effects meta-analysis. Res Synth Methods 2021;12:448–474. doi:10.1002/jrsm.1475";

/** Of a pool by Bayes' rule. */
export const BAYES_POOL =
  "Röver C. Bayesian random-effects meta-analysis using the bayesmeta R package. J Stat Softw 2020;93(6):1–51. doi:10.18637/jss.v093.i06";

/** Of priors of τ, by the names of their families. */
export const TAU_PRIOR_SOURCES: Sources = {
  "half-normal": [GELMAN_2006, ROVER_2021],
  "half-cauchy": [GELMAN_2006, ROVER_2021],
  "half-t": [GELMAN_2006],
  uniform: [GELMAN_2006],
  "log-normal": [
    "Turner RM, Jackson D, Wei Y, Thompson SG, Higgins JPT. Predictive distributions for between-study heterogeneity and simple methods for their application in Bayesian meta-analysis. Stat Med 2015;34:984–998. doi:10.1002/sim.6381",
  ],
  "log-t": [
    "Rhodes KM, Turner RM, Higgins JPT. Predictive distributions were developed for the extent of heterogeneity in meta-analyses of continuous outcome data. J Clin Epidemiol 2015;68:52–60. doi:10.1016/j.jclinepi.2014.08.012",
  ],
};
