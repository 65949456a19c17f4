import { zeros } from "../../../math/linear/matrix.ts";
import { symmetricEigen } from "../../../math/linear/symmetric-eigen.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";
import { gaussLegendre, type QuadratureRule } from "../../../math/quadrature/gauss-legendre.ts";
import { normalQuantile } from "../../../math/special/normal-quantile.ts";

const rule: QuadratureRule = /* @__PURE__ */ gaussLegendre(128);
const LARGEST_BASIS = 120;

/** cos((m + ½)πx/c) at all nodes of (0, c), scaled to length 1 over (−c, c). */
function cosines(c: number, size: number): { x: Float64Array; weights: Float64Array; basis: Float64Array[] } {
  const x = rule.nodes.map((node) => 0.5 * c * (1 + node));
  const weights = rule.weights.map((weight) => c * weight); // both halves
  const basis = Array.from({ length: size }, (_, m) =>
    x.map((at) => Math.cos(((m + 0.5) * Math.PI * at) / c) / Math.sqrt(c)),
  );
  return { x, weights, basis };
}

/**
 * The probability that a Brownian bridge, divided by its standard deviation, stays within ±c between two of its times.
 *
 * In the time ½ ln(t/(1 − t)) it is the stationary Ornstein–Uhlenbeck process, with correlation e^(−|s|). Absorbed at ±c
 * its generator has discrete eigenvalues λ, found in a basis of cosines, and P = Σ a² e^(−λL), where L is the length of
 * the span and a the share of the eigenfunction in the stationary law.
 *
 * @param c Positive.
 * @param from First time, in (0, 1).
 * @param to Last time, in (0, 1), above `from`.
 * @see Nair (1984), Technometrics 26:265–275, which approximates it by Miller & Siegmund (1982); DeLong
 * (1981), Commun Stat Theory Methods 10:2197–2213, for the eigenvalues.
 * @example
 * standardizedBridgeStaysWithin(1.96, 0.4, 0.6); // 0.8165
 */
export function standardizedBridgeStaysWithin(c: number, from: number, to: number): number {
  const length = 0.5 * Math.log((to * (1 - from)) / (from * (1 - to)));
  const size = Math.min(LARGEST_BASIS, 24 + Math.ceil((c * 6) / (Math.PI * Math.sqrt(length))));
  const { x, weights, basis } = cosines(c, size);
  const operator = zeros(size, size);
  for (let m = 0; m < size; m++) {
    for (let n = m; n < size; n++) {
      let entry = m === n ? (((m + 0.5) * Math.PI) / c) ** 2 : 0;
      for (let i = 0; i < x.length; i++) {
        entry += weights[i]! * (0.25 * x[i]! * x[i]! - 0.5) * basis[m]![i]! * basis[n]![i]!;
      }
      operator.values[m * size + n] = entry;
      operator.values[n * size + m] = entry;
    }
  }
  const start = basis.map((values) => {
    let sum = 0;
    for (let i = 0; i < x.length; i++) sum += weights[i]! * values[i]! * Math.exp(-0.25 * x[i]! * x[i]!);
    return sum / (2 * Math.PI) ** 0.25;
  });
  const { values, vectors } = symmetricEigen(operator);
  let probability = 0;
  for (let k = 0; k < size; k++) {
    let share = 0;
    for (let m = 0; m < size; m++) share += vectors.values[m * size + k]! * start[m]!;
    probability += share * share * Math.exp(-values[k]! * length);
  }
  return probability;
}

/**
 * The c within whose bounds a Brownian bridge, divided by its standard deviation, stays between two times with the given
 * probability.
 *
 * The published tables hold the approximation of Miller and Siegmund, which differs by about 0.01.
 *
 * @param level In (0, 1).
 * @param from First time, in (0, 1).
 * @param to Last time, in (0, 1); where the two are equal, this is the normal quantile.
 * @example
 * standardizedBridgeCriticalValue(0.95, 0.15, 0.85); // 2.9769
 */
export function standardizedBridgeCriticalValue(level: number, from: number, to: number): number {
  const pointwise = normalQuantile(0.5 * (1 + level));
  if (to <= from) return pointwise;
  return findRoot(
    (c) => standardizedBridgeStaysWithin(c, from, to) - level,
    pointwise,
    pointwise + 6,
    1e-10,
  )!;
}
