import { gammaConstant, gammaTail } from "./gamma-tail.ts";
import { normalDeviate } from "./normal-quantile.ts";
import type { ScaledTail } from "./scaled-tail.ts";
import { tailPosition } from "./tail-position.ts";

interface Shape {
  a: number;
  constant: number;
}

function evaluate(x: number, { a, constant }: Shape, out: ScaledTail): ScaledTail {
  return gammaTail(a, x, constant, out);
}

/** The x of the power law x^a/Γ(1 + a) = p, which P(a, x) approaches from below at 0. */
function powerLaw(a: number, constant: number, p: number): number {
  if (a <= 1) return (p * Math.exp(constant)) ** (1 / a);
  return Math.exp((Math.log(p) - constant - a + Math.log(a)) / a + Math.log(a));
}

/** Wilson & Hilferty (1931): A&S 26.4.17. */
function wilsonHilferty(a: number, z: number): number {
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return root > 0 ? a * root * root * root : 0;
}

/**
 * An approximation of the gamma quantile that the iteration starts from.
 *
 * @param p The probability of the tail, at most about ½.
 * @see Gil, Segura & Temme (2012), SIAM J Sci Comput 34:A2965–A2981, equation 3.2, for small x; A&S 26.4.17 and 6.5.32
 * for the rest.
 */
export function gammaStart(a: number, constant: number, p: number, side: "lower" | "upper"): number {
  if (side === "lower") {
    const r = powerLaw(a, constant, p);
    const s = r / (a + 1);
    if (s < 0.2) return r * (1 + s + (s * s * (1.5 * a + 2.5)) / (a + 2));
    return Math.max(r, wilsonHilferty(a, normalDeviate(p, false)));
  }
  if (a >= 0.5) return wilsonHilferty(a, normalDeviate(p, true));
  const tail = Math.log(a) - constant - Math.log(p); // −ln[p Γ(a)]
  if (tail > 1.5) return tail - (1 - a) * Math.log(tail);
  return powerLaw(a, constant, 1 - p);
}

/**
 * The x with P(a, x) = p, or with Q(a, x) = p for the upper side; found by the smaller of the two tails.
 *
 * @param p In [0, 1].
 * @example
 * gammaQuantile(1, 0.05, "upper"); // ln 20
 */
export function gammaQuantile(a: number, p: number, side: "lower" | "upper"): number {
  if (p > 0.5) return gammaQuantile(a, 1 - p, side === "lower" ? "upper" : "lower");
  if (p === 0) return side === "lower" ? 0 : Infinity;
  const constant = gammaConstant(a);
  const start = gammaStart(a, constant, p, side);
  if (side === "lower" && start < 1e-17) return start;
  return tailPosition(evaluate, { a, constant }, side, Math.log(p), start);
}
