import type { SummaryReport } from "../../../schema/summary-report.ts";
import { checkReport } from "../feasible/check-report.ts";
import { countPairSets } from "./count-pair-sets.ts";
import { spaceOf } from "./sample-space.ts";
import { valuesAt } from "./sample-tally.ts";
import { walkSamples } from "./walk-samples.ts";

/** One sample that fits a report, with how many sets of score pairs give it. */
export interface CompatibleSample {
  /** From least to greatest. */
  values: number[];
  nPairSets: number;
}

/**
 * Yields every sample that fits a report, one at a time and each once; nothing is held but the sample at hand.
 *
 * @param report With `step` and bounds, or with `scores`.
 * @returns The samples in lexicographic order; none where none fits.
 * @throws {EstimationError} `not-identifiable` where the report does not say which values a patient can have.
 * @throws {RangeError} for numbers that are none.
 * @example
 * Array.from(compatibleSamples({ n: 2, mean: 1, lower: 0, upper: 2, step: 1 }), ({ values }) => values); // [[0, 2], [1, 1]]
 */
export function* compatibleSamples(report: SummaryReport): Generator<CompatibleSample> {
  checkReport(report);
  const space = spaceOf(report);
  if (space === undefined) return;
  for (const sample of walkSamples(space, { tried: 0, most: Number.POSITIVE_INFINITY })) {
    yield { values: valuesAt(space, sample), nPairSets: countPairSets(space, sample) };
  }
}
