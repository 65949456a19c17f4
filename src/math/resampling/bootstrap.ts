import { checkSample } from "../descriptive/check-sample.ts";
import { drawResample, LARGEST_SAMPLE, resampleGenerator } from "./draw-resample.ts";
import { sortAscending } from "./sort-ascending.ts";

/** A number that a sample gives. The array is filled anew for every call: it may be sorted in place, but not kept. */
export type Statistic = (values: Float64Array) => number;

export interface BootstrapOptions {
  /** How many resamples; 9,999 unless given. */
  nResamples?: number;
  /** A whole number, which fixes the resamples. */
  seed: number;
  /** The statistic's standard error in a sample, which the studentized limits need. */
  standardError?: Statistic;
}

/** A statistic in a sample and in its resamples, from which the limits are taken. */
export interface BootstrapReplicates {
  values: Float64Array;
  statistic: Statistic;
  estimate: number;
  /** The statistic in every resample, ascending. */
  replicates: Float64Array;
  /** The standard error in the sample, where one was asked for. */
  standardError: number | null;
  /** (replicate − estimate)/standard error of every resample, ascending; ±∞ where a resample has no spread. */
  studentized: Float64Array | null;
}

/** Differences below this share of the estimate are roundings of a sum in another order. */
const ROUNDING = 1e-12;

/** (replicate − estimate)/standard error. Equal values have none, whatever the rounding of a formula makes of it. */
function pivot(
  difference: number,
  estimate: number,
  resample: Float64Array,
  standardError: Statistic,
): number {
  if (Math.abs(difference) <= ROUNDING * Math.abs(estimate)) return 0;
  return difference / (resample.every((value) => value === resample[0]) ? 0 : standardError(resample));
}

/**
 * Draws resamples of a sample with replacement and computes a statistic in each.
 *
 * Nothing is allocated per resample. The first resamples of a seed are the same however many follow.
 *
 * @param values The sample, 1 to 65,536 finite values.
 * @param statistic Computed in the sample and in every resample.
 * @throws {RangeError} when the sample is empty or too large, a value is not finite, or nResamples or the seed is not a
 * whole number.
 * @see Davison & Hinkley (1997), Bootstrap Methods and their Application, section 2.3 (nonparametric simulation).
 * @example
 * bootstrap([5, 7, 9], sampleMean, { seed: 1 }).estimate; // 7
 */
export function bootstrap(
  values: ArrayLike<number>,
  statistic: Statistic,
  { nResamples = 9_999, seed, standardError }: BootstrapOptions,
): BootstrapReplicates {
  checkSample("bootstrap", values);
  if (values.length > LARGEST_SAMPLE) {
    throw new RangeError(`bootstrap needs at most ${LARGEST_SAMPLE} values, got ${values.length}`);
  }
  if (!(Number.isSafeInteger(nResamples) && nResamples >= 1)) {
    throw new RangeError(`bootstrap needs a whole nResamples >= 1, got ${nResamples}`);
  }
  const sample = Float64Array.from(values);
  const estimate = statistic(sample.slice());
  const replicates = new Float64Array(nResamples);
  const studentized = standardError ? new Float64Array(nResamples) : null;
  const generator = resampleGenerator(seed);
  const resample = new Float64Array(sample.length);
  for (let r = 0; r < nResamples; r++) {
    drawResample(generator, sample, resample);
    const replicate = statistic(resample);
    replicates[r] = replicate;
    if (studentized) studentized[r] = pivot(replicate - estimate, estimate, resample, standardError!);
  }
  return {
    values: sample,
    statistic,
    estimate,
    replicates: sortAscending(replicates),
    standardError: standardError ? standardError(sample.slice()) : null,
    studentized: studentized ? sortAscending(studentized) : null,
  };
}
