import * as laws from "../../dist/math/distributions/index.js";
import { digamma, erfinv, logGamma } from "../../dist/math/special/index.js";

/** How nof1 computes each function of the reference file. */
export const nof1Functions = {
  pnorm: ({ x }) => laws.normal.cdf(x),
  qnorm: ({ p }) => laws.normal.quantile(p),
  pt: ({ t, df }) => laws.studentT.cdf(t, df),
  qt: ({ p, df }) => laws.studentT.quantile(p, df),
  pchisq: ({ x, df }) => laws.chiSquared.cdf(x, df),
  pchisqU: ({ x, df }) => laws.chiSquared.survival(x, df),
  qchisq: ({ p, df }) => laws.chiSquared.quantile(p, df),
  pf: ({ x, df1, df2 }) => laws.fDistribution.cdf(x, df1, df2),
  pfU: ({ x, df1, df2 }) => laws.fDistribution.survival(x, df1, df2),
  qf: ({ p, df1, df2 }) => laws.fDistribution.quantile(p, df1, df2),
  pbeta: ({ x, a, b }) => laws.beta.cdf(x, a, b),
  qbeta: ({ p, a, b }) => laws.beta.quantile(p, a, b),
  pgamma: ({ x, shape }) => laws.gamma.cdf(x, shape),
  qgamma: ({ p, shape }) => laws.gamma.quantile(p, shape),
  pbinom: ({ k, n, prob }) => laws.binomial.cdf(k, n, prob),
  qbinom: ({ p, n, prob }) => laws.binomial.quantile(p, n, prob),
  ppois: ({ k, lambda }) => laws.poisson.cdf(k, lambda),
  qpois: ({ p, lambda }) => laws.poisson.quantile(p, lambda),
  pnct: ({ t, df, ncp }) => laws.noncentralT.cdf(t, df, ncp),
  pncchisq: ({ x, df, ncp }) => laws.noncentralChiSquared.cdf(x, df, ncp),
  ptukey: ({ q, nmeans, df }) => laws.studentizedRange.cdf(q, nmeans, df),
  qtukey: ({ p, nmeans, df }) => laws.studentizedRange.quantile(p, nmeans, df),
  lgamma: ({ x }) => logGamma(x),
  digamma: ({ x }) => digamma(x),
  erfinv: ({ x }) => erfinv(x),
};
