import { betaQuantile } from "../../math/distributions/beta.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import type { NormalOrder, ScoreResidual } from "../../schema/response-diagnostics.ts";

/** Two-sided probability within the limits of one place. */
const LEVEL = 0.95;

const nowhere: NormalOrder = { normalOrder: null, normalOrderLower: null, normalOrderUpper: null };

/**
 * Sets each residual beside the place that its rank has among as many independent standard normal numbers: the median of
 * that place, and 95 % limits of what it may be by chance alone.
 *
 * The k-th smallest of n uniform numbers follows Beta(k, n + 1 − k), so that medians and limits are exact.
 *
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., section 2.1; Wilk & Gnanadesikan (1968), Biometrika 55:1–17
 * (plots of ordered values)
 */
export function inNormalOrder(residuals: readonly Omit<ScoreResidual, keyof NormalOrder>[]): ScoreResidual[] {
  const ranked = residuals
    .flatMap(({ residual }, i) => (residual === null ? [] : [{ residual, i }]))
    .sort((a, b) => a.residual - b.residual);
  const places = new Map(ranked.map(({ i }, k) => [i, placeOf(k + 1, ranked.length)]));
  return residuals.map((row, i) => ({ ...row, ...(places.get(i) ?? nowhere) }));
}

function placeOf(rank: number, n: number): NormalOrder {
  const at = (p: number): number => normalQuantile(betaQuantile(p, "lower", rank, n + 1 - rank));
  return {
    normalOrder: at(0.5),
    normalOrderLower: at(0.5 * (1 - LEVEL)),
    normalOrderUpper: at(0.5 * (1 + LEVEL)),
  };
}
