import { INFERENCE } from "./inference.ts";
import type { Sources } from "./sources.ts";

const HOEFFDING =
  "Hoeffding W. Probability inequalities for sums of bounded random variables. J Am Stat Assoc 1963;58:13–30. doi:10.1080/01621459.1963.10500830";
const BENTKUS =
  "Bentkus V. On Hoeffding’s inequalities. Ann Probab 2004;32:1650–1673. doi:10.1214/009117904000000360";
const ANDERSON =
  "Anderson TW. Confidence limits for the expected value of an arbitrary bounded random variable with a continuous distribution function. Bull Int Stat Inst 1969;43:249–251.";
const STUDENT = "Student. The probable error of a mean. Biometrika 1908;6:1–25. doi:10.1093/biomet/6.1.1";
const HOZO =
  "Hozo SP, Djulbegovic B, Hozo I. Estimating the mean and variance from the median, range, and the size of a sample. BMC Med Res Methodol 2005;5:13. doi:10.1186/1471-2288-5-13";

/** Of intervals from a summary, by their names. */
export const SUMMARY_INTERVAL_SOURCES: Sources = {
  hoeffding: [HOEFFDING],
  "kl-chernoff": [HOEFFDING],
  bentkus: [BENTKUS],
  "chernoff-or-bentkus": [HOEFFDING, BENTKUS],
  anderson: [ANDERSON],
  "anderson-over-samples": [ANDERSON],
  "learned-miller-thomas": [
    "Learned-Miller E, Thomas PS. A new confidence interval for the mean of a bounded random variable. arXiv:1905.06208; 2019.",
  ],
  "median-range": [INFERENCE.order],
  "next-patient-range": [INFERENCE.order],
  wilson: [INFERENCE.wilson],
  "student-t": [STUDENT],
  "student-t-by-sd": [STUDENT],
  "student-t-over-samples": [STUDENT],
};

/** Of conversions of a range, by their names. */
export const CONVERSION_SOURCES: Sources = {
  wan: [
    "Wan X, Wang W, Liu J, Tong T. Estimating the sample mean and standard deviation from the sample size, median, range and/or interquartile range. BMC Med Res Methodol 2014;14:135. doi:10.1186/1471-2288-14-135",
  ],
  luo: [
    "Luo D, Wan X, Liu J, Tong T. Optimally estimating the sample mean from the sample size, median, mid-range, and/or mid-quartile range. Stat Methods Med Res 2018;27:1785–1805. doi:10.1177/0962280216669183",
  ],
  hozo: [HOZO],
  "range-over-four": [HOZO],
};

/** Of checks of printed numbers, by their names. */
export const CONSISTENCY_SOURCES: Sources = {
  grim: [
    "Brown NJL, Heathers JAJ. The GRIM test: a simple technique detects numerous anomalies in the reporting of results in psychology. Soc Psychol Personal Sci 2017;8:363–369. doi:10.1177/1948550616673876",
  ],
  "possible-sample": [
    "Mestdagh M, Pe M, Pestman W, Verdonck S, Kuppens P, Tuerlinckx F. Sidelining the mean: the relative variability index as a generic mean-corrected variability measure for bounded variables. Psychol Methods 2018;23:690–707. doi:10.1037/met0000153",
  ],
};

/** Of ways to put unknown standard deviations into a pool, by their names. */
export const COMBINATION_SOURCES: Sources = {
  "averaged-imputation": [
    "Rubin DB. Multiple Imputation for Nonresponse in Surveys. New York: Wiley; 1987. doi:10.1002/9780470316696",
    "Zhou X, Reiter JP. A note on Bayesian inference after multiple imputation. Am Stat 2010;64:159–163. doi:10.1198/tast.2010.09109",
  ],
  "multiple-imputation": [
    "Rubin DB. Multiple Imputation for Nonresponse in Surveys. New York: Wiley; 1987. doi:10.1002/9780470316696",
    "Barnard J, Rubin DB. Small-sample degrees of freedom with multiple imputation. Biometrika 1999;86:948–955. doi:10.1093/biomet/86.4.948",
  ],
};
