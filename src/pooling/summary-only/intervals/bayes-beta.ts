import { betaLogDensityAt } from "../../../math/distributions/beta.ts";
import { gaussLegendre } from "../../../math/quadrature/gauss-legendre.ts";
import { type BoundedReport, hasBounds } from "./known-bounds.ts";
import { reportedSpread } from "./known-spread.ts";
import { meanInterval } from "./mean-interval.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/** Cells of the mean, and points of the spread within each. */
const N_CELLS = 400;
const N_SPREADS = 40;
/** How far inside its bound a mean is read that stands at it, where no decimals are given: as a share of the way between bounds. */
const AT_BOUND = 5e-4;

/** ln of the likelihood of the printed mean and, where there is one, of the printed spread. */
function logLikelihood(n: number, mean: number, sd: number | null, m: number, spread: number): number {
  const precision = (n * m * (1 - m)) / (spread * spread) - 1;
  if (!(precision > 0)) return -Infinity;
  const ofMean = betaLogDensityAt(mean, m * precision, (1 - m) * precision);
  if (sd === null || n < 2) return ofMean;
  return ofMean - (n - 1) * (Math.log(spread) + 0.5 * (sd / spread) ** 2);
}

/** Weight of each cell of the mean, with the spread integrated out over (0, √(m(1 − m))). */
function cellWeights(n: number, mean: number, sd: number | null): Float64Array {
  const { nodes, weights } = gaussLegendre(N_SPREADS);
  const logs: Float64Array[] = [];
  let highest = -Infinity;
  for (let cell = 0; cell < N_CELLS; cell++) {
    const m = (cell + 0.5) / N_CELLS;
    const most = Math.sqrt(m * (1 - m));
    const row = nodes.map((node) => logLikelihood(n, mean, sd, m, 0.5 * (node + 1) * most));
    for (const log of row) if (log > highest) highest = log;
    logs.push(row);
  }
  return Float64Array.from(logs, (row) =>
    row.reduce((total, log, i) => total + weights[i]! * Math.exp(log - highest), 0),
  );
}

/** The point below which a share of the weight lies, by a straight line within a cell. */
function quantile(weights: Float64Array, share: number): number {
  const wanted = share * weights.reduce((total, weight) => total + weight, 0);
  let below = 0;
  for (let cell = 0; cell < weights.length; cell++) {
    if (below + weights[cell]! >= wanted) return (cell + (wanted - below) / weights[cell]!) / weights.length;
    below += weights[cell]!;
  }
  return 1;
}

/**
 * Credible limits of the mean: a mean anywhere between the bounds, and below it a spread anywhere between 0 and the
 * greatest possible, are equally probable beforehand; the mean of n values is taken as beta-distributed.
 *
 * On a grid of 400 means by 40 spreads. A mean that stands at a bound is read half a printed unit inside it.
 *
 * @see Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 3.7, on such grids.
 * @example
 * bayesBeta.layer; // "parametric"
 */
export const bayesBeta: SummaryInterval = meanInterval({
  name: "bayes-beta",
  label: "Bayesian, uniform prior on mean and SD",
  reference: "Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., section 3.7",
  layer: "parametric",
  assumes:
    "Patients independent of each other, the mean of n of them beta-distributed; beforehand every mean between the bounds is equally probable, and given it every SD from 0 to the greatest possible",
  keepsBounds: true,
  quick: false,
  applies: ({ report }) => hasBounds(report) && report.mean !== undefined,
  limits: ({ report }, level) => {
    const { n, mean, decimals, lower, upper } = report as BoundedReport & { mean: number };
    const width = upper - lower;
    const inside = decimals === undefined ? AT_BOUND : Math.min(0.25, (0.5 * 10 ** -decimals) / width);
    const unit = Math.min(1 - inside, Math.max(inside, (mean - lower) / width));
    const spread = reportedSpread(report);
    const weights = cellWeights(n, unit, spread === null || spread.sd === 0 ? null : spread.sd / width);
    const tail = 0.5 * (1 - level);
    return [
      {
        estimate: mean,
        lower: lower + width * quantile(weights, tail),
        upper: upper - width * quantile(weights.slice().reverse(), tail),
      },
    ];
  },
});
