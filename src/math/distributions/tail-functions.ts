import { findRoot } from "../optimize/find-root.ts";
import { logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import type { Distribution } from "./distribution.ts";
import { checkProbability } from "./parameter-checks.ts";

type Side = "lower" | "upper";
type Tails = "cdf" | "survival" | "logCdf" | "logSurvival" | "quantile" | "survivalQuantile";

/** What a continuous law with two parameters must know for its tails and quantiles. */
export interface TailSource {
  name: string;
  /** The tail at x that can be computed directly, and its complement; throws where an argument is wrong. */
  tail(x: number, first: number, second: number): ScaledTail;
  /** An increasing map of the real line onto the support, its 0 near the middle, in which ln of a tail is nearly straight. */
  position(u: number, first: number, second: number): number;
}

/** A tail known by its logarithm. */
export function tailByLog(side: Side, log: number): ScaledTail {
  return { ...scaledTail(), side, logScale: log, complement: -Math.expm1(log) };
}

/**
 * The root of an increasing function: steps of doubling length from 0 until the sign turns, then Brent's method; −∞ or ∞
 * where it doesn't turn.
 */
function increasingRoot(f: (u: number) => number): number {
  const forward = f(0) < 0 ? 1 : -1;
  let near = 0;
  for (let step = 0.25; step < 2048; step *= 2) {
    const far = near + forward * step;
    if (f(far) * forward >= 0) return findRoot(f, near, far) ?? far;
    near = far;
  }
  return forward * Infinity;
}

/** The nearest finite number: only a finite point has a tail that tells how far the quantile is. */
function finite(x: number): number {
  return Math.min(Math.max(x, -Number.MAX_VALUE), Number.MAX_VALUE);
}

/**
 * The functions of a law that follow from its tails; a quantile is the root of the logarithm of the smaller tail.
 *
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 4, for the root.
 */
export function tailFunctions(source: TailSource): Pick<Distribution<[number, number]>, Tails> {
  const { name, tail, position } = source;
  const quantile = (p: number, side: Side, first: number, second: number): number => {
    checkProbability(name, "p", p);
    const other = side === "lower" ? "upper" : "lower";
    const small = p <= 0.5 ? side : other;
    const sign = small === "lower" ? 1 : -1;
    const goal = p <= 0.5 ? Math.log(p) : Math.log1p(-p);
    const at = (u: number): number => position(u, first, second);
    // Wrong parameters are the only way to no position: the tail names them.
    if (goal === -Infinity || Number.isNaN(at(0))) tail(0, first, second);
    if (goal === -Infinity) return at(-sign * Infinity);
    return at(increasingRoot((u) => sign * (logTailOf(tail(finite(at(u)), first, second), small) - goal)));
  };
  return {
    cdf: (x, first, second) => tailOf(tail(x, first, second), "lower"),
    survival: (x, first, second) => tailOf(tail(x, first, second), "upper"),
    logCdf: (x, first, second) => logTailOf(tail(x, first, second), "lower"),
    logSurvival: (x, first, second) => logTailOf(tail(x, first, second), "upper"),
    quantile: (p, first, second) => quantile(p, "lower", first, second),
    survivalQuantile: (p, first, second) => quantile(p, "upper", first, second),
  };
}
