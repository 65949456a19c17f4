import type { Sources } from "./sources.ts";

/** General methods of inference. */
export const INFERENCE = {
  coarseData:
    "Heitjan DF, Rubin DB. Ignorability and coarse data. Ann Stat 1991;19:2244–2253. doi:10.1214/aos/1176348396",
  adaptiveImportance:
    "Cornuet J-M, Marin J-M, Mira A, Robert CP. Adaptive multiple importance sampling. Scand J Stat 2012;39:798–812. doi:10.1111/j.1467-9469.2011.00756.x",
  smoothedImportance:
    "Vehtari A, Simpson D, Gelman A, Yao Y, Gabry J. Pareto smoothed importance sampling. J Mach Learn Res 2024;25(72):1–58.",
  profile:
    "Venzon DJ, Moolgavkar SH. A method for computing profile-likelihood-based confidence intervals. Appl Stat 1988;37:87–94. doi:10.2307/2347496",
  wald: "Wald A. Tests of statistical hypotheses concerning several parameters when the number of observations is large. Trans Am Math Soc 1943;54:426–482. doi:10.1090/S0002-9947-1943-0012401-3",
  bootstrap: "Efron B, Tibshirani RJ. An Introduction to the Bootstrap. New York: Chapman & Hall; 1993.",
  priorPrediction:
    "Gabry J, Simpson D, Vehtari A, Betancourt M, Gelman A. Visualization in Bayesian workflow. J R Stat Soc A 2019;182:389–402. doi:10.1111/rssa.12378",
  order: "David HA, Nagaraja HN. Order Statistics, 3rd ed. Hoboken: Wiley; 2003.",
  wilson:
    "Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212. doi:10.1080/01621459.1927.10502953",
  simulation:
    "Morris TP, White IR, Crowther MJ. Using simulation studies to evaluate statistical methods. Stat Med 2019;38:2074–2102. doi:10.1002/sim.8086",
  mixedModel:
    "Laird NM, Ware JH. Random-effects models for longitudinal data. Biometrics 1982;38:963–974. doi:10.2307/2529876",
  kenwardRoger:
    "Kenward MG, Roger JH. Small sample inference for fixed effects from restricted maximum likelihood. Biometrics 1997;53:983–997. doi:10.2307/2533558",
} as const;

/** Of interval methods, by their names. */
export const INTERVAL_SOURCES: Sources = {
  posterior: [INFERENCE.adaptiveImportance, INFERENCE.smoothedImportance],
  prior: [INFERENCE.priorPrediction],
  profile: [INFERENCE.profile],
  bootstrap: [INFERENCE.bootstrap],
  wald: [INFERENCE.wald],
};
