import { fillIndices, indexGenerator } from "./resample-indices.ts";
import { sortAscending } from "./sort-ascending.ts";

/** A number that a sample gives; must neither keep nor change the array, which is filled anew for every resample. */
export type Statistic = (values: Float64Array) => number;

export interface BootstrapOptions {
  /** How many resamples; 9,999 unless given. */
  nResamples?: number;
  /** Seed of the streams of indices. */
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
  nResamples: number;
  seed: number;
}

/** Resamples that share a stream of indices: its number is all that a block depends on. */
export const BLOCK_SIZE = 256;
const LARGEST = 2 ** 21;

function check(values: ArrayLike<number>, nResamples: number): void {
  if (!(values.length >= 1 && values.length <= LARGEST)) {
    throw new RangeError(`bootstrap needs 1 to ${LARGEST} values, got ${values.length}`);
  }
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!))
      throw new RangeError(`bootstrap needs finite values, got ${values[i]} at ${i}`);
  }
  if (!(Number.isSafeInteger(nResamples) && nResamples >= 1)) {
    throw new RangeError(`bootstrap needs a whole nResamples >= 1, got ${nResamples}`);
  }
}

/** (replicate − estimate)/standard error, infinite on the replicate's side where the standard error is 0. */
function pivot(difference: number, standardError: number): number {
  if (difference === 0) return 0;
  return difference / standardError;
}

/**
 * Draws resamples of a sample with replacement and computes a statistic in each.
 *
 * Nothing is allocated per resample. Resamples are drawn in blocks of 256, each from its own substream of the seed, so
 * that the first ones are the same however many follow.
 *
 * @param values The sample, 1 to 2²¹ finite values.
 * @param statistic Computed in the sample and in every resample.
 * @throws {RangeError} when the sample is empty, a value is not finite, or nResamples or the seed is not a whole number.
 * @see Davison & Hinkley (1997), Bootstrap Methods and their Application, section 2.3 (nonparametric simulation).
 * @example
 * bootstrap([5, 7, 9], sampleMean, { seed: 1 }).estimate; // 7
 */
export function bootstrap(
  values: ArrayLike<number>,
  statistic: Statistic,
  { nResamples = 9_999, seed, standardError }: BootstrapOptions,
): BootstrapReplicates {
  check(values, nResamples);
  const sample = Float64Array.from(values);
  const n = sample.length;
  const estimate = statistic(Float64Array.from(sample));
  const replicates = new Float64Array(nResamples);
  const studentized = standardError ? new Float64Array(nResamples) : null;
  const resample = new Float64Array(n);
  const indices = new Uint32Array(n * BLOCK_SIZE);
  for (let from = 0; from < nResamples; from += BLOCK_SIZE) {
    fillIndices(indexGenerator(seed, from / BLOCK_SIZE), n, indices);
    const to = Math.min(nResamples, from + BLOCK_SIZE);
    for (let r = from, place = 0; r < to; r++) {
      for (let i = 0; i < n; i++) resample[i] = sample[indices[place++]!]!;
      const replicate = statistic(resample);
      replicates[r] = replicate;
      if (studentized) studentized[r] = pivot(replicate - estimate, standardError!(resample));
    }
  }
  return {
    values: sample,
    statistic,
    estimate,
    replicates: sortAscending(replicates),
    standardError: standardError ? standardError(Float64Array.from(sample)) : null,
    studentized: studentized ? sortAscending(studentized) : null,
    nResamples,
    seed,
  };
}
