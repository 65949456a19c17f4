import { mean } from "../../../math/descriptive/mean.ts";
import { sampleStandardDeviation } from "../../../math/descriptive/sample-variance.ts";
import type { SummaryEvidence } from "../intervals/summary-interval.ts";

/**
 * A report of a drawn sample between 0 and 1, with all that a good report says: mean, standard deviation, median and ends.
 *
 * @param sample Ascending.
 */
export function simulatedEvidence(sample: readonly number[]): SummaryEvidence {
  const n = sample.length;
  const average = mean(sample);
  const sd = sampleStandardDeviation(sample);
  return {
    report: {
      n,
      mean: average,
      ...(sd !== null && { sd }),
      median: 0.5 * (sample[(n - 1) >> 1]! + sample[n >> 1]!),
      minimum: sample[0]!,
      maximum: sample[n - 1]!,
      lower: 0,
      upper: 1,
    },
    feasible: {
      quantities: [{ quantity: "mean", lower: average, upper: average, reported: average }],
      clashes: [],
      sharp: false,
      notes: [],
    },
    samples: [sample],
    samplesComplete: true,
  };
}
