import type { Sources } from "./sources.ts";

const ROBUST: string =
  "Hedges LV, Tipton E, Johnson MC. Robust variance estimation in meta-regression with dependent effect size estimates. Res Synth Methods 2010;1:39–65. doi:10.1002/jrsm.5";

/** Of estimates that go together. */
export const MULTILEVEL: Readonly<Record<"levels" | "outcomes" | "robust", string>> = {
  levels:
    "Konstantopoulos S. Fixed effects and variance components estimation in three-level meta-analysis. Res Synth Methods 2011;2:61–76. doi:10.1002/jrsm.35",
  outcomes:
    "van Houwelingen HC, Arends LR, Stijnen T. Advanced methods in meta-analysis: multivariate approach and meta-regression. Stat Med 2002;21:589–624. doi:10.1002/sim.1040",
  robust: ROBUST,
};

/** Of intervals of a multilevel mean, by their names. */
export const MULTILEVEL_INTERVAL_SOURCES: Sources = {
  "cluster-robust-cr1": [ROBUST],
  "cluster-robust-cr2": [
    "Tipton E. Small sample adjustments for robust variance estimation with meta-regression. Psychol Methods 2015;20:375–393. doi:10.1037/met0000011",
    "Pustejovsky JE, Tipton E. Small-sample methods for cluster-robust variance estimation and hypothesis testing in fixed effects models. J Bus Econ Stat 2018;36:672–683. doi:10.1080/07350015.2016.1247004",
  ],
};

const TRIM_AND_FILL =
  "Duval S, Tweedie R. Trim and fill: a simple funnel-plot-based method of testing and adjusting for publication bias in meta-analysis. Biometrics 2000;56:455–463. doi:10.1111/j.0006-341X.2000.00455.x";
const OUTLIERS =
  "Viechtbauer W, Cheung MW-L. Outlier and influence diagnostics for meta-analysis. Res Synth Methods 2010;1:112–125. doi:10.1002/jrsm.11";

/** Of what stands beside a pool, by the kind of its result. */
export const FURTHER_SOURCES: Sources = {
  "leave-one-out": [OUTLIERS],
  "pool-influence": [OUTLIERS],
  funnel: [
    "Sterne JAC, Sutton AJ, Ioannidis JPA, et al. Recommendations for examining and interpreting funnel plot asymmetry in meta-analyses of randomised controlled trials. BMJ 2011;343:d4002. doi:10.1136/bmj.d4002",
  ],
  "trim-and-fill": [TRIM_AND_FILL],
  "cumulative-pool": [
    "Lau J, Antman EM, Jimenez-Silva J, Kupelnick B, Mosteller F, Chalmers TC. Cumulative meta-analysis of therapeutic trials for myocardial infarction. N Engl J Med 1992;327:248–254. doi:10.1056/NEJM199207233270406",
  ],
  "moderator-permutation": [
    "Higgins JPT, Thompson SG. Controlling the risk of spurious findings from meta-regression. Stat Med 2004;23:1663–1682. doi:10.1002/sim.1752",
  ],
};

/** Of tests of a funnel, by their names. */
export const FUNNEL_TEST_SOURCES: Sources = {
  "egger-weighted": [
    "Egger M, Davey Smith G, Schneider M, Minder C. Bias in meta-analysis detected by a simple, graphical test. BMJ 1997;315:629–634. doi:10.1136/bmj.315.7109.629",
  ],
  begg: [
    "Begg CB, Mazumdar M. Operating characteristics of a rank correlation test for publication bias. Biometrics 1994;50:1088–1101. doi:10.2307/2533446",
  ],
};
