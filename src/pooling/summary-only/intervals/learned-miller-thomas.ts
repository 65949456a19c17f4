import { dirichletMeanQuantile } from "./dirichlet-mean.ts";
import { meanInterval } from "./mean-interval.ts";
import { boundsOf, hasSamplesWithinBounds, widestOverSamples } from "./over-samples.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/**
 * Learned-Miller and Thomas' limits of the mean of a bounded variable.
 *
 * Their bound draws the gaps between uniform order statistics; the law of a sum weighted by these gaps is known, so
 * nothing is drawn here.
 *
 * @param sample Ascending.
 * @param tail Chance of error on either side, in (0, 1).
 */
export function learnedMillerThomasLimits(
  sample: readonly number[],
  [lower, upper]: readonly [number, number],
  tail: number,
): [number, number] {
  const reflected = sample.map((value) => lower + upper - value).reverse();
  return [
    lower + upper - dirichletMeanQuantile([...reflected, upper], tail),
    dirichletMeanQuantile([...sample, upper], tail),
  ];
}

/**
 * Learned-Miller and Thomas' interval, widest over every sample that fits the report.
 *
 * Narrower than Anderson's on every sample. No case in which it fails is known, but it isn't proven to hold for all.
 *
 * @see Learned-Miller & Thomas (2019), A new confidence interval for the mean of a bounded random variable,
 * arXiv:1905.06208.
 * @example
 * learnedMillerThomas.layer; // "weak"
 */
export const learnedMillerThomas: SummaryInterval = meanInterval({
  name: "learned-miller-thomas",
  label: "Learned-Miller–Thomas, over every sample that fits",
  reference: "Learned-Miller & Thomas (2019), arXiv:1905.06208",
  layer: "weak",
  assumes:
    "Patients independent of each other, each value within the bounds, each on the step that the samples were reconstructed on, and a bound that no case is known to break but no proof covers for all",
  keepsBounds: true,
  quick: true,
  applies: hasSamplesWithinBounds,
  limits: (evidence, level) => {
    const tail = 0.5 * (1 - level);
    const bounds = boundsOf(evidence.report);
    return [widestOverSamples(evidence, (sample) => learnedMillerThomasLimits(sample, bounds, tail))];
  },
});
