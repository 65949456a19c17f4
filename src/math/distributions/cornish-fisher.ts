import { normalDeviate } from "../special/normal-quantile.ts";

/**
 * A quantile guessed from the first three moments.
 *
 * @see Abramowitz & Stegun (1972), equation 26.2.49, to its second term.
 */
export function cornishFisher(
  p: number,
  upper: boolean,
  mean: number,
  standardDeviation: number,
  skewness: number,
): number {
  const z = normalDeviate(Math.min(Math.max(p, 1e-300), 1 - 1e-16), upper);
  return mean + standardDeviation * (z + (skewness * (z * z - 1)) / 6);
}
