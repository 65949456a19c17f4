import { EstimationError } from "../../errors.ts";
import type { Provenance, Warning } from "../../schema/provenance.ts";
import type { Reconstruction } from "../../schema/reconstruction.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import type { SummaryCoverageRow, SummaryResult } from "../../schema/summary-result.ts";
import { version } from "../../version.ts";
import { checkSummary, consistencyChecks } from "./consistency/index.ts";
import { summaryCoverage } from "./coverage/summary-coverage.ts";
import { feasibleSet } from "./feasible-set.ts";
import { summaryIntervals } from "./intervals/index.ts";
import { hasBounds } from "./intervals/known-bounds.ts";
import type { SummaryEvidence, SummaryInterval } from "./intervals/summary-interval.ts";
import { convertedRows, noClash } from "./mean-from-range.ts";
import { rangeConversions } from "./range-conversions/index.ts";
import type { RangeConversion } from "./range-conversions/range-conversion.ts";
import { reconstructSamples } from "./reconstruction/reconstruct-samples.ts";
import { consistencyWarnings, reportWarnings } from "./report-warnings.ts";
import { summaryRows } from "./summary-rows.ts";

/** Options of `describeSummary`. */
export interface DescribeSummaryOptions {
  /** Two-sided level in (0, 1), half of the rest on either side; default 0.95. */
  level?: number;
  /** Default all of `summaryIntervals`. */
  intervals?: readonly SummaryInterval[];
  /** Default all of `rangeConversions`. */
  conversions?: readonly RangeConversion[];
  /** Standard deviations to try, in the unit of one patient's value; default 5 to 30 hundredths of the way between bounds. */
  assumedSds?: readonly number[];
  /** Simulate how often each interval holds the truth at this n; default false. */
  coverage?: boolean;
  /** Simulated reports for each truth; default 2,000. */
  nSimulations?: number;
  /** Samples listed at most before they are drawn instead; default 100,000. */
  mostSamples?: number;
  /** Samples kept in the result, evenly thinned; default 200. */
  keep?: number;
  /** Seed of drawn samples and of simulated patients; default 1. */
  seed?: number;
}

type Settings = Required<Omit<DescribeSummaryOptions, "assumedSds">>;

/**
 * What a report without its patients still says, layered by what each answer takes for granted.
 *
 * First what must be true (the feasible set), then the samples that fit where they can be listed, then an interval per line:
 * from the bounds alone, with a little more, and with a family of distributions.
 *
 * @param report Each number as printed.
 * @returns Rows in the unit of one patient's value; limits that don't exist are null, with a warning that says why.
 * @throws {InputError} when the numbers contradict each other, with each contradiction.
 * @throws {EstimationError} `no-sample` when no sample on the report's step fits.
 * @throws {RangeError} when an option is out of range, or a number of the report is none.
 * @see Each row's method for its own source; Anderson (1969), Bull Int Stat Inst 43:249–251, for the widest defensible one.
 * @example
 * describeSummary({ n: 5, mean: 73.4, lower: 0, upper: 100, unit: "%" }).estimates[0]?.lower; // 12.66, Hoeffding's
 */
export function describeSummary(report: SummaryReport, options: DescribeSummaryOptions = {}): SummaryResult {
  const settings = withDefaults(options);
  const { level, intervals, conversions, coverage } = settings;
  const feasible = noClash(feasibleSet(report));
  const consistency = checkSummary(report, consistencyChecks);
  const { reconstruction, warnings: searched } = reconstructed(report, settings);
  const evidence: SummaryEvidence = {
    report,
    feasible,
    samples: reconstruction?.samples.map(({ values }) => values) ?? null,
    samplesComplete: reconstruction?.complete ?? false,
    ...(options.assumedSds && { assumedSds: options.assumedSds }),
  };
  const found = intervals.map((interval) => summaryRows(evidence, interval, level));
  const converted = convertedRows(report, feasible, conversions);
  return {
    kind: "summary",
    schemaVersion: 1,
    report,
    feasible,
    consistency,
    reconstruction: reconstruction && thinned(reconstruction, settings.keep),
    estimates: found.flatMap(({ rows }) => rows),
    conversions: converted.rows,
    ...(coverage && { coverage: simulated(report, settings) }),
    warnings: distinct([
      ...reportWarnings(report),
      ...consistencyWarnings(consistency),
      ...searched,
      ...found.flatMap(({ warnings }) => warnings),
      ...converted.warnings,
    ]),
    provenance: provenanceOf(settings, options, coverage || reconstruction?.complete === false),
  };
}

