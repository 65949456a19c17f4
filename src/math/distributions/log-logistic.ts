import { scaledLogarithm, scaledPower } from "../special/scaled-power.ts";
import type { Distribution } from "./distribution.ts";
import { checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(shape: number, scale: number): void {
  checkPositive("logLogistic", "shape", shape);
  checkPositive("logLogistic", "scale", scale);
}

/** (x/scale)^(±shape), with the sign that makes the smaller tail proportional to it. */
function smallOdds(x: number, shape: number, scale: number): number {
  checkPoint("logLogistic", "x", x);
  checkParameters(shape, scale);
  if (x <= 0 || x === Infinity) return 0;
  return scaledPower(x, scale, x <= scale ? shape : -shape);
}

function logDensity(x: number, shape: number, scale: number): number {
  const odds = smallOdds(x, shape, scale);
  if (x < 0 || x === Infinity) return -Infinity;
  if (x === 0 && shape === 1) return -Math.log(scale) + 0;
  if (x === 0) return shape < 1 ? Infinity : -Infinity;
  const logRatio = scaledLogarithm(x, scale);
  return Math.log(shape / scale) - logRatio - shape * Math.abs(logRatio) - 2 * Math.log1p(odds);
}

/** The lower tail's logarithm at x, or the upper tail's. */
function logTail(x: number, shape: number, scale: number, sign: 1 | -1): number {
  const odds = smallOdds(x, shape, scale);
  if (x <= 0) return sign === 1 ? -Infinity : 0;
  const inTail = sign === 1 ? x <= scale : x > scale;
  return (inTail ? sign * shape * scaledLogarithm(x, scale) : 0) - Math.log1p(odds) + 0;
}

/** The mean, for a shape > 1: b/sin b with b = π/shape, the sine from the nearer of its zeros. */
function finiteMean(shape: number, scale: number): number {
  return (scale * (Math.PI / shape)) / Math.sin(Math.PI * (Math.min(1, shape - 1) / shape));
}

/**
 * The squared coefficient of variation, for a shape > 2: tan b/b − 1 with b = π/shape.
 *
 * @see DLMF 4.25.1, the continued fraction of the tangent, which doesn't cancel where b is small.
 */
function squaredVariation(shape: number): number {
  const b = Math.PI / shape;
  if (shape < 4) return 1 / (b * Math.tan(0.5 * Math.PI * ((shape - 2) / shape))) - 1;
  let rest = 0;
  for (let odd = 15; odd > 1; odd -= 2) rest = (b * b) / (odd - rest);
  return rest / (1 - rest);
}

function check(p: number, shape: number, scale: number): void {
  checkProbability("logLogistic", "p", p);
  checkParameters(shape, scale);
}

/**
 * The log-logistic distribution: S(x) = 1/(1 + (x/scale)^shape).
 *
 * @example
 * logLogistic.survival(30, 2, 30); // 0.5
 */
export const logLogistic: Distribution<[shape: number, scale?: number]> = {
  name: "logLogistic",
  parameters: ["shape", "scale"],
  kind: "continuous",
  reference: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, section 23.11",
  support: (shape, scale = 1) => {
    checkParameters(shape, scale);
    return [0, Infinity];
  },
  density: (x, shape, scale = 1) => Math.exp(logDensity(x, shape, scale)),
  logDensity: (x, shape, scale = 1) => logDensity(x, shape, scale),
  cdf: (x, shape, scale = 1) => {
    const odds = smallOdds(x, shape, scale);
    return (x <= scale ? odds : 1) / (1 + odds);
  },
  survival: (x, shape, scale = 1) => {
    const odds = smallOdds(x, shape, scale);
    return (x <= scale ? 1 : odds) / (1 + odds);
  },
  logCdf: (x, shape, scale = 1) => logTail(x, shape, scale, 1),
  logSurvival: (x, shape, scale = 1) => logTail(x, shape, scale, -1),
  quantile: (p, shape, scale = 1) => {
    check(p, shape, scale);
    return scale * (p / (1 - p)) ** (1 / shape);
  },
  survivalQuantile: (p, shape, scale = 1) => {
    check(p, shape, scale);
    return scale * ((1 - p) / p) ** (1 / shape);
  },
  mean: (shape, scale = 1) => {
    checkParameters(shape, scale);
    return shape > 1 ? finiteMean(shape, scale) : Infinity;
  },
  variance: (shape, scale = 1) => {
    checkParameters(shape, scale);
    if (shape <= 2) return shape > 1 ? Infinity : null;
    return (finiteMean(shape, scale) * Math.sqrt(squaredVariation(shape))) ** 2;
  },
};
