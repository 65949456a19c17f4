import { describeSummary } from "../../src/pooling/index.ts";
import type { SummaryResult } from "../../src/schema/summary-result.ts";

const scores = { lower: 0, upper: 10, step: 1, beforeAtLeast: 4 };
const five = { n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100, unit: "%" };

/** Reports of each kind, by what they say. */
export const summaryFixtures: Readonly<Record<string, SummaryResult>> = {
  "a mean alone": describeSummary(five),
  "a mean of score pairs": describeSummary({ ...five, scores }),
  "a mean with its SD": describeSummary({ ...five, sd: 20, sdDecimals: 0 }),
  "a range": describeSummary({ n: 5, minimum: 2, maximum: 6, lower: 0, unit: "month", label: "Duration" }),
  "a count": describeSummary({ n: 22, events: 18, label: "Improved <b>\u202e" }),
  "a ratio of means": describeSummary({ ...five, estimand: "ratio-of-means" }),
  "one patient": describeSummary({ n: 1, mean: 5, step: 1, lower: 0, upper: 10 }),
  "equal values": describeSummary({ n: 3, mean: 5, sd: 0, step: 1, lower: 0, upper: 10 }),
  "too many samples to list": describeSummary(
    { n: 30, mean: 6.2, decimals: 1, step: 1, lower: 0, upper: 10 },
    { mostSamples: 50 },
  ),
};