function provenanceOf(
  settings: Settings,
  { assumedSds }: DescribeSummaryOptions,
  drawn: boolean,
): Provenance {
  const { intervals, conversions, seed, ...plain } = settings;
  return {
    package: "nof1",
    version,
    seed: drawn ? seed : null,
    inputSha256: null,
    options: {
      ...plain,
      seed,
      intervals: intervals.map(({ name }) => name),
      conversions: conversions.map(({ name }) => name),
      ...(assumedSds && { assumedSds: [...assumedSds] }),
    },
  };
}

function withDefaults({ assumedSds = [], ...options }: DescribeSummaryOptions): Settings {
  const settings: Settings = {
    level: 0.95,
    intervals: summaryIntervals,
    conversions: rangeConversions,
    coverage: false,
    nSimulations: 2000,
    mostSamples: 100_000,
    keep: 200,
    seed: 1,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  const { level, keep } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (!(Number.isSafeInteger(keep) && keep >= 1))
    throw new RangeError(`keep must be a whole number of at least 1, got ${keep}`);
  const wrong = assumedSds.find((sd) => !(sd > 0 && sd < Infinity));
  if (wrong !== undefined) throw new RangeError(`assumedSds must be positive and finite, got ${wrong}`);
  return settings;
}

/** The samples that fit; null where the report doesn't say which values a patient can have, or the search met none. */
function reconstructed(
  report: SummaryReport,
  { mostSamples, seed }: Settings,
): { reconstruction: Reconstruction | null; warnings: Warning[] } {
  const listable = report.scores !== undefined || report.step !== undefined;
  if (!listable || report.estimand === "ratio-of-means") return { reconstruction: null, warnings: [] };
  try {
    const reconstruction = reconstructSamples(report, { mostSamples, keep: mostSamples, seed });
    return { reconstruction, warnings: reconstruction.warnings };
  } catch (error) {
    if (!(error instanceof EstimationError) || error.code === "no-sample") throw error;
    return { reconstruction: null, warnings: [{ code: "no-reconstruction", message: error.message }] };
  }
}

/** The reconstruction with at most as many samples as are to be kept: those of least and greatest spread, the others evenly spaced. */
function thinned(reconstruction: Reconstruction, keep: number): Reconstruction {
  const { samples, sd } = reconstruction;
  if (samples.length <= keep) return reconstruction;
  const ends =
    keep < 3 ? [] : [sd?.lower, sd?.upper].map((end) => samples.findIndex((one) => one.sd === end));
  const every = Math.ceil(samples.length / (keep - ends.length));
  return { ...reconstruction, samples: samples.filter((_, i) => i % every === 0 || ends.includes(i)) };
}

/** How often the quick ones of the intervals hold the truth at this n, widths in the report's unit where it has bounds. */
function simulated(report: SummaryReport, settings: Settings): SummaryCoverageRow[] {
  const { level, nSimulations, seed } = settings;
  const intervals = settings.intervals.filter(({ quick }) => quick);
  const width = hasBounds(report) ? report.upper - report.lower : 1;
  const rows = summaryCoverage(report.n, { level, nSimulations, seed, intervals });
  return rows.map((row) => ({ ...row, meanWidth: row.meanWidth === null ? null : width * row.meanWidth }));
}

/** Each warning once. */
function distinct(warnings: readonly Warning[]): Warning[] {
  const seen = new Map(warnings.map((warning) => [`${warning.code} ${warning.message}`, warning]));
  return [...seen.values()];
}
