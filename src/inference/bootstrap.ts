import { sortedQuantile } from "../math/descriptive/sample-quantile.ts";
import { sampleStandardDeviation } from "../math/descriptive/sample-variance.ts";
import type { Warning } from "../schema/provenance.ts";
import { bootstrapReplicates, type Replicates } from "./bootstrap-replicates.ts";
import {
  fromLink,
  type Interval,
  type IntervalMethod,
  type IntervalProblem,
  linkStandardError,
  naturalInterval,
  noInterval,
  type Target,
} from "./interval-method.ts";
import { wald } from "./wald.ts";

/** How a bootstrap is made. */
export interface BootstrapOptions {
  /** Simulated data sets; default 999. */
  nReplicates?: number;
}

/**
 * Makes the parametric bootstrap as an interval method: percentile limits over the modes of data sets simulated at the
 * mode and rounded as the data were.
 *
 * A simulated data set without a value of the quantity, such as a relapse day where the threshold is never reached,
 * counts as lying below the lower limit and above the upper one, for nobody knows on which side it belongs. Where these
 * are more than a limit leaves out, that limit is open. Percentile limits need not hold the estimate.
 *
 * @throws {RangeError} when the problem cannot simulate its data, or the data sets are too few for the level.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 6.5 (parametric bootstrap), equation 13.3
 * (percentile limits).
 */
export function bootstrapIntervals({ nReplicates = 999 }: BootstrapOptions = {}): IntervalMethod {
  return {
    name: "bootstrap",
    reference: "Efron & Tibshirani (1993), An Introduction to the Bootstrap, sections 6.5 and 13.3",
    band: wald,
    estimate(problem, targets) {
      checkSize(nReplicates, problem.level);
      const replicates = bootstrapReplicates(problem, nReplicates);
      const values = targets.map((target) => valuesOf(target, replicates));
      const intervals = targets.map((target, k) =>
        percentileInterval(problem, target, values[k]!, nReplicates),
      );
      return { intervals, draws: null, posterior: null, warnings: doubts(replicates, values) };
    },
  };
}

/** Bootstrap intervals from 999 data sets; a fifth of them for a sensitivity analysis. */
export const bootstrap: IntervalMethod = {
  ...bootstrapIntervals(),
  coarse: bootstrapIntervals({ nReplicates: 199 }),
};

function checkSize(nReplicates: number, level: number): void {
  const needed = Math.ceil(2 / (1 - level) - 1 - 1e-9);
  if (Number.isSafeInteger(nReplicates) && nReplicates >= needed) return;
  throw new RangeError(
    `nReplicates must be a whole number of at least ${needed} for level ${level}, got ${nReplicates}`,
  );
}

/** The values of a target that exist, on its link's scale, in ascending order. */
function valuesOf(target: Target, { modes }: Replicates): Float64Array {
  const found = modes
    .map((mode) => target.evaluate(mode))
    .filter((value) => value !== null && Number.isFinite(value));
  return Float64Array.from(found).sort();
}

function percentileInterval(
  { minimum, covariance, level }: IntervalProblem,
  target: Target,
  values: Float64Array,
  nReplicates: number,
): Interval {
  const gradient = new Float64Array(minimum.x.length);
  const value = target.evaluate(minimum.x, gradient);
  if (value === null) return noInterval;
  // Type 7 among all data sets, those without a value standing at the very end.
  const place = 0.5 * (1 - level) * (nReplicates - 1) - (nReplicates - values.length);
  const share = values.length > 1 ? place / (values.length - 1) : -1;
  const [lower, upper] =
    share < 0 ? [null, null] : [sortedQuantile(values, share), sortedQuantile(values, 1 - share)];
  // The curvature's error stays behind `dataShare`: modes scatter little where the prior alone holds them.
  const error = linkStandardError(covariance, gradient);
  const interval = naturalInterval(target.link, value, error, lower, upper);
  return { ...interval, standardError: share < 0 ? null : scatter(target, values) };
}

/** Standard deviation of the natural values; null where one is beyond every number. */
function scatter({ link }: Target, values: Float64Array): number | null {
  const natural = values.map((value) => fromLink(link, value));
  return natural.every(Number.isFinite) ? sampleStandardDeviation(natural) : null;
}

const tooNarrow: Warning = {
  code: "undercovers",
  message:
    "Bootstrap intervals are far too narrow with few scores: data sets simulated at the fitted curve repeat its errors and its priors.",
};

function doubts({ modes, nReplicates }: Replicates, values: readonly Float64Array[]): Warning[] {
  const warnings = [tooNarrow];
  const nFailed = nReplicates - modes.length;
  if (nFailed > 0) {
    warnings.push({
      code: "replicates-failed",
      message: `${nFailed} of ${nReplicates} simulated data sets gave no fit; they count as lying beyond either limit.`,
    });
  }
  const nMissing = modes.length - Math.min(modes.length, ...values.map(({ length }) => length));
  if (nMissing > 0) {
    warnings.push({
      code: "replicates-without-value",
      message: `Up to ${nMissing} of ${nReplicates} simulated data sets had no value of some quantity; they count as lying beyond either limit.`,
    });
  }
  return warnings;
}
