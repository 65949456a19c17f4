/**
 * A linear function of the ordered values x₁ ≤ … ≤ xₙ, told by what each gap adds to it. Gap g of 0 … n lies between x_g and
 * x_{g+1}, gap 0 below x₁ and gap n above xₙ, so that xᵢ is the lower bound plus the gaps before it.
 */
export type GapWeights = (gap: number) => number;

/** Weights of the mean. */
export function meanWeights(n: number): GapWeights {
  return (gap) => (n - gap) / n;
}

/**
 * Weights of a sample quantile as an order statistic, or the weighted mean of two neighbours (type 7): with h = (n − 1)p, the
 * value x_{⌊h⌋+1} + (h − ⌊h⌋)(x_{⌊h⌋+2} − x_{⌊h⌋+1}). At p = 0, ½ and 1 these are the minimum, the median and the maximum.
 *
 * @param n Values.
 * @param probability From 0 to 1.
 * @see Hyndman & Fan (1996), Am Stat 50:361–365, definition 7. doi:10.1080/00031305.1996.10473566
 */
export function quantileWeights(n: number, probability: number): GapWeights {
  const h = (n - 1) * probability;
  const below = Math.floor(h);
  const share = h - below;
  return (gap) => (gap <= below ? 1 - share : 0) + (share > 0 && gap <= below + 1 ? share : 0);
}

/** Ranks, counted from 1, of the values that a type-7 quantile is made of: one or two. */
export function quantileRanks(n: number, probability: number): number[] {
  const h = (n - 1) * probability;
  const below = Math.floor(h);
  return h > below ? [below + 1, below + 2] : [below + 1];
}
