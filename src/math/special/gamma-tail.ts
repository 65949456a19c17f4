import { devianceTerm } from "./deviance.ts";
import { logGammaOnePlus } from "./log-gamma.ts";
import { LOG_SQRT_2PI } from "./mills-ratio.ts";
import { byDensity, byPower, type ScaledTail } from "./scaled-tail.ts";
import { stirlingError } from "./stirling-error.ts";
import { uniformCoefficients, uniformTailRatio } from "./uniform-tail.ts";

/** From this shape on the uniform expansion serves, for |τ| up to its reach. */
const LARGE = 20;
const REACH = 0.6;
const COEFFICIENTS: Float64Array = /* @__PURE__ */ uniformCoefficients(1, 0, 24);

/**
 * What the incomplete gamma function of one shape needs at every x: ln Γ(1 + a) for a ≤ 1, otherwise the logarithm of
 * a^(a + 1) e^(−a)/Γ(a + 1), the density of ln x at the mean.
 */
export function gammaConstant(a: number): number {
  return a <= 1 ? logGammaOnePlus(a) : 0.5 * Math.log(a) - LOG_SQRT_2PI - stirlingError(a);
}

/** Σ (−x)^n a/(n! (a + n)) from n = 1 on: DLMF 8.7.1. */
function alternatingSum(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 200; n++) {
    term *= -x / n;
    const next = sum + term / (a + n);
    if (next === sum) break;
    sum = next;
  }
  return a * sum;
}

/** P(a, x) by the density of ln x: Σ x^n / (a)_(n + 1), DLMF 8.7.1 (second form). */
function lowerRatio(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = a + 1; term > sum * 1e-17; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

/** Q(a, x) by the density of ln x: the even part of Legendre's continued fraction, DLMF 8.9.2, by Lentz's method. */
function upperRatio(a: number, x: number): number {
  let b = x + 1 - a;
  let d = 1 / b;
  let c = 1e300;
  let product = d;
  for (let n = 1; n < 100_000; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = c * d;
    product *= change;
    if (Math.abs(change - 1) < 2e-16) break;
  }
  return product;
}

/** ln of the density of ln x, x^a e^(−x)/Γ(a). */
export function gammaLogDensity(a: number, x: number, constant: number): number {
  return a <= 1 ? a * Math.log(x) - constant + Math.log(a) - x : constant - devianceTerm(a, x);
}

/**
 * Evaluates both tails of the regularised incomplete gamma function of one shape.
 *
 * Small x and shape: the power series, whose complement is taken by expm1; large shape about the mean: Temme's uniform
 * expansion; else the series below the mean and the continued fraction above.
 *
 * @param a Shape > 0.
 * @param x In (0, ∞).
 * @param constant What `gammaConstant` gives for the shape.
 * @see Gautschi (1979), ACM Trans Math Softw 5:466–481 (for algorithm 542), doi:10.1145/355853.355863; Gil, Segura & Temme
 * (2012), SIAM J Sci Comput 34:A2965–A2981, doi:10.1137/120872553; Loader (2000) for the density.
 */
export function gammaTail(a: number, x: number, constant: number, out: ScaledTail): ScaledTail {
  out.drift = a - x;
  if (a <= 1) return smallShape(a, x, constant, out);
  const deviance = devianceTerm(a, x);
  out.logDensity = constant - deviance;
  if (a >= LARGE && deviance <= 0.5 * REACH * REACH * a) {
    return x <= a
      ? byDensity("lower", uniformTailRatio(COEFFICIENTS, a, deviance, -1), out)
      : byDensity("upper", uniformTailRatio(COEFFICIENTS, a, deviance, 1), out);
  }
  // Just above the mean the series is the shorter way, and 1 − P loses one digit at most.
  return x <= a + 1 ? byDensity("lower", lowerRatio(a, x), out) : byDensity("upper", upperRatio(a, x), out);
}

function smallShape(a: number, x: number, constant: number, out: ScaledTail): ScaledTail {
  const logPower = a * Math.log(x) - constant;
  out.logDensity = logPower + Math.log(a) - x;
  if (x > 1.5) return byDensity("upper", upperRatio(a, x), out);
  return byPower("lower", logPower, alternatingSum(a, x), out);
}
