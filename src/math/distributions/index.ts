import { beta } from "./beta.ts";
import { binomial } from "./binomial.ts";
import { chiSquared } from "./chi-squared.ts";
import type { Distribution } from "./distribution.ts";
import { exponential } from "./exponential.ts";
import { fDistribution } from "./f-distribution.ts";
import { gamma } from "./gamma.ts";
import { hypergeometric } from "./hypergeometric.ts";
import { logLogistic } from "./log-logistic.ts";
import { logNormal } from "./log-normal.ts";
import { logistic } from "./logistic.ts";
import { noncentralChiSquared } from "./noncentral-chi-squared.ts";
import { noncentralT } from "./noncentral-t.ts";
import { normal } from "./normal.ts";
import { poisson } from "./poisson.ts";
import { studentT } from "./student-t.ts";
import { studentizedRange } from "./studentized-range.ts";
import { weibull } from "./weibull.ts";

export type { Distribution } from "./distribution.ts";
export {
  beta,
  binomial,
  chiSquared,
  exponential,
  fDistribution,
  gamma,
  hypergeometric,
  logistic,
  logLogistic,
  logNormal,
  noncentralChiSquared,
  noncentralT,
  normal,
  poisson,
  studentizedRange,
  studentT,
  weibull,
};

/** Every family of distributions, for tables and contract tests. */
export const distributions: readonly Distribution<number[]>[] = [
  normal,
  studentT,
  chiSquared,
  fDistribution,
  beta,
  gamma,
  weibull,
  logNormal,
  logistic,
  logLogistic,
  exponential,
  binomial,
  poisson,
  hypergeometric,
  noncentralT,
  noncentralChiSquared,
  studentizedRange,
];
