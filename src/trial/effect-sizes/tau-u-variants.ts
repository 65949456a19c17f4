/** Which comparisons Tau-U adds and takes away. */
export type TauUVariant =
  | "a-vs-b"
  | "a-vs-b-minus-trend-a"
  | "a-vs-b-plus-trend-b"
  | "a-vs-b-plus-trend-b-minus-trend-a";

/** A variant as one ordering of all scores: S is Kendall's, of this ordering and the scores. */
export interface TauUOrdering {
  label: string;
  /** True where comparisons within the baseline are taken away, or those within the treatment phase added. */
  minusTrendA: boolean;
  plusTrendB: boolean;
}

/** Every variant by name. */
export const TAU_U_VARIANTS: Readonly<Record<TauUVariant, TauUOrdering>> = {
  "a-vs-b": { label: "A vs B", minusTrendA: false, plusTrendB: false },
  "a-vs-b-minus-trend-a": { label: "A vs B − trend A", minusTrendA: true, plusTrendB: false },
  "a-vs-b-plus-trend-b": { label: "A vs B + trend B", minusTrendA: false, plusTrendB: true },
  "a-vs-b-plus-trend-b-minus-trend-a": {
    label: "A vs B + trend B − trend A",
    minusTrendA: true,
    plusTrendB: true,
  },
};

/**
 * The ranks that a perfect effect would give: the baseline falling (its trend is taken away) or tied, the treatment phase
 * above it, and rising or tied.
 *
 * @param m Scores in the baseline.
 * @param n Scores in the treatment phase.
 */
export function orderingRanks({ minusTrendA, plusTrendB }: TauUOrdering, m: number, n: number): number[] {
  const baseline = Array.from({ length: m }, (_, i) => (minusTrendA ? m - i : m));
  const treatment = Array.from({ length: n }, (_, j) => (plusTrendB ? m + 1 + j : m + 1));
  return [...baseline, ...treatment];
}

/** How many pairs each part of the ordering compares. */
export function comparedPairs(
  { minusTrendA, plusTrendB }: TauUOrdering,
  m: number,
  n: number,
): { between: number; trendA: number; trendB: number } {
  return {
    between: m * n,
    trendA: minusTrendA ? 0.5 * m * (m - 1) : 0,
    trendB: plusTrendB ? 0.5 * n * (n - 1) : 0,
  };
}
