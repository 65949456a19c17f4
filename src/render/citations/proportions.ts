import { INFERENCE } from "./inference.ts";
import type { Sources } from "./sources.ts";

const BROWN_2001 =
  "Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion. Stat Sci 2001;16:101–133. doi:10.1214/ss/1009213286";
const AGRESTI_COULL =
  "Agresti A, Coull BA. Approximate is better than “exact” for interval estimation of binomial proportions. Am Stat 1998;52:119–126. doi:10.1080/00031305.1998.10480550";

/** Of intervals of a proportion, by their names. */
export const PROPORTION_SOURCES: Sources = {
  wilson: [INFERENCE.wilson],
  "clopper-pearson": [
    "Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 1934;26:404–413. doi:10.1093/biomet/26.4.404",
  ],
  jeffreys: [BROWN_2001],
  "agresti-coull": [AGRESTI_COULL],
  "agresti-plus-four": [AGRESTI_COULL],
  arcsine: [BROWN_2001],
  logit: [BROWN_2001],
  "likelihood-ratio": [BROWN_2001],
  wald: [BROWN_2001],
  "mid-p": [
    "Berry G, Armitage P. Mid-P confidence intervals: a brief review. Statistician 1995;44:417–423. doi:10.2307/2348891",
  ],
  blaker: [
    "Blaker H. Confidence curves and improved exact confidence intervals for discrete distributions. Can J Stat 2000;28:783–798. doi:10.2307/3315916",
  ],
  sterne: [
    "Sterne TE. Some remarks on confidence or fiducial limits. Biometrika 1954;41:275–278. doi:10.1093/biomet/41.1-2.275",
  ],
  "wilson-corrected": [
    "Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven methods. Stat Med 1998;17:857–872.",
  ],
};

/** A comparison of many of them. */
export const PROPORTION_COMPARISON: string = BROWN_2001;
