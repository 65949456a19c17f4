import { checkChoice } from "./effect-size-method.ts";
import type { Nonoverlap } from "./nonoverlap.ts";

/** Ways to a standard error of NAP. */
export type NapStandardError = "unbiased" | "hanley-mcneil" | "null";

type Variance = (found: Nonoverlap, m: number, n: number) => number | null;

/** The variance of a share half a pair away from the end, which keeps it above 0 at complete separation. */
function floor({ share, nPairs }: Nonoverlap): number {
  const kept = Math.min(Math.max(share, 0.5 / nPairs), 1 - 0.5 / nPairs);
  return kept * (1 - kept);
}

const VARIANCES: Record<NapStandardError, Variance> = {
  unbiased: (found, m, n) => {
    if (m === 1 || n === 1) return null;
    const { share, baselineMeanSquare, treatmentMeanSquare, meanSquare } = found;
    const sum =
      share - (m + n - 1) * share ** 2 + n * baselineMeanSquare + m * treatmentMeanSquare - 2 * meanSquare;
    return Math.max(sum, floor(found)) / ((m - 1) * (n - 1));
  },
  "hanley-mcneil": (found, m, n) => {
    const { share, baselineMeanSquare, treatmentMeanSquare } = found;
    const sum =
      share * (1 - share) +
      (n - 1) * (baselineMeanSquare - share ** 2) +
      (m - 1) * (treatmentMeanSquare - share ** 2);
    return Math.max(sum, floor(found)) / (m * n);
  },
  null: (_, m, n) => (m + n + 1) / (12 * m * n),
};

/**
 * The standard error of NAP.
 *
 * @param found All pairs of `m` baseline and `n` treatment scores.
 * @returns null for `unbiased` with a single score in a phase.
 * @throws {RangeError} when there is no such way.
 * @see Mee (1990), J Am Stat Assoc 85:793–800 (unbiased); Hanley & McNeil (1982), Radiology 143:29–36; Mann & Whitney
 * (1947), Ann Math Stat 18:50–60 (without an effect). As in Pustejovsky's SingleCaseES, the first two are kept above 0
 * by a share half a pair away from the end.
 */
export function napStandardError(
  found: Nonoverlap,
  m: number,
  n: number,
  way: NapStandardError,
): number | null {
  checkChoice("standardError", way, Object.keys(VARIANCES));
  const variance = VARIANCES[way](found, m, n);
  return variance === null ? null : Math.sqrt(variance);
}
