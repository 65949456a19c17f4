import { EstimationError, InputError, type InputIssue } from "../../errors.ts";
import type { FeasibleSet } from "../../schema/feasible-set.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { SummaryEstimate } from "../../schema/summary-result.ts";
import { chernoffOrBentkus } from "./intervals/chernoff-or-bentkus.ts";
import type { SummaryInterval } from "./intervals/summary-interval.ts";
import { summaryRows } from "./summary-rows.ts";

/** What `boundedMeanInterval` needs to know. */
export interface BoundedMean {
  /** Patients; whole, at least 1. */
  n: number;
  /** Mean of one number per patient. */
  mean: number;
  /** Bounds that no patient's value can pass. */
  lower: number;
  upper: number;
}

/** Options of `boundedMeanInterval`. */
export interface BoundedMeanIntervalOptions {
  /** An interval of a mean that needs no more than n, the mean and the bounds; default `chernoffOrBentkus`. */
  method?: SummaryInterval;
  /** Two-sided level in (0, 1), half of the rest on either side; default 0.95. */
  level?: number;
}

/** The interval of one bounded mean. */
export interface BoundedMeanInterval extends SummaryEstimate {
  /** Patients. */
  n: number;
  warnings: Warning[];
}

/**
 * An interval for the mean of a bounded variable from n, the mean and the bounds: no standard deviation, no distribution.
 *
 * @param summary n and, all in the same unit, mean, lower and upper bound. The mean is taken as exact.
 * @returns A row in that unit.
 * @throws {InputError} when n is not whole, the bounds are not in order, or the mean is not within them.
 * @throws {RangeError} when the level is not in (0, 1).
 * @throws {EstimationError} `not-identifiable` when the method needs more than this.
 * @see Hoeffding (1963), J Am Stat Assoc 58:13–30, equation 2.1, for the default, with Bentkus (2004); each method cites its own.
 * @example
 * boundedMeanInterval({ n: 5, mean: 73.4, lower: 0, upper: 100 }).lower; // 17.85
 */
export function boundedMeanInterval(
  { n, mean, lower, upper }: BoundedMean,
  { method = chernoffOrBentkus, level = 0.95 }: BoundedMeanIntervalOptions = {},
): BoundedMeanInterval {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  checkBoundedMean({ n, mean, lower, upper });
  const report = { n, mean, lower, upper };
  const evidence = { report, feasible: exactly(mean), samples: null, samplesComplete: false };
  const { rows, warnings } = summaryRows(evidence, method, level);
  const row = rows[0];
  if (row === undefined || rows.length > 1 || method.quantity !== "mean") {
    const message = `${method.label} gives no one interval of the mean from n, the mean and the bounds alone`;
    throw new EstimationError("not-identifiable", message);
  }
  return { ...row, n, warnings };
}

/** A feasible set that knows the mean; n and the bounds stand in the report. */
function exactly(mean: number): FeasibleSet {
  const quantities = [{ quantity: "mean", lower: mean, upper: mean, reported: mean }];
  return { quantities, clashes: [], sharp: false, notes: [] };
}

/** Numbers that can't be, all of them. */
function checkBoundedMean({ n, mean, lower, upper }: BoundedMean): void {
  const issues: InputIssue[] = [];
  if (!(Number.isSafeInteger(n) && n >= 1))
    issues.push({ path: "n", message: `needs a whole number of at least 1, got ${n}` });
  if (!(Number.isFinite(lower) && Number.isFinite(upper) && lower < upper))
    issues.push({ path: "lower", message: `needs finite bounds in order, got ${lower} and ${upper}` });
  else if (!(mean >= lower && mean <= upper))
    issues.push({ path: "mean", message: `needs a mean within [${lower}, ${upper}], got ${mean}` });
  if (issues.length > 0) throw new InputError(issues);
}
