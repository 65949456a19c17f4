import type { Curve } from "../../math/optimize/fit-curve.ts";
import { LOG_SQRT_2PI } from "../../math/special/mills-ratio.ts";
import type { Objective } from "../interval-method.ts";
import type { EffectCovariance } from "./effect-covariance.ts";

/** Observations of one group, such as one subject. */
export interface MixedCurveGroup<X> {
  group: string;
  x: readonly X[];
  y: readonly number[];
}

/** A curve that several groups share, some of whose parameters differ from group to group; errors are normal. */
export interface MixedCurveProblem<X> {
  curve: Curve<X>;
  groups: readonly MixedCurveGroup<X>[];
  /** Parameters of the curve from which the search starts, p. */
  start: readonly number[];
  /** Indices of the parameters that vary between groups, q. */
  random: readonly number[];
  covariance: EffectCovariance;
}

/** What maximum likelihood says of such a curve: plain numbers, ready for JSON. */
export interface MixedCurveFit {
  method: string;
  /** The typical group's parameters, p. */
  fixed: number[];
  /** Null where the likelihood is not curved. */
  standardErrors: (number | null)[];
  /** Limits of the fixed parameters; null where the method gives none. */
  limits: { lower: number | null; upper: number | null }[] | null;
  /** Covariance of the varying parameters between groups, q × q. */
  effectsCovariance: number[][];
  residualSd: number;
  logLikelihood: number;
  /** What each group adds to the typical parameters, q numbers each. */
  effects: { group: string; values: number[] }[];
  converged: boolean;
}

/** A way to fit such a curve; a value that is passed in. */
export interface MixedCurveMethod {
  name: string;
  label: string;
  reference: string;
  fit<X>(problem: MixedCurveProblem<X>): MixedCurveFit;
}

const STEP = 6e-6;

/** The curve's derivatives: its own, or central differences. */
export function curveSlopes<X>(curve: Curve<X>): NonNullable<Curve<X>["gradient"]> {
  if (curve.gradient) return curve.gradient.bind(curve);
  return (x, parameters, out) => {
    for (let k = 0; k < parameters.length; k++) {
      const kept = parameters[k]!;
      const step = STEP * Math.max(1e-3, Math.abs(kept));
      parameters[k] = kept + step;
      const above = curve.value(x, parameters);
      parameters[k] = kept - step;
      out[k] = (above - curve.value(x, parameters)) / (2 * step);
      parameters[k] = kept;
    }
  };
}

/** The curve's value, with its derivatives filled in. */
export function valueWithSlopes<X>(curve: Curve<X>): NonNullable<Curve<X>["valueAndGradient"]> {
  if (curve.valueAndGradient) return curve.valueAndGradient.bind(curve);
  const slopes = curveSlopes(curve);
  return (x, parameters, out) => {
    slopes(x, parameters, out);
    return curve.value(x, parameters);
  };
}

/** −ln density of a group's observations with normal errors, by the curve's parameters and, last, the log error sd. */
export function normalErrors<X>(curve: Curve<X>, { x, y }: MixedCurveGroup<X>, p: number): Objective {
  const both = valueWithSlopes(curve);
  const parameters = new Float64Array(p);
  const slope = new Float64Array(p);
  return (psi, gradient) => {
    for (let k = 0; k < p; k++) parameters[k] = psi[k]!;
    const sd = Math.exp(psi[p]!);
    let sum = y.length * (psi[p]! + LOG_SQRT_2PI);
    gradient?.fill(0);
    for (let i = 0; i < y.length; i++) {
      const value = gradient ? both(x[i]!, parameters, slope) : curve.value(x[i]!, parameters);
      const z = (value - y[i]!) / sd;
      sum += 0.5 * z * z;
      if (!gradient) continue;
      for (let k = 0; k < p; k++) gradient[k]! += (z / sd) * slope[k]!;
      gradient[p]! += 1 - z * z;
    }
    return Number.isNaN(sum) ? Infinity : sum;
  };
}
