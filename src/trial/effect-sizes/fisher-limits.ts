import { deviate, type Limits, noLimits } from "./limits.ts";

/**
 * Limits of a correlation on Fisher's scale, as if it were Pearson's: atanh τ ± z/√(n − 3).
 *
 * @param estimate In (−1, 1); at either end and beyond there are no limits, and a warning says so.
 * @param standardError Passed on.
 * @param n Scores in all; none up to 3.
 * @see Fisher (1921), Metron 1:3–32.
 */
export function fisherLimits(
  estimate: number,
  standardError: number | null,
  n: number,
  level: number,
): Limits {
  if (n <= 3 || Math.abs(estimate) >= 1) {
    const message = `Fisher's limits need more than 3 scores and an estimate within −1 and 1, got ${n} and ${estimate.toPrecision(4)}`;
    return { ...noLimits("no-fisher-limits", message), standardError };
  }
  const half = deviate(level) / Math.sqrt(n - 3);
  const center = Math.atanh(estimate);
  return {
    standardError,
    lower: Math.tanh(center - half),
    upper: Math.tanh(center + half),
    method: "fisher",
    warnings: [],
  };
}
