import { digamma } from "../../math/special/digamma.ts";
import { LOG_SQRT_2PI } from "../../math/special/mills-ratio.ts";
import { stirlingError } from "../../math/special/stirling-error.ts";

/** One patient's courses by their cumulative hazards for a frailty of 1. */
export interface PatientHazards {
  /** At the last time known well, or at an exact relapse. */
  from: readonly number[];
  /** At the first time known relapsed; null for an exact relapse, or none. */
  to: readonly (number | null)[];
  /** Exact relapses, each of which brings a factor z. */
  nExact: number;
}

/** ln of E over z of z^nExact Π e^(−z Λ), or [e^(−z Λ) − e^(−z Λ')] for spans; with its derivatives. */
export interface FrailtyIntegral {
  value: number;
  byFrom: Float64Array;
  byTo: Float64Array;
  byLogVariance: number;
}

/** The integrand is left where it has fallen to this share of its top, or after so many steps. */
const NEGLIGIBLE = 1e-13;
const MOST_STEPS = 1000;
/** Longest step along ln z: the rule errs by about exp(−π²/step), 2e-11. */
const LONGEST_STEP = 0.4;

/**
 * Averages one patient's likelihood over a gamma frailty z of mean 1.
 *
 * Without spans it has a closed form. With spans the integral runs over u = ln z by the trapezoidal rule, which converges
 * exponentially for an integrand like this one, smooth, log-concave and falling off on both sides: steps of half its own
 * width about its top, at most .4. (Expanding the product of differences instead loses digits with each narrow span.)
 *
 * @param variance θ > 0.
 * @see Hougaard (2000), Analysis of Multivariate Survival Data, equation 7.8 (closed form); Trefethen & Weideman (2014),
 * SIAM Rev 56:385–458, theorem 5.1 (trapezoidal rule). doi:10.1137/130932132
 */
export function frailtyIntegral(patient: PatientHazards, variance: number): FrailtyIntegral {
  return patient.to.every((to) => to === null)
    ? closedForm(patient, variance)
    : trapezoidal(patient, variance);
}

/** Γ(1/θ + d)/Γ(1/θ) θ^d (1 + θ Σ Λ)^(−1/θ − d) */
function closedForm({ from, to, nExact }: PatientHazards, variance: number): FrailtyIntegral {
  const sum = from.reduce((total, hazard) => total + hazard, 0);
  const grown = Math.log1p(variance * sum);
  let value = -(1 / variance + nExact) * grown;
  const slope = -(1 + variance * nExact) / (1 + variance * sum);
  let byVariance = grown / variance + slope * sum;
  for (let j = 1; j < nExact; j++) {
    value += Math.log1p(j * variance);
    byVariance += (j * variance) / (1 + j * variance);
  }
  return {
    value,
    byFrom: new Float64Array(from.length).fill(slope),
    byTo: new Float64Array(to.length),
    byLogVariance: byVariance,
  };
}

/** ln of the integrand at u, with its first two derivatives. */
interface Integrand {
  value: number;
  slope: number;
  curvature: number;
}

/** ln of the gamma density of u but for its constant, plus ln of the conditional likelihood. */
function integrandAt({ from, to, nExact }: PatientHazards, k: number, u: number): Integrand {
  const z = Math.exp(u);
  let value = nExact * u - k * (Math.expm1(u) - u);
  let slope = nExact - k * Math.expm1(u);
  let curvature = -k * z;
  for (let j = 0; j < from.length; j++) {
    value -= z * from[j]!;
    slope -= z * from[j]!;
    curvature -= z * from[j]!;
    const end = to[j];
    if (end === null || end === undefined) continue;
    const x = z * (end - from[j]!);
    // d/du ln(1 − e^(−x)) = x/(e^x − 1)
    const gain = x === 0 ? 1 : x > 700 ? 0 : x / Math.expm1(x);
    value += Math.log(-Math.expm1(-x));
    slope += gain;
    curvature += gain * (1 - gain - x);
  }
  return { value, slope, curvature };
}

/** The top of the integrand without the spans' ends, to the right of which it lies; 0 where that is beyond every number. */
function startOf({ from, nExact }: PatientHazards, k: number): number {
  const sum = from.reduce((total, hazard) => total + hazard, k);
  const u = Math.log((k + nExact) / sum);
  return Number.isFinite(u) ? u : 0;
}

/** The top of the integrand, which is log-concave, by Newton's method with steps of at most 2. */
function topOf(patient: PatientHazards, k: number): { u: number; at: Integrand } {
  let u = startOf(patient, k);
  let at = integrandAt(patient, k, u);
  for (let i = 0; i < 100; i++) {
    const step = -at.slope / at.curvature;
    if (!(Math.abs(step) > 1e-6)) break;
    u += Math.max(-2, Math.min(2, step));
    at = integrandAt(patient, k, u);
  }
  return { u, at };
}

function trapezoidal(patient: PatientHazards, variance: number): FrailtyIntegral {
  const k = 1 / variance;
  const { u: top, at } = topOf(patient, k);
  const h = Math.min(LONGEST_STEP, 0.5 / Math.sqrt(-at.curvature));
  const n = patient.from.length;
  const byFrom = new Float64Array(n);
  const byTo = new Float64Array(n);
  let sum = 0;
  let byShape = 0;
  const add = (u: number): boolean => {
    const share = Math.exp(integrandAt(patient, k, u).value - at.value);
    if (!(share > NEGLIGIBLE)) return false;
    const z = Math.exp(u);
    sum += share;
    byShape -= share * (Math.expm1(u) - u);
    for (let j = 0; j < n; j++) {
      const end = patient.to[j];
      const rest = end === null || end === undefined ? null : Math.expm1(z * (end - patient.from[j]!));
      byFrom[j]! -= share * z * (rest === null ? 1 : 1 + 1 / rest);
      if (rest !== null) byTo[j]! += (share * z) / rest;
    }
    return true;
  };
  for (let i = 0; i < MOST_STEPS && add(top + i * h); i++);
  for (let i = 1; i < MOST_STEPS && add(top - i * h); i++);
  // ln of the constant of the gamma density of u: k ln k − k − ln Γ(k).
  const constant = 0.5 * Math.log(k) - LOG_SQRT_2PI - stirlingError(k);
  const byConstant = Math.log(k) - digamma(k);
  return {
    value: at.value + Math.log(sum * h) + constant,
    byFrom: byFrom.map((v) => v / sum),
    byTo: byTo.map((v) => v / sum),
    // k falls as ln θ rises.
    byLogVariance: -k * (byConstant + byShape / sum),
  };
}
