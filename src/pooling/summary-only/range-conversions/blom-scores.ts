import { normalQuantile } from "../../../math/special/normal-quantile.ts";

/** Blom's guess at the range of n standard normal values. */
export function normalRange(n: number): number {
  return 2 * normalQuantile((n - 0.375) / (n + 0.25));
}

/** Blom's guess at the interquartile range of n standard normal values. */
export function normalQuartileRange(n: number): number {
  return 2 * normalQuantile((0.75 * n - 0.125) / (n + 0.25));
}
