import { bracketRoot } from "../../../math/optimize/bracket-root.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";
import type { Cells } from "../../two-groups/two-by-two.ts";
import { logChoose } from "./binomial-likelihood.ts";
import type { PredictorLikelihood, SeriesAlone } from "./predictor-likelihood.ts";

/** Where the conditional likelihood of one table is largest. */
function aloneOf(at: PredictorLikelihood["at"], count: number, lowest: number, highest: number): SeriesAlone {
  if (count === lowest || count === highest) {
    const extreme = lowest === highest ? "both" : count === lowest ? "lowest" : "highest";
    return { logLikelihood: 0, estimate: null, variance: null, extreme };
  }
  const slope = (predictor: number): number => at(predictor).slope;
  const ends = bracketRoot(slope, -1, 1, [-700, 700]);
  const estimate = ends && findRoot(slope, ...ends);
  if (estimate === null)
    throw new RangeError(`No conditional odds ratio for ${count} of ${lowest} to ${highest}`);
  const { value, curvature } = at(estimate);
  return { logLikelihood: value, estimate, variance: -1 / curvature, extreme: null };
}

/**
 * Log likelihood of a fourfold table given both of its margins, by the log of the odds ratio: Fisher's noncentral
 * hypergeometric distribution. What both groups have in common has left it.
 *
 * @see Stijnen, Hamza & Özdemir (2010), Stat Med 29:3046–3067, section 4.1. doi:10.1002/sim.4040
 */
export function hypergeometricLikelihood({ a, b, c, d }: Cells): PredictorLikelihood {
  const [treated, control, events] = [a + b, c + d, a + c];
  const lowest = Math.max(0, events - control);
  const highest = Math.min(treated, events);
  const ways = Array.from(
    { length: highest - lowest + 1 },
    (_, i) => logChoose(treated, lowest + i) + logChoose(control, events - lowest - i),
  );
  const at: PredictorLikelihood["at"] = (predictor) => {
    const exponents = ways.map((way, i) => way + i * predictor);
    const largest = Math.max(...exponents);
    let [total, mean, square] = [0, 0, 0];
    exponents.forEach((exponent, i) => {
      const weight = Math.exp(exponent - largest);
      const step = i - (a - lowest);
      total += weight;
      mean += weight * step;
      square += weight * step * step;
    });
    mean /= total;
    const value = exponents[a - lowest]! - largest - Math.log(total);
    return { value, slope: 0 - mean, curvature: mean * mean - square / total };
  };
  return { at, alone: aloneOf(at, a, lowest, highest) };
}
