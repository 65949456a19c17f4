import { betaLogSurvival } from "../../../math/distributions/beta.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";
import { type BoundedReport, hasBounds } from "./known-bounds.ts";
import {
  assumedHere,
  impossibleSpread,
  isPossibleSpread,
  likelyCenter,
  likelySpread,
} from "./known-spread.ts";
import { meanInterval } from "./mean-interval.ts";
import {
  type SummaryEvidence,
  type SummaryInterval,
  type SummaryLimits,
  withoutLimits,
} from "./summary-interval.ts";
import { hasCenterAndSpread } from "./t-interval.ts";

const LABEL = "Beta";

/** The mean below `mean` at which a mean of that size or more has the given chance. */
function lowerLimit(mean: number, precision: number, tail: number): number {
  const excess = (log: number): number => {
    const m = Math.exp(log);
    return betaLogSurvival(mean, m * precision, (1 - m) * precision) - Math.log(tail);
  };
  const root = findRoot(excess, -690, Math.log(mean));
  return root === null ? 0 : Math.exp(root);
}

function betaRow(evidence: SummaryEvidence, level: number): SummaryLimits {
  const { report } = evidence;
  const { n, lower, upper } = report as BoundedReport;
  const center = likelyCenter(report)!;
  const spread = likelySpread(evidence);
  if (n < 2 || spread === null)
    return withoutLimits("too-few-patients", `${LABEL} needs at least 2 patients, got ${n}`, center);
  if (!isPossibleSpread(evidence, spread.sd)) return impossibleSpread(LABEL, evidence, spread.sd, center);
  const width = upper - lower;
  const mean = (center - lower) / width;
  const precision = n * mean * (1 - mean) * (width / spread.sd) ** 2 - 1;
  if (spread.sd === 0 || !(precision > 0)) {
    const found = spread.sd === 0 ? "0" : "the greatest possible";
    const message = `${LABEL} needs a standard deviation between 0 and the greatest possible, got ${found}`;
    return withoutLimits("no-beta-law", message, center);
  }
  const tail = 0.5 * (1 - level);
  const given = assumedHere(report, spread);
  return {
    estimate: center,
    lower: lower + width * lowerLimit(mean, precision, tail),
    upper: upper - width * lowerLimit(1 - mean, precision, tail),
    ...(given !== undefined && { given }),
  };
}

/**
 * Limits of the mean of beta-distributed values: the means at which the printed one, or one further off, has a chance of
 * α/2. The mean of n values is taken as beta too, its precision as that of the printed mean and standard deviation.
 *
 * @see Ferrari & Cribari-Neto (2004), J Appl Stat 31:799–815, equation 4, on mean and precision. doi:10.1080/0266476042000214501
 * @example
 * betaMean.layer; // "parametric"
 */
export const betaMean: SummaryInterval = meanInterval({
  name: "beta",
  label: LABEL,
  reference: "Ferrari & Cribari-Neto (2004), J Appl Stat 31:799–815",
  layer: "parametric",
  assumes:
    "Patients independent of each other, their values beta-distributed between the bounds with the precision of the printed SD, as if that were known",
  keepsBounds: true,
  quick: true,
  applies: (evidence) => hasBounds(evidence.report) && hasCenterAndSpread(evidence),
  limits: (evidence, level) => [betaRow(evidence, level)],
});
