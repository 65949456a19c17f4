import { randomStream } from "../../../math/random/random-stream.ts";
import type { SummaryCoverageRow, SummaryQuantity } from "../../../schema/summary-result.ts";
import { summaryIntervals } from "../intervals/index.ts";
import type { SummaryInterval } from "../intervals/summary-interval.ts";
import { type CoverageTruth, coverageTruths } from "./coverage-truth.ts";
import { simulatedEvidence } from "./simulated-evidence.ts";

/** Options of `summaryCoverage`. */
export interface SummaryCoverageOptions {
  /** Intervals to try; default those of `summaryIntervals` that are quick and whose truth is known. */
  intervals?: readonly SummaryInterval[];
  /** Distributions of patients' values on [0, 1]; default `coverageTruths`. */
  truths?: readonly CoverageTruth[];
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Simulated reports for each truth; default 2,000, so that 95 % is known to half a percent. */
  nSimulations?: number;
  /** Seed of the simulated patients; default 1. */
  seed?: number;
}

/** What an interval should hold; the last argument is the next patient's value. */
const TARGETS: { readonly [Q in SummaryQuantity]?: (truth: CoverageTruth, next: number) => number } = {
  mean: ({ mean }) => mean,
  median: ({ median }) => median,
  "next-patient": (_, next) => next,
};

/** How an interval has done so far. */
interface Tally {
  interval: SummaryInterval;
  level: number;
  nIntervals: number;
  nHeld: number;
  width: number;
}

function count(tally: Tally, sample: readonly number[], target: number, level: number): void {
  const evidence = simulatedEvidence(sample);
  const found = tally.interval.applies(evidence) ? tally.interval.limits(evidence, level)[0] : undefined;
  if (found === undefined || found.lower === null || found.upper === null) return;
  // A truth at an end of the interval counts as held, whatever the rounding.
  const slack = 1e-12;
  tally.level = found.level ?? level;
  tally.nIntervals++;
  tally.nHeld += Number(target >= found.lower - slack && target <= found.upper + slack);
  tally.width += Math.min(1, found.upper) - Math.max(0, found.lower);
}

function rowOf(tally: Tally, truth: CoverageTruth, nSimulations: number): SummaryCoverageRow {
  const { interval, level, nIntervals, nHeld, width } = tally;
  const { name: method, label, layer, quantity } = interval;
  const coverage = nIntervals > 0 ? nHeld / nIntervals : null;
  return {
    method,
    label,
    layer,
    quantity,
    truth: truth.name,
    level,
    nSimulations,
    nIntervals,
    coverage,
    standardError: coverage === null ? null : Math.sqrt((coverage * (1 - coverage)) / nIntervals),
    meanWidth: nIntervals > 0 ? width / nIntervals : null,
  };
}

/**
 * How often each interval holds the truth in n simulated patients, and how wide it is.
 *
 * Each simulated report gives mean, standard deviation, median, ends and the values themselves. Patients are drawn between 0
 * and 1 from a list of truths: that an interval holds up in these says nothing for certain of others.
 *
 * @param n Patients in one report; whole, at least 1.
 * @returns One row per truth and interval, widths in shares of the way between the bounds; the same for one seed whatever the
 * list of intervals.
 * @throws {RangeError} when n or the number of simulations is not a whole number of at least 1, or the level not in (0, 1).
 * @see Morris, White & Crowther (2019), Stat Med 38:2074–2102, table 6, for the Monte-Carlo error. doi:10.1002/sim.8086
 * @example
 * summaryCoverage(5, { nSimulations: 100 })[0]?.coverage; // 1: Hoeffding's interval is wide
 */
export function summaryCoverage(n: number, options: SummaryCoverageOptions = {}): SummaryCoverageRow[] {
  const { truths = coverageTruths, level = 0.95, nSimulations = 2000, seed = 1 } = options;
  const intervals = options.intervals ?? summaryIntervals.filter(({ quick }) => quick);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  for (const [name, value] of Object.entries({ n, nSimulations })) {
    if (!(Number.isSafeInteger(value) && value >= 1))
      throw new RangeError(`${name} must be a whole number of at least 1, got ${value}`);
  }
  return truths.flatMap((truth, place) => {
    const tallies = intervals
      .filter(({ quantity }) => TARGETS[quantity])
      .map((interval): Tally => ({ interval, level, nIntervals: 0, nHeld: 0, width: 0 }));
    for (let i = 0; i < nSimulations; i++) {
      const stream = randomStream(seed, place, i);
      const sample = Array.from({ length: n }, () => truth.quantile(stream.uniform())).sort((a, b) => a - b);
      const next = truth.quantile(stream.uniform());
      for (const tally of tallies)
        count(tally, sample, TARGETS[tally.interval.quantity]!(truth, next), level);
    }
    return tallies.map((tally) => rowOf(tally, truth, nSimulations));
  });
}
