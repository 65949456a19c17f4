import { logTailOf, type ScaledTail, scaledTail } from "./scaled-tail.ts";

/** Fills in both tails at one position. */
export type TailEvaluation<Constants> = (
  position: number,
  constants: Constants,
  out: ScaledTail,
) => ScaledTail;

/** Residuals and steps this small are cubed below the rounding error. */
const LAST_STEP = 4e-6;

/** The middle of a bracket by logarithms; its open ends are the ends of the double range. */
function middle(low: number, high: number): number {
  return Math.sqrt(Math.max(low, Number.MIN_VALUE)) * Math.sqrt(Math.min(high, Number.MAX_VALUE));
}

/** Density over tail, from the ratio where that is at hand: logarithms of large size would spoil it. */
function hazardOf(out: ScaledTail, side: "lower" | "upper", log: number): number {
  return out.side === side
    ? Math.exp(out.logDensity - out.logScale) / out.ratio
    : Math.exp(out.logDensity - log);
}

/**
 * Halley's step in the logarithm of the position for ln tail = target, from the density's own slope.
 *
 * @param hazard Density over tail, signed as the tail's slope.
 */
function halleyStep(residual: number, hazard: number, drift: number): number {
  const newton = -residual / hazard;
  return newton / Math.max(0.5, 1 + 0.5 * newton * (drift - hazard));
}

/**
 * The position > 0 at which a tail has a given logarithm: Halley's method on ln tail by ln position, kept inside a
 * bracket that every evaluation narrows.
 *
 * The tails of the gamma law by ln x and of the beta law by ln odds are log-concave, so that from the far side the
 * steps never cross the root; a step that leaves the bracket is replaced by its middle.
 *
 * @param start A guess, clamped to the double range.
 * @returns 0 or ∞ where the position underflows or overflows.
 * @see Traub (1964), Iterative Methods for the Solution of Equations, section 5.2 (Halley's method).
 */
export function tailPosition<Constants>(
  evaluate: TailEvaluation<Constants>,
  constants: Constants,
  side: "lower" | "upper",
  target: number,
  start: number,
): number {
  const sign = side === "lower" ? 1 : -1;
  const out = scaledTail();
  let low = 0;
  let high = Infinity;
  let position = Math.min(Math.max(start, Number.MIN_VALUE), Number.MAX_VALUE);
  for (let i = 0; i < 200; i++) {
    evaluate(position, constants, out);
    const log = logTailOf(out, side);
    const residual = log - target;
    if (residual === 0) return position;
    if (residual * sign < 0) low = position;
    else high = position;
    const step = halleyStep(residual, sign * hazardOf(out, side, log), out.drift);
    const next = position + position * Math.expm1(step);
    if (Math.abs(residual) <= LAST_STEP && Math.abs(step) <= LAST_STEP) return next;
    position = next > low && next < high ? next : middle(low, high);
    if (!(position > low && position < high)) return position;
  }
  return position;
}
