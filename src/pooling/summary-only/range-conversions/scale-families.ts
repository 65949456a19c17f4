import { minimizeBrent } from "../../../math/optimize/minimize-brent.ts";
import { gammaQuantile } from "../../../math/special/gamma-quantile.ts";
import { logGamma } from "../../../math/special/log-gamma.ts";
import { normalQuantile } from "../../../math/special/normal-quantile.ts";

/** A family of positive distributions with a shape and a scale. */
export interface ScaleFamily {
  readonly name: string;
  /** Quantile where the scale is 1. */
  quantile(p: number, shape: number): number;
  /** Mean and standard deviation where the scale is 1. */
  moments(shape: number): [number, number];
}

/** A fitted distribution. */
export interface QuantileFit {
  family: string;
  mean: number;
  sd: number;
  /** Sum of squared distances from the printed numbers. */
  distance: number;
}

const logNormalFamily: ScaleFamily = {
  name: "log-normal",
  quantile: (p, shape) => Math.exp(shape * normalQuantile(p)),
  moments: (shape) => {
    const mean = Math.exp(0.5 * shape * shape);
    return [mean, mean * Math.sqrt(Math.expm1(shape * shape))];
  },
};

const gammaFamily: ScaleFamily = {
  name: "gamma",
  quantile: (p, shape) => gammaQuantile(shape, p, "lower"),
  moments: (shape) => [shape, Math.sqrt(shape)],
};

const weibullFamily: ScaleFamily = {
  name: "weibull",
  quantile: (p, shape) => (-Math.log1p(-p)) ** (1 / shape),
  moments: (shape) => {
    const first = logGamma(1 + 1 / shape);
    const relative = Math.expm1(logGamma(1 + 2 / shape) - 2 * first);
    return [Math.exp(first), Math.exp(first) * Math.sqrt(relative)];
  },
};

/** The families that quantile estimation chooses from, besides the normal. */
export const scaleFamilies: readonly ScaleFamily[] = [logNormalFamily, gammaFamily, weibullFamily];

/** The scale with the least distance at a shape, and that distance. */
function fitAt(
  family: ScaleFamily,
  probabilities: readonly number[],
  values: readonly number[],
  shape: number,
): [number, number] {
  const unit = probabilities.map((p) => family.quantile(p, shape));
  const cross = unit.reduce((sum, u, i) => sum + u * values[i]!, 0);
  const scale = cross / unit.reduce((sum, u) => sum + u * u, 0);
  return [scale, values.reduce((sum, value, i) => sum + (value - scale * unit[i]!) ** 2, 0)];
}

/** Shapes searched, as logarithms, and how many are tried before the best is refined. */
const [LEAST, GREATEST, TRIED] = [-3, 7, 41];

/** The member of a family whose quantiles are nearest to the printed numbers: the scale is linear, the shape is searched. */
export function fitScaleFamily(
  family: ScaleFamily,
  probabilities: readonly number[],
  values: readonly number[],
): QuantileFit | null {
  const distance = (log: number): number => fitAt(family, probabilities, values, Math.exp(log))[1];
  const step = (GREATEST - LEAST) / (TRIED - 1);
  const logs = Array.from({ length: TRIED }, (_, i) => LEAST + i * step);
  const distances = logs.map((log) => distance(log));
  const best = distances.reduce((found, value, i) => (value < distances[found]! ? i : found), 0);
  const { x } = minimizeBrent(distance, logs[best]! - step, logs[best]! + step, { tolerance: 1e-9 });
  const shape = Math.exp(x);
  const [scale, least] = fitAt(family, probabilities, values, shape);
  const [mean, sd] = family.moments(shape);
  if (!Number.isFinite(least + mean + sd)) return null;
  return { family: family.name, mean: scale * mean, sd: scale * sd, distance: least };
}

/** The normal law whose quantiles are nearest: a straight line. */
export function fitNormal(probabilities: readonly number[], values: readonly number[]): QuantileFit {
  const z = probabilities.map((p) => normalQuantile(p));
  const count = z.length;
  const [middle, mean] = [z.reduce((a, b) => a + b, 0) / count, values.reduce((a, b) => a + b, 0) / count];
  const cross = z.reduce((sum, one, i) => sum + (one - middle) * (values[i]! - mean), 0);
  const sd = cross / z.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  const center = mean - sd * middle;
  const distance = values.reduce((sum, value, i) => sum + (value - center - sd * z[i]!) ** 2, 0);
  return { family: "normal", mean: center, sd, distance };
}
