import { findRoot } from "../../../math/optimize/find-root.ts";
import { gaussLegendre, type QuadratureRule } from "../../../math/quadrature/gauss-legendre.ts";
import { normalQuantile } from "../../../math/special/normal-quantile.ts";

const rule: QuadratureRule = /* @__PURE__ */ gaussLegendre(256);
/** Terms of the series; the exponent of the last is far below that of the smallest double unless the span is tiny. */
const MAX_TERMS = 400;

/**
 * ∫ φ(u; variance) cos(frequency·u) du over (−k, k), with φ the density of a normal variable of mean 0; the value at 0
 * where the variance is 0.
 */
function cosineMoment(frequency: number, variance: number, k: number): number {
  if (variance === 0) return 1;
  const reach = Math.min(k, 9 * Math.sqrt(variance));
  let sum = 0;
  for (let i = 0; i < rule.nodes.length; i++) {
    const u = 0.5 * reach * (1 + rule.nodes[i]!);
    sum += rule.weights[i]! * Math.exp((-0.5 * u * u) / variance) * Math.cos(frequency * u);
  }
  return (reach * sum) / Math.sqrt(2 * Math.PI * variance);
}

/**
 * The probability that a Brownian bridge stays within ±k between two of its times.
 *
 * The bridge is Brownian motion that happens to end at 0. Between the two times the motion is absorbed at ±k, and its
 * density is a series of cosines; before and after it is free.
 *
 * @param k Positive.
 * @param from First time, in [0, 1).
 * @param to Last time, in (0, 1], above `from`.
 * @see Hall & Wellner (1980), Biometrika 67:133–143; Feller (1971), An Introduction to Probability Theory 2,
 * section X.5 (the absorbed motion's density). At from = 0 and to = 1 this is Kolmogorov's distribution.
 * @example
 * bridgeStaysWithin(1.3581, 0, 1); // 0.95000
 */
export function bridgeStaysWithin(k: number, from: number, to: number): number {
  let sum = 0;
  for (let term = 0; term < MAX_TERMS; term++) {
    const frequency = ((2 * term + 1) * Math.PI) / (2 * k);
    const decay = Math.exp(-0.5 * frequency * frequency * (to - from));
    if (decay < 1e-18) break;
    sum += decay * cosineMoment(frequency, from, k) * cosineMoment(frequency, 1 - to, k);
  }
  return (Math.sqrt(2 * Math.PI) * sum) / k;
}

/**
 * The k within whose bounds a Brownian bridge stays between two times with the given probability.
 *
 * @param level In (0, 1).
 * @param from First time, in [0, 1).
 * @param to Last time, in (0, 1]; where the two are equal, the bridge is a normal variable there.
 * @see Klein & Moeschberger (2003), Survival Analysis, appendix C: at 95 % k(0.4, 0.9) = 1.3211.
 * @example
 * bridgeCriticalValue(0.95, 0, 1); // 1.3581
 */
export function bridgeCriticalValue(level: number, from: number, to: number): number {
  if (to <= from) return Math.sqrt(from * (1 - from)) * normalQuantile(0.5 * (1 + level));
  return findRoot((k) => bridgeStaysWithin(k, from, to) - level, 0.01, 6, 1e-12)!;
}
