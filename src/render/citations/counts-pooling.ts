import type { Sources } from "./sources.ts";

const STIJNEN_2010 =
  "Stijnen T, Hamza TH, Özdemir P. Random effects meta-analysis of event outcome in the framework of the generalized linear mixed model with applications in sparse data. Stat Med 2010;29:3046–3067. doi:10.1002/sim.4040";

/** Of models of counts, by their names. */
export const COUNTS_MODEL_SOURCES: Sources = {
  "conditional-logit": [STIJNEN_2010],
  "logit-normal": [STIJNEN_2010],
  "poisson-normal": [STIJNEN_2010],
  "unconditional-logit": [
    "Jackson D, Law M, Stijnen T, Viechtbauer W, White IR. A comparison of seven random-effects models for meta-analyses that estimate the summary odds ratio. Stat Med 2018;37:1059–1085. doi:10.1002/sim.7588",
  ],
  "beta-binomial": [
    "Young-Xu Y, Chan KA. Pooling overdispersed binomial data to estimate event rate. BMC Med Res Methodol 2008;8:58. doi:10.1186/1471-2288-8-58",
  ],
};

/** Of penalties, by the names of the likelihoods. */
export const COUNTS_LIKELIHOOD_SOURCES: Sources = {
  "jeffreys-penalized-likelihood": [
    "Firth D. Bias reduction of maximum likelihood estimates. Biometrika 1993;80:27–38. doi:10.1093/biomet/80.1.27",
  ],
  "half-normal-prior-on-tau": [
    "Friede T, Röver C, Wandel S, Neuenschwander B. Meta-analysis of few small studies in orphan diseases. Res Synth Methods 2017;8:79–91. doi:10.1002/jrsm.1217",
  ],
};

/** Of rules of quadrature, by their names. */
export const QUADRATURE_SOURCES: Sources = {
  "adaptive-gauss-hermite": [
    "Liu Q, Pierce DA. A note on Gauss–Hermite quadrature. Biometrika 1994;81:624–629. doi:10.1093/biomet/81.3.624",
  ],
};
