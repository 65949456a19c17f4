import { normalDeviate } from "../../math/special/normal-quantile.ts";
import { normalCdf, normalDensity } from "../../math/special/normal-tails.ts";

/** A mixture of normal distributions. */
export interface NormalMixture {
  /** Shares; they add to 1. */
  masses: Float64Array;
  means: Float64Array;
  standardDeviations: Float64Array;
}

/** Components with a smaller share move no quantile. */
const NEGLIGIBLE = 1e-17;
const MOST_STEPS = 100;

/** P(X ≤ x), or P(X > x); exact in that tail. */
export function mixtureTail(
  { masses, means, standardDeviations }: NormalMixture,
  x: number,
  upper: boolean,
): number {
  let sum = 0;
  for (let j = 0; j < masses.length; j++) {
    if (masses[j]! < NEGLIGIBLE) continue;
    const z = (x - means[j]!) / standardDeviations[j]!;
    sum += masses[j]! * normalCdf(upper ? -z : z);
  }
  return sum;
}

function mixtureDensity({ masses, means, standardDeviations }: NormalMixture, x: number): number {
  let sum = 0;
  for (let j = 0; j < masses.length; j++) {
    if (masses[j]! < NEGLIGIBLE) continue;
    sum += (masses[j]! / standardDeviations[j]!) * normalDensity((x - means[j]!) / standardDeviations[j]!);
  }
  return sum;
}

/** Where a component of its own has that deviate: the mixture's quantile lies between the least and the largest. */
function bracket({ masses, means, standardDeviations }: NormalMixture, z: number): [number, number, number] {
  let [least, largest, heaviest] = [Infinity, -Infinity, 0];
  for (let j = 0; j < masses.length; j++) {
    if (masses[j]! < NEGLIGIBLE) continue;
    const x = means[j]! + z * standardDeviations[j]!;
    least = Math.min(least, x);
    largest = Math.max(largest, x);
    if (masses[j]! > masses[heaviest]!) heaviest = j;
  }
  return [least, largest, means[heaviest]! + z * standardDeviations[heaviest]!];
}

/**
 * Finds the quantile of a mixture: Newton's method on the normal deviate of its distribution function, in which a mixture is
 * nearly a straight line, halving the bracket where a step would leave it.
 *
 * @param probability In (0, 1).
 */
export function mixtureQuantile(mixture: NormalMixture, probability: number): number {
  const upper = probability > 0.5;
  const tail = upper ? 1 - probability : probability;
  const wanted = normalDeviate(tail, upper);
  let [low, high, x] = bracket(mixture, wanted);
  for (let step = 0; step < MOST_STEPS && high > low; step++) {
    const reached = mixtureTail(mixture, x, upper);
    const deviate = reached > 0 && reached < 1 ? normalDeviate(reached, upper) : Number.NaN;
    if (upper ? reached > tail : reached < tail) low = x;
    else high = x;
    const slope = mixtureDensity(mixture, x) / normalDensity(deviate);
    const change = (wanted - deviate) / slope;
    const next = x + change;
    const settled = Math.abs(change) <= 1e-13 * Math.max(Math.abs(x), 1 / slope);
    if (settled) return next;
    x = next >= low && next <= high ? next : 0.5 * (low + high);
  }
  return x;
}

/** Mean and standard deviation; infinite or not a number where the components' add to nothing finite. */
export function mixtureMoments({ masses, means, standardDeviations }: NormalMixture): {
  mean: number;
  standardDeviation: number;
} {
  const mean = masses.reduce((sum, mass, j) => sum + mass * means[j]!, 0);
  const variance = masses.reduce(
    (sum, mass, j) => sum + mass * (standardDeviations[j]! ** 2 + (means[j]! - mean) ** 2),
    0,
  );
  return { mean, standardDeviation: Math.sqrt(variance) };
}
