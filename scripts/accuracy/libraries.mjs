import stdlibDigamma from "@stdlib/math-base-special-digamma";
import stdlibErfinv from "@stdlib/math-base-special-erfinv";
import stdlibGammaln from "@stdlib/math-base-special-gammaln";
import betaCdf from "@stdlib/stats-base-dists-beta-cdf";
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import fCdf from "@stdlib/stats-base-dists-f-cdf";
import fQuantile from "@stdlib/stats-base-dists-f-quantile";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import jstat from "jstat";
import * as simple from "simple-statistics";

const { jStat } = jstat;

/** How jstat 1.9.6 computes each function of the reference file. */
const jstatFunctions = {
  pnorm: ({ x }) => jStat.normal.cdf(x, 0, 1),
  qnorm: ({ p }) => jStat.normal.inv(p, 0, 1),
  pt: ({ t, df }) => jStat.studentt.cdf(t, df),
  qt: ({ p, df }) => jStat.studentt.inv(p, df),
  pchisq: ({ x, df }) => jStat.chisquare.cdf(x, df),
  pchisqU: ({ x, df }) => 1 - jStat.chisquare.cdf(x, df),
  qchisq: ({ p, df }) => jStat.chisquare.inv(p, df),
  pf: ({ x, df1, df2 }) => jStat.centralF.cdf(x, df1, df2),
  pfU: ({ x, df1, df2 }) => 1 - jStat.centralF.cdf(x, df1, df2),
  qf: ({ p, df1, df2 }) => jStat.centralF.inv(p, df1, df2),
  pbeta: ({ x, a, b }) => jStat.beta.cdf(x, a, b),
  qbeta: ({ p, a, b }) => jStat.beta.inv(p, a, b),
  pgamma: ({ x, shape }) => jStat.gamma.cdf(x, shape, 1),
  qgamma: ({ p, shape }) => jStat.gamma.inv(p, shape, 1),
  pbinom: ({ k, n, prob }) => jStat.binomial.cdf(k, n, prob),
  ppois: ({ k, lambda }) => jStat.poisson.cdf(k, lambda),
  pnct: ({ t, df, ncp }) => jStat.noncentralt.cdf(t, df, ncp),
  ptukey: ({ q, nmeans, df }) => jStat.tukey.cdf(q, nmeans, df),
  qtukey: ({ p, nmeans, df }) => jStat.tukey.inv(p, nmeans, df),
  lgamma: ({ x }) => jStat.gammaln(x),
  erfinv: ({ x }) => jStat.erfcinv(1 - x),
};

/** How simple-statistics computes each function of the reference file. */
const simpleStatisticsFunctions = {
  pnorm: ({ x }) => simple.cumulativeStdNormalProbability(x),
  qnorm: ({ p }) => simple.probit(p),
  lgamma: ({ x }) => simple.gammaln(x),
  erfinv: ({ x }) => simple.inverseErrorFunction(x),
};

/** How @stdlib computes each function of the reference file. */
const stdlibFunctions = {
  pt: ({ t, df }) => tCdf(t, df),
  qt: ({ p, df }) => tQuantile(p, df),
  pf: ({ x, df1, df2 }) => fCdf(x, df1, df2),
  pfU: ({ x, df1, df2 }) => 1 - fCdf(x, df1, df2),
  qf: ({ p, df1, df2 }) => fQuantile(p, df1, df2),
  pbeta: ({ x, a, b }) => betaCdf(x, a, b),
  qbeta: ({ p, a, b }) => betaQuantile(p, a, b),
  lgamma: ({ x }) => stdlibGammaln(x),
  digamma: ({ x }) => stdlibDigamma(x),
  erfinv: ({ x }) => stdlibErfinv(x),
};

/** The other libraries of the table. */
export const otherLibraries = [
  { name: "jstat", functions: jstatFunctions },
  { name: "simple-statistics", functions: simpleStatisticsFunctions },
  { name: "@stdlib", functions: stdlibFunctions },
];
