import { millsRatio } from "../special/mills-ratio.ts";
import { normalCdf, normalDensity, normalLogCdf } from "../special/normal-tails.ts";
import type { Dual } from "./dual.ts";

/** Below this, x + φ(x)/Φ(x) is taken from its series, since the two nearly cancel. */
const FAR = -100;

/** x + φ(x)/Φ(x) for x far below 0, to 1e-13. */
function farExcess(x: number): number {
  const y = 1 / (x * x);
  return (1 - y * (2 - y * (10 - 74 * y))) / -x;
}

/**
 * ln Φ(x) of a dual number: the log probability of an observation known only to lie below a limit.
 *
 * @param x Standardised limit; any finite value.
 * @returns ln Φ with derivatives φ/Φ and −φ/Φ · (x + φ/Φ).
 * @see Sampford (1953), Ann Math Stat 24:130–132, for λ = φ/Φ and λ′ = −λ (x + λ); the series in 1/x² is Abramowitz &
 * Stegun (1964), 26.2.12, inverted.
 * @example
 * dualNormalLogCdf(variables([0], 2)[0]!).value; // -0.6931471805599453
 */
export function dualNormalLogCdf(x: Dual): Dual {
  const z = x.value;
  const slope = z < 0 ? 1 / millsRatio(-z) : normalDensity(z) / normalCdf(z);
  const excess = z < FAR ? farExcess(z) : z + slope;
  return x.through(normalLogCdf(z), slope, -slope * excess);
}
