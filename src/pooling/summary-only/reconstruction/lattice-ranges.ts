import type { SummaryReport } from "../../../schema/summary-report.ts";
import { quantileRanks, quantileWeights } from "../feasible/order-statistic.ts";
import type { QuantityEnds } from "../feasible/region-ranges.ts";
import { quantileProbabilities } from "../feasible/statements.ts";
import { nPicks, type SampleSpace, spaceOf } from "./sample-space.ts";
import { walkSamples } from "./walk-samples.ts";

const MOST_TRIED = 300_000;
/** Picks of n values, order aside, beyond which no condition makes them few. */
const MOST_PICKS = 2e8;

/** A number of one sample, from its indexes. */
type Reading = (sample: Int32Array) => number;

function readingOf({ n, values, origin }: SampleSpace, quantity: string): Reading {
  const value = (sample: Int32Array, rank: number): number => values[sample[rank]!]! + origin;
  const mean: Reading = (sample) => sample.reduce((sum, index) => sum + values[index]!, 0) / n + origin;
  if (quantity === "mean") return mean;
  if (quantity === "sd")
    return (sample) => {
      const center = mean(sample) - origin;
      return Math.sqrt(sample.reduce((sum, index) => sum + (values[index]! - center) ** 2, 0) / (n - 1));
    };
  const probability = quantileProbabilities.get(quantity) as number;
  const ranks = quantileRanks(n, probability);
  const share = ranks.length === 2 ? quantileWeights(n, probability)(ranks[0]!) : 0;
  return (sample) =>
    (1 - share) * value(sample, ranks[0]! - 1) + share * value(sample, ranks[ranks.length - 1]! - 1);
}

/**
 * The ends of each quantity over the samples whose values are steps of a scale, or percentages of score pairs.
 *
 * @param quantities Their names.
 * @returns The ends by name; `none` where no sample fits, undefined where there are too many to look at.
 */
export function latticeRanges(
  report: SummaryReport,
  quantities: readonly string[],
): Map<string, QuantityEnds> | "none" | undefined {
  const space = spaceOf(report);
  if (space === undefined) return "none";
  if (nPicks(space) > MOST_PICKS) return undefined;
  const readings = quantities.map((quantity) => readingOf(space, quantity));
  const lower = readings.map(() => Number.POSITIVE_INFINITY);
  const upper = readings.map(() => Number.NEGATIVE_INFINITY);
  const walk = walkSamples(space, { tried: 0, most: MOST_TRIED });
  let nSamples = 0;
  for (let step = walk.next(); ; step = walk.next()) {
    if (step.done) {
      if (!step.value) return undefined;
      break;
    }
    nSamples++;
    for (const [k, reading] of readings.entries()) {
      const found = reading(step.value);
      lower[k] = Math.min(lower[k]!, found);
      upper[k] = Math.max(upper[k]!, found);
    }
  }
  if (nSamples === 0) return "none";
  return new Map(quantities.map((quantity, k) => [quantity, { lower: lower[k]!, upper: upper[k]! }]));
}
