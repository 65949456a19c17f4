import { devianceTerm } from "../special/deviance.ts";
import { logGamma } from "../special/log-gamma.ts";
import { integratePeak } from "./integrate-peak.ts";

/** τ − arctan τ, without cancellation near 0. */
function arctangentExcess(t: number): number {
  if (!(Math.abs(t) < 0.3)) return t - Math.atan(t);
  let term = t * t * t;
  let sum = 0;
  for (let k = 3; k < 40; k += 2) {
    sum += term / k;
    term *= -t * t;
  }
  return sum;
}

/** Below this exponent the probability is 0, and the integral's logarithm below the rounding error. */
const NEGLIGIBLE = -1e14;

/** Half the degrees of freedom, the noncentrality and the point. */
interface Halves {
  mu: number;
  x: number;
  y: number;
}

/** A parabola z(1 + iτ)², and E(z) = x/z − x − μ ln z + yz − y on it, the exponent of the inversion integral. */
interface Contour {
  /** Where it crosses the real axis, > 0. */
  z: number;
  /** z − 1, to its own digits. */
  beyond: number;
  /** E where it crosses. */
  height: number;
  /** The derivative of E by ln z there; 0 at the saddle point. */
  tilt: number;
  /** Width of the peak in τ, at most what the singularities at τ = ±i leave. */
  width: number;
}

function widthAt(z: number, { mu, x, y }: Halves): number {
  return Math.min(0.5, 1 / Math.sqrt(2 * (3 * (x / z) + y * z + mu)));
}

/** The parabola across z = 1 + beyond. */
function contourAt(z: number, beyond: number, halves: Halves): Contour {
  const { mu, x, y } = halves;
  const width = widthAt(z, halves);
  if (Math.abs(beyond) >= 0.5) {
    const height = z < Infinity ? (y - x / z) * beyond - mu * Math.log(z) : -Infinity;
    return { z, beyond, width, height, tilt: y * z - mu - x / z };
  }
  // Near the pole everything is taken from there, so that large parameters don't cancel.
  const excess = mu > x ? y - mu - x : y - x - mu;
  const tilt = excess + (y + x / z) * beyond;
  const height = beyond * (excess + (x * beyond) / z) + mu * devianceTerm(1, z, -beyond);
  return { z, beyond, width, height, tilt };
}

/** The parabola through the saddle point, the positive root of yz² − μz − x = 0. */
function saddleContour(halves: Halves): Contour {
  const { mu, x, y } = halves;
  const root = Math.hypot(mu, 2 * Math.sqrt(x) * Math.sqrt(y));
  const z = (mu + root) / (2 * y);
  if (Math.abs(z - 1) >= 0.5) return contourAt(z, z - 1, halves);
  const excess = mu > x ? y - mu - x : y - x - mu;
  return contourAt(z, (-2 * excess) / (2 * y - mu + root), halves);
}

/** The same, but at least one width to the right (lower tail) or left (upper tail) of the pole at z = 1. */
function tailContour(halves: Halves, side: "lower" | "upper"): Contour {
  const saddle = saddleContour(halves);
  const nearest = Math.expm1(-2 * Math.log1p(side === "lower" ? -saddle.width : saddle.width));
  const clear = side === "lower" ? saddle.beyond >= nearest : saddle.beyond <= nearest;
  return clear ? saddle : contourAt(1 + nearest, nearest, halves);
}

/** ln of 1/π times the integral over τ of Re[e^(E − height) (real(τ) + i imaginary(τ))], plus the height. */
function logIntegral(
  contour: Contour,
  { mu, x, y }: Halves,
  factor: (t: number, square: number) => readonly [real: number, imaginary: number],
): number {
  const { z, tilt, height, width } = contour;
  if (height < NEGLIGIBLE) return height;
  const inverse = x / z;
  const direct = y * z;
  const integral = integratePeak((t) => {
    const square = t * t;
    const norm = 1 + square;
    const decay = square * (inverse * ((3 + square) / norm / norm) + direct) + mu * Math.log1p(square);
    const bend = inverse * ((square / norm) * ((2 + square) / norm));
    const phase = 2 * (t * (tilt + bend) + mu * arctangentExcess(t));
    const [real, imaginary] = factor(t, square);
    return Math.exp(-decay) * (Math.cos(phase) * real - Math.sin(phase) * imaginary);
  }, width);
  return height + Math.log(integral / Math.PI);
}

/**
 * ln P(X ≤ point) or ln P(X > point) for the noncentral χ² law, by inversion of its moment generating function.
 *
 * The contour is a parabola through the saddle point, along which no term of the exponent cancels; the integrand falls
 * like a Gaussian, so that about a hundred nodes give all digits for any parameters, where the usual Poisson mixture
 * needs a number of terms that grows with them.
 *
 * @param point > 0 and finite.
 * @see Rice (1980), SIAM J Sci Stat Comput 1:438–448, doi:10.1137/0901032 (integration through the saddle point); Gil,
 * Segura & Temme (2014), ACM Trans Math Softw 40:20, algorithm 939, equation 24, doi:10.1145/2591004 (the same for the
 * Marcum Q-function); Weideman & Trefethen (2007), Math Comp 76:1341–1356, doi:10.1090/S0025-5718-07-01945-X (parabola).
 */
export function logNoncentralChiSquaredTail(
  point: number,
  degreesOfFreedom: number,
  noncentrality: number,
  side: "lower" | "upper",
): number {
  const halves = { mu: 0.5 * degreesOfFreedom, x: 0.5 * noncentrality, y: 0.5 * point };
  const { mu, x, y } = halves;
  if (side === "lower" && y * (1 + x) < 1e-18)
    return mu * (Math.log(point) - Math.LN2) - logGamma(mu + 1) - x;
  const contour = tailContour(halves, side);
  const beyond = contour.beyond / contour.z;
  const sign = side === "lower" ? 1 : -1;
  // (1 + iτ)/[(1 + iτ)² − 1/z]
  return logIntegral(contour, halves, (t, square) => {
    const real = beyond - square;
    const scale = sign / (real * real + 4 * square);
    return [(real + 2 * square) * scale, t * (real - 2) * scale];
  });
}

/** ln of the density at a point > 0, by the same integral without its pole. */
export function logNoncentralChiSquaredDensity(
  point: number,
  degreesOfFreedom: number,
  noncentrality: number,
): number {
  const halves = { mu: 0.5 * degreesOfFreedom, x: 0.5 * noncentrality, y: 0.5 * point };
  const { mu, x, y } = halves;
  if (y * (1 + x) < 1e-18) return (mu - 1) * (Math.log(point) - Math.LN2) - logGamma(mu) - x - Math.LN2;
  const contour = saddleContour(halves);
  return contour.z < Infinity
    ? logIntegral(contour, halves, (t) => [1, t]) + Math.log(0.5 * contour.z)
    : -Infinity;
}
