import { INFERENCE } from "./inference.ts";
import type { Sources } from "./sources.ts";

/** Of times to relapse. */
export const RELAPSE = {
  laws: "Kalbfleisch JD, Prentice RL. The Statistical Analysis of Failure Time Data, 2nd ed. Hoboken: Wiley; 2002.",
  turnbull:
    "Turnbull BW. The empirical distribution function with arbitrarily grouped, censored and truncated data. J R Stat Soc B 1976;38:290–295. doi:10.1111/j.2517-6161.1976.tb01597.x",
  kaplanMeier:
    "Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. J Am Stat Assoc 1958;53:457–481. doi:10.1080/01621459.1958.10501452",
  medianLimits:
    "Brookmeyer R, Crowley J. A confidence interval for the median survival time. Biometrics 1982;38:29–41. doi:10.2307/2530286",
  logRank:
    "Mantel N. Evaluation of survival data and two new rank order statistics arising in its consideration. Cancer Chemother Rep 1966;50:163–170.",
  averaging:
    "Hoeting JA, Madigan D, Raftery AE, Volinsky CT. Bayesian model averaging: a tutorial. Stat Sci 1999;14:382–417. doi:10.1214/ss/1009212519",
  frailty: "Hougaard P. Analysis of Multivariate Survival Data. New York: Springer; 2000.",
  robust:
    "Lin DY, Wei LJ. The robust inference for the Cox proportional hazards model. J Am Stat Assoc 1989;84:1074–1078. doi:10.1080/01621459.1989.10478874",
  restrictedMeans:
    "Uno H, Claggett B, Tian L, et al. Moving beyond the hazard ratio in quantifying the between-group difference in survival analysis. J Clin Oncol 2014;32:2380–2385. doi:10.1200/JCO.2014.55.2208",
} as const;

/** Of curves without a law, by the name of the model. */
export const CURVE_SOURCES: Sources = {
  turnbull: [RELAPSE.turnbull, INFERENCE.bootstrap],
  "kaplan-meier": [RELAPSE.kaplanMeier, RELAPSE.medianLimits],
};

/** Of ways to allow for several courses of one patient, by their names. */
export const CLUSTER_SOURCES: Sources = {
  "gamma-frailty": [RELAPSE.frailty],
  "cluster-robust": [RELAPSE.robust],
};
