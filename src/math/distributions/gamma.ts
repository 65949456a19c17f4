import { gammaQuantile } from "../special/gamma-quantile.ts";
import { gammaConstant, gammaLogDensity, gammaTail } from "../special/gamma-tail.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import type { Distribution } from "./distribution.ts";
import { checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(shape: number, scale: number): void {
  checkPositive("gamma", "shape", shape);
  checkPositive("gamma", "scale", scale);
}

function tails(x: number, shape: number, scale: number): ScaledTail {
  checkPoint("gamma", "x", x);
  checkParameters(shape, scale);
  const out = scaledTail();
  const z = x / scale;
  if (!(z > 0)) return atEnd("lower", out);
  if (z === Infinity) return atEnd("upper", out);
  return gammaTail(shape, z, gammaConstant(shape), out);
}

function logDensity(x: number, shape: number, scale: number): number {
  checkPoint("gamma", "x", x);
  checkParameters(shape, scale);
  const z = x / scale;
  if (x < 0 || z === Infinity) return -Infinity;
  if (x > 0) return gammaLogDensity(shape, z, gammaConstant(shape)) - Math.log(x);
  if (shape === 1) return -Math.log(scale) + 0;
  return shape < 1 ? Infinity : -Infinity;
}

function quantile(p: number, side: "lower" | "upper", shape: number, scale: number): number {
  checkProbability("gamma", "p", p);
  checkParameters(shape, scale);
  return scale * gammaQuantile(shape, p, side);
}

/**
 * The gamma distribution, by shape and scale.
 *
 * @example
 * gamma.survival(3, 1, 1.5); // exp(-2)
 */
export const gamma: Distribution<[shape: number, scale?: number]> = {
  name: "gamma",
  parameters: ["shape", "scale"],
  kind: "continuous",
  reference: "DLMF 8.2; Gil, Segura & Temme (2012), SIAM J Sci Comput 34:A2965–A2981",
  support: (shape, scale = 1) => {
    checkParameters(shape, scale);
    return [0, Infinity];
  },
  density: (x, shape, scale = 1) => Math.exp(logDensity(x, shape, scale)),
  logDensity: (x, shape, scale = 1) => logDensity(x, shape, scale),
  cdf: (x, shape, scale = 1) => tailOf(tails(x, shape, scale), "lower"),
  survival: (x, shape, scale = 1) => tailOf(tails(x, shape, scale), "upper"),
  logCdf: (x, shape, scale = 1) => logTailOf(tails(x, shape, scale), "lower"),
  logSurvival: (x, shape, scale = 1) => logTailOf(tails(x, shape, scale), "upper"),
  quantile: (p, shape, scale = 1) => quantile(p, "lower", shape, scale),
  survivalQuantile: (p, shape, scale = 1) => quantile(p, "upper", shape, scale),
  mean: (shape, scale = 1) => {
    checkParameters(shape, scale);
    return shape * scale;
  },
  variance: (shape, scale = 1) => {
    checkParameters(shape, scale);
    return shape * scale * scale;
  },
};
