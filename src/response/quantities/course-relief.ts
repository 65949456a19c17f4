import { findRoot } from "../../math/optimize/find-root.ts";
import { gaussLegendre } from "../../math/quadrature/gauss-legendre.ts";
import { integrateVector } from "../../math/quadrature/integrate-vector.ts";
import type { ResponseModel } from "../response-model.ts";
import { LAST_DAY, type Peak } from "./peak-relief.ts";
import type { ReliefGradient } from "./relief-gradient.ts";

/**
 * The last day on which relief of one course alone falls to a threshold.
 *
 * @param peak What `peakRelief` returned.
 * @param threshold Relief as a fraction of the baseline.
 * @returns Days since the course; null where the peak stays at or below the threshold, or relief never falls to it.
 */
export function crossingDay(
  model: ResponseModel,
  p: ArrayLike<number>,
  peak: Peak | null,
  threshold: number,
): number | null {
  if (!peak || !(threshold > 0) || peak.relief <= threshold) return null;
  let beyond = peak.day;
  do {
    beyond *= 1.5;
    if (beyond > 10 * LAST_DAY) return null;
  } while (model.relief(beyond, p) >= threshold);
  return findRoot((t) => model.relief(t, p) - threshold, Math.max(peak.day, beyond / 1.5), beyond);
}

/**
 * ∫ r dt over [0, horizon] for one course alone, with its derivatives by the working parameters.
 *
 * @param out Filled with the derivatives.
 * @returns null where the curve has no finite value, at parameters beyond what doubles hold.
 */
export function integratedRelief(
  model: ResponseModel,
  gradient: ReliefGradient,
  p: ArrayLike<number>,
  horizon: number,
  out: Float64Array,
): number | null {
  const size = model.parameters.length;
  const slopes = new Float64Array(size + 1);
  let exists = true;
  const { values } = integrateVector(
    (t, all) => {
      all[0] = gradient(t, p, slopes);
      for (let k = 0; k < size; k++) all[k + 1] = slopes[k]!;
      if (all.every(Number.isFinite)) return;
      exists = false;
      all.fill(0);
    },
    size + 1,
    0,
    horizon,
    { relativeTolerance: 1e-9 },
  );
  for (let k = 0; k < size; k++) out[k] = values[k + 1]!;
  return exists ? values[0]! : null;
}

/** Nodes and weights on (0, 1) for the root of time, on which the onset is as wide as the wear-off. */
const AREA_RULE = (() => {
  const { nodes, weights } = gaussLegendre(32);
  const roots = nodes.map((x) => 0.5 + 0.5 * x);
  return { times: roots.map((s) => s * s), weights: weights.map((w, i) => w * roots[i]!) };
})();

/**
 * ∫ r dt over [0, horizon] for one course alone, by one fixed rule, for the many draws of a posterior.
 *
 * @returns To 5e-5 of itself on average over the default priors and 180 days, to 1e-2 where relief ends within a week;
 * null where the curve has no finite value.
 */
export function reliefArea(model: ResponseModel, p: ArrayLike<number>, horizon: number): number | null {
  const { times, weights } = AREA_RULE;
  let sum = 0;
  for (let i = 0; i < times.length; i++) sum += weights[i]! * model.relief(horizon * times[i]!, p);
  return Number.isFinite(sum) ? horizon * sum : null;
}
