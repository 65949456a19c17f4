import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  beta,
  binomial,
  chiSquared,
  fDistribution,
  gamma,
  noncentralChiSquared,
  noncentralT,
  normal,
  poisson,
  studentizedRange,
  studentT,
} from "../../src/math/distributions/index.ts";
import { digamma, erfinv, logGamma } from "../../src/math/special/index.ts";
import { relativeError } from "../helpers/closeness.ts";

// Made by R 4.2.2 and 34-digit arithmetic (mpmath); the field `use` says which to trust.
interface Point {
  fn: string;
  args: Record<string, number>;
  region: string;
  use: string;
  R: string;
  mpmath: string | null;
  numpy?: string;
}

const { entries } = JSON.parse(readFileSync(new URL("./distributions.json", import.meta.url), "utf8")) as {
  entries: Point[];
};

const functions: Record<string, (args: Record<string, number>) => number> = {
  lgamma: ({ x }) => logGamma(x),
  digamma: ({ x }) => digamma(x),
  erfinv: ({ x }) => erfinv(x),
  pnorm: ({ x }) => normal.cdf(x),
  qnorm: ({ p }) => normal.quantile(p),
  pt: ({ t, df }) => studentT.cdf(t, df),
  qt: ({ p, df }) => studentT.quantile(p, df),
  pchisq: ({ x, df }) => chiSquared.cdf(x, df),
  pchisqU: ({ x, df }) => chiSquared.survival(x, df),
  qchisq: ({ p, df }) => chiSquared.quantile(p, df),
  pf: ({ x, df1, df2 }) => fDistribution.cdf(x, df1, df2),
  pfU: ({ x, df1, df2 }) => fDistribution.survival(x, df1, df2),
  qf: ({ p, df1, df2 }) => fDistribution.quantile(p, df1, df2),
  pbeta: ({ x, a, b }) => beta.cdf(x, a, b),
  qbeta: ({ p, a, b }) => beta.quantile(p, a, b),
  pgamma: ({ x, shape }) => gamma.cdf(x, shape),
  qgamma: ({ p, shape }) => gamma.quantile(p, shape),
  pbinom: ({ k, n, prob }) => binomial.cdf(k, n, prob),
  qbinom: ({ p, n, prob }) => binomial.quantile(p, n, prob),
  ppois: ({ k, lambda }) => poisson.cdf(k, lambda),
  qpois: ({ p, lambda }) => poisson.quantile(p, lambda),
  pncchisq: ({ x, df, ncp }) => noncentralChiSquared.cdf(x, df, ncp),
  pnct: ({ t, df, ncp }) => noncentralT.cdf(t, df, ncp),
  ptukey: ({ q, nmeans, df }) => studentizedRange.cdf(q, nmeans, df),
  qtukey: ({ p, nmeans, df }) => studentizedRange.quantile(p, nmeans, df),
};

/**
 * Four points say to trust R, which answers 0; these are the values of mpmath with 60 digits (one degree of freedom on
 * both sides has the closed form tan²(πp/2)).
 */
const corrected: Record<string, number> = {
  'qf {"p":1e-10,"df1":1,"df2":1}': 2.46740110027234e-20,
  'qf {"p":1e-14,"df1":1,"df2":1}': 2.4674011002723396e-28,
  'qf {"p":1e-14,"df1":1,"df2":30}': 1.5971907257747137e-28,
  'qf {"p":1e-14,"df1":1,"df2":100000}': 1.5708041807961654e-28,
};

function truth(point: Point): number {
  const value = { R: point.R, mpmath: point.mpmath, numpy: point.numpy }[point.use.split(" ")[0]!];
  return corrected[`${point.fn} ${JSON.stringify(point.args)}`] ?? Number(value);
}

/** By how much a relative error of p is magnified in its studentised-range quantile. */
function conditioning({ p, nmeans, df }: Record<string, number>): number {
  const q = studentizedRange.quantile(p!, nmeans!, df!);
  return p! / (q * studentizedRange.density(q, nmeans!, df!));
}

/**
 * Relative tolerance by region: the digits asked of the body, of tails to 1e-12, and beyond. The only trusted values of
 * the studentised range are a trapezoidal sum that the field `use` gives 12 digits of the probability; 40-digit values
 * of the same law are in tests/unit/math/distributions.
 */
function tolerance({ fn, use, region, args }: Point): number {
  if (use.startsWith("numpy")) return 1e-12 * (fn === "qtukey" ? conditioning(args) : 1);
  if (region === "extreme") return 1e-10;
  return region === "tail" ? 1e-12 : 1e-13;
}

describe("distribution functions agree with 34-digit arithmetic", () => {
  for (const [fn, compute] of Object.entries(functions)) {
    const points = entries.filter((point) => point.fn === fn);
    it(`${fn}: ${points.length} points`, () => {
      expect(points.length).toBeGreaterThan(7);
      const wrong = points.filter((point) => {
        const error = relativeError(compute(point.args), truth(point));
        return !(error <= tolerance(point));
      });
      expect(wrong.map((point) => [point, compute(point.args)])).toEqual([]);
    });
  }
});
