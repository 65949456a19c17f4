import type { Sources } from "./sources.ts";

const VIECHTBAUER_2005 =
  "Viechtbauer W. Bias and efficiency of meta-analytic variance estimators in the random-effects model. J Educ Behav Stat 2005;30:261–293. doi:10.3102/10769986030003261";
const HARTUNG_KNAPP =
  "Hartung J, Knapp G. A refined method for the meta-analysis of controlled clinical trials with binary outcome. Stat Med 2001;20:3875–3889. doi:10.1002/sim.1009";
const FLOORED =
  "Röver C, Knapp G, Friede T. Hartung-Knapp-Sidik-Jonkman approach and its modification for random-effects meta-analysis with few studies. BMC Med Res Methodol 2015;15:99. doi:10.1186/s12874-015-0091-1";
const PARTLETT_RILEY =
  "Partlett C, Riley RD. Random effects meta-analysis: coverage performance of 95% confidence and prediction intervals following REML estimation. Stat Med 2017;36:301–317. doi:10.1002/sim.7140";
const HIGGINS_2009 =
  "Higgins JPT, Thompson SG, Spiegelhalter DJ. A re-evaluation of random-effects meta-analysis. J R Stat Soc A 2009;172:137–159. doi:10.1111/j.1467-985X.2008.00552.x";
const VERONIKI_2019 =
  "Veroniki AA, Jackson D, Bender R, et al. Methods to calculate uncertainty in the estimated overall effect size from a random-effects meta-analysis. Res Synth Methods 2019;10:23–43. doi:10.1002/jrsm.1319";
const NAGASHIMA_2019 =
  "Nagashima K, Noma H, Furukawa TA. Prediction intervals for random-effects meta-analysis: a confidence distribution approach. Stat Methods Med Res 2019;28:1689–1702. doi:10.1177/0962280218773520";
const JACKSON_2013 =
  "Jackson D. Confidence intervals for the between-study variance in random effects meta-analysis using generalised Cochran heterogeneity statistics. Res Synth Methods 2013;4:220–229. doi:10.1002/jrsm.1081";
const DERSIMONIAN_LAIRD =
  "DerSimonian R, Laird N. Meta-analysis in clinical trials. Control Clin Trials 1986;7:177–188. doi:10.1016/0197-2456(86)90046-2";
const GENERAL_MOMENTS =
  "DerSimonian R, Kacker R. Random-effects model for meta-analysis of clinical trials: an update. Contemp Clin Trials 2007;28:105–114. doi:10.1016/j.cct.2006.04.004";

/** Of estimators of the variance between series, by their names. */
export const TAU_SQUARED_SOURCES: Sources = {
  reml: [VIECHTBAUER_2005],
  "maximum-likelihood": [VIECHTBAUER_2005],
  "hunter-schmidt": [VIECHTBAUER_2005],
  "hunter-schmidt-corrected": [
    "Brannick MT, Potter SM, Benitez B, Morris SB. Bias and precision of alternate estimators in meta-analysis: benefits of blending Schmidt–Hunter and Hedges approaches. Organ Res Methods 2019;22:490–514. doi:10.1177/1094428117741966",
  ],
  "dersimonian-laird": [DERSIMONIAN_LAIRD],
  "generalized-q-inverse-standard-error": [GENERAL_MOMENTS],
  "paule-mandel": [
    "Paule RC, Mandel J. Consensus values and weighting factors. J Res Natl Bur Stand 1982;87:377–385. doi:10.6028/jres.087.022",
  ],
  "sidik-jonkman": [
    "Sidik K, Jonkman JN. Simple heterogeneity variance estimation for meta-analysis. Appl Stat 2005;54:367–384. doi:10.1111/j.1467-9876.2005.00489.x",
  ],
  hedges: [
    "Hedges LV. A random effects model for effect sizes. Psychol Bull 1983;93:388–395. doi:10.1037/0033-2909.93.2.388",
  ],
  "empirical-bayes": [
    "Morris CN. Parametric empirical Bayes inference: theory and applications. J Am Stat Assoc 1983;78:47–55. doi:10.2307/2287098",
  ],
  "common-effect": [
    "Rice K, Higgins JPT, Lumley T. A re-evaluation of fixed effect(s) meta-analysis. J R Stat Soc A 2018;181:205–227. doi:10.1111/rssa.12275",
  ],
};

/** Of intervals of a mean, by their names. */
export const MEAN_INTERVAL_SOURCES: Sources = {
  "hartung-knapp": [HARTUNG_KNAPP],
  "hartung-knapp-floored": [HARTUNG_KNAPP, FLOORED],
  z: [DERSIMONIAN_LAIRD],
  t: [
    "Follmann DA, Proschan MA. Valid inference in random effects meta-analysis. Biometrics 1999;55:732–737. doi:10.1111/j.0006-341X.1999.00732.x",
  ],
  "kenward-roger": [PARTLETT_RILEY],
  "henmi-copas": [
    "Henmi M, Copas JB. Confidence intervals for random effects meta-analysis and robustness to publication bias. Stat Med 2010;29:2969–2983. doi:10.1002/sim.4029",
  ],
};

/** Of intervals of a further series, by their names. */
export const PREDICTION_SOURCES: Sources = {
  t: [HIGGINS_2009, VERONIKI_2019],
  z: [HIGGINS_2009],
  "t-minus-two": [HIGGINS_2009],
  "hartung-knapp": [PARTLETT_RILEY],
  "hartung-knapp-minus-two": [PARTLETT_RILEY],
  bootstrap: [NAGASHIMA_2019],
};

/** Of intervals of the variance between series, by their names. */
export const TAU_INTERVAL_SOURCES: Sources = {
  "q-profile": [
    "Viechtbauer W. Confidence intervals for the amount of heterogeneity in meta-analysis. Stat Med 2007;26:37–52. doi:10.1002/sim.2514",
  ],
  "generalized-q-inverse-variance": [JACKSON_2013],
  "generalized-q-inverse-standard-error": [JACKSON_2013],
};

/** Of ways to pool, by their names. */
export const POOL_METHOD_SOURCES: Sources = {
  "inverse-variance": [
    "Viechtbauer W. Conducting meta-analyses in R with the metafor package. J Stat Softw 2010;36(3):1–48. doi:10.18637/jss.v036.i03",
  ],
  "mantel-haenszel": [
    "Mantel N, Haenszel W. Statistical aspects of the analysis of data from retrospective studies of disease. J Natl Cancer Inst 1959;22:719–748. doi:10.1093/jnci/22.4.719",
  ],
  peto: [
    "Yusuf S, Peto R, Lewis J, Collins R, Sleight P. Beta blockade during and after myocardial infarction: an overview of the randomized trials. Prog Cardiovasc Dis 1985;27:335–371. doi:10.1016/S0033-0620(85)80003-7",
  ],
};

/** Of shares of variance. */
export const VARIANCE_SHARES =
  "Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med 2002;21:1539–1558. doi:10.1002/sim.1186";
