import { sobolPoints } from "../../../math/random/sobol.ts";

/** How many independent scramblings tell the error. */
export const N_REPLICATES = 4;

const SEED_STEP = 1_000_003;

/**
 * Evenly spread probabilities for the open standard deviations: points of one scrambled Sobol sequence, which of one dimension
 * are one from each of equal strata.
 *
 * @param replicate Another scrambling for each.
 * @param from Index of the first; with it a sequence goes on.
 * @returns nPoints rows of nOpen probabilities in (0, 1).
 * @see Owen (1997), Ann Stat 25:1541–1562. doi:10.1214/aos/1031594731
 */
export function spreadPoints(
  nPoints: number,
  nOpen: number,
  { seed, replicate, from = 0 }: { seed: number; replicate: number; from?: number },
): Float64Array[] {
  const step = (seed > 0 ? -1 : 1) * replicate * SEED_STEP;
  const { values } = sobolPoints(nPoints, nOpen, seed + step, from);
  return Array.from({ length: nPoints }, (_, i) => values.slice(i * nOpen, (i + 1) * nOpen));
}

/**
 * How far limits from several replicates leave that of all of them open: the larger standard error of the two, as a share of
 * their distance.
 *
 * @param replicates Limits of each; null where one has none.
 */
export function limitError(
  replicates: readonly (readonly [number, number] | null)[],
  width: number | null,
): number | null {
  if (width === null || !(width > 0) || replicates.length < 2) return width === null ? null : 0;
  const errors = [0, 1].map((side) => {
    const limits = replicates.map((limit) => limit?.[side] ?? Number.NaN);
    const mean = limits.reduce((sum, one) => sum + one, 0) / limits.length;
    const squares = limits.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    return Math.sqrt(squares / (limits.length - 1) / limits.length);
  });
  const error = Math.max(...errors) / width;
  return Number.isFinite(error) ? error : null;
}
