import { chiSquared } from "../../../math/distributions/chi-squared.ts";
import { studentT } from "../../../math/distributions/student-t.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";
import { correlationNodes } from "./correlation-quadrature.ts";
import { type PosteriorGivenCorrelation, posteriorGivenCorrelation } from "./posterior-given-correlation.ts";
import type { SerialData } from "./serial-data.ts";

/** The posterior of the effect, the correlation and the errors' spread, φ integrated by quadrature. */
export interface EffectPosterior {
  /** P(effect ≤ x). */
  effectBelow(x: number): number;
  effectQuantile(p: number): number;
  /** null where it has none: at most 2 degrees of freedom. */
  effectDeviation: number | null;
  correlationQuantile(p: number): number;
  /** Of σ. */
  spreadQuantile(p: number): number;
}

/** The root of a rising function that must lie between two points. */
function between(f: (x: number) => number, from: number, to: number): number {
  return from < to ? (findRoot(f, from, to) ?? (f(from) > 0 ? from : to)) : from;
}

function mixtureDeviation(parts: readonly PosteriorGivenCorrelation[], weights: Float64Array): number | null {
  const df = parts[0]!.degreesOfFreedom;
  if (df <= 2) return null;
  const mean = parts.reduce((sum, { location }, i) => sum + weights[i]! * location, 0);
  const variance = parts.reduce(
    (sum, { location, scale }, i) =>
      sum + weights[i]! * ((scale * scale * df) / (df - 2) + (location - mean) ** 2),
    0,
  );
  return Math.sqrt(variance);
}

/**
 * Integrates the posterior over φ, uniform between −1 and 1 beforehand.
 *
 * @param effectScale Prior standard deviation of the effect, in standard deviations of the errors.
 * @throws {EstimationError} `not-identifiable` where columns depend on each other.
 */
export function effectPosterior(data: SerialData, effectScale: number): EffectPosterior {
  const { phi, weights } = correlationNodes(-1, 1);
  const parts = Array.from(phi, (value) => posteriorGivenCorrelation(data, value, effectScale));
  const highest = Math.max(...parts.map(({ logEvidence }) => logEvidence));
  const masses = weights.map((weight, i) => weight * Math.exp(parts[i]!.logEvidence - highest));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  const shares = masses.map((mass) => mass / total);
  const mixed = (of: (part: PosteriorGivenCorrelation) => number): number =>
    parts.reduce((sum, part, i) => sum + shares[i]! * of(part), 0);
  const { degreesOfFreedom: df } = parts[0]!;
  const effectBelow = (x: number): number =>
    mixed(({ location, scale }) => studentT.cdf((x - location) / scale, df));
  const quantileOf = (
    below: (x: number) => number,
    ofPart: (part: PosteriorGivenCorrelation) => number,
    p: number,
  ): number => {
    const ends = parts.map(ofPart);
    return between((x) => below(x) - p, Math.min(...ends), Math.max(...ends));
  };
  const spreadBelow = (x: number): number =>
    mixed(({ sumOfSquares }) => chiSquared.survival(sumOfSquares / (x * x), df));
  const correlationBelow = (x: number): number => {
    const inner = correlationNodes(-1, x);
    let sum = 0;
    inner.phi.forEach((value, i) => {
      const { logEvidence } = posteriorGivenCorrelation(data, value, effectScale);
      sum += inner.weights[i]! * Math.exp(logEvidence - highest);
    });
    return sum / total;
  };
  return {
    effectBelow,
    effectQuantile: (p) => {
      const t = studentT.quantile(p, df);
      return quantileOf(effectBelow, ({ location, scale }) => location + t * scale, p);
    },
    effectDeviation: mixtureDeviation(parts, shares),
    correlationQuantile: (p) => between((x) => correlationBelow(x) - p, -1 + 1e-9, 1 - 1e-9),
    spreadQuantile: (p) => {
      const square = chiSquared.quantile(1 - p, df);
      return quantileOf(spreadBelow, ({ sumOfSquares }) => Math.sqrt(sumOfSquares / square), p);
    },
  };
}
