/** Both tails of a distribution, each with its own relative accuracy. */
export interface Tails {
  lower: number;
  upper: number;
}

/**
 * A tail as scale × ratio, with the scale's logarithm kept apart so that nothing underflows. Filled in by the
 * evaluations of the incomplete gamma and beta functions, and reused in loops.
 */
export interface ScaledTail {
  /** The tail that was computed; the other is its complement. */
  side: "lower" | "upper";
  logScale: number;
  ratio: number;
  /** 1 minus the tail, by itself where that is the smaller of the two. */
  complement: number;
  /** ln of the density by the logarithm of the argument (of the odds, for the beta function). */
  logDensity: number;
  /** The derivative of logDensity by the same logarithm. */
  drift: number;
}

/** An empty one to fill in. */
export function scaledTail(): ScaledTail {
  return { side: "lower", logScale: 0, ratio: 1, complement: 0, logDensity: 0, drift: 0 };
}

/** Fills in an argument at, or beyond, an end of the support: all of the probability lies on the other side. */
export function atEnd(side: "lower" | "upper", out: ScaledTail): ScaledTail {
  out.side = side;
  out.logScale = out.logDensity = -Infinity;
  out.ratio = out.complement = 1;
  return out;
}

/** Fills in a tail that is a multiple of the density, which `out` already holds. */
export function byDensity(side: "lower" | "upper", ratio: number, out: ScaledTail): ScaledTail {
  out.side = side;
  out.logScale = out.logDensity;
  out.ratio = ratio;
  out.complement = 1 - Math.exp(out.logDensity) * ratio;
  return out;
}

/** Fills in a tail that is a power times 1 + rest; the complement of a power near 1 keeps its digits. */
export function byPower(
  side: "lower" | "upper",
  logPower: number,
  rest: number,
  out: ScaledTail,
): ScaledTail {
  out.side = side;
  out.logScale = logPower;
  out.ratio = 1 + rest;
  out.complement = -Math.expm1(logPower) - Math.exp(logPower) * rest;
  return out;
}

/** One of the tails. */
export function tailOf(out: ScaledTail, side: "lower" | "upper"): number {
  return out.side === side ? Math.exp(out.logScale) * out.ratio : out.complement;
}

/** Both tails as plain numbers. */
export function tailsOf(out: ScaledTail): Tails {
  return { lower: tailOf(out, "lower"), upper: tailOf(out, "upper") };
}

/** The logarithm of one of the tails, finite wherever the tail is not truly 0. */
export function logTailOf(out: ScaledTail, side: "lower" | "upper"): number {
  const log = out.logScale + Math.log(out.ratio);
  if (out.side === side) return log < -0.1 ? log : Math.log1p(-out.complement);
  return log < -0.7 ? Math.log1p(-Math.exp(log)) + 0 : Math.log(out.complement);
}
