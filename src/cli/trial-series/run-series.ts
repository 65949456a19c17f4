import { EstimationError } from "../../errors.ts";
import { readTrials } from "../../read/index.ts";
import { trialSeriesChart } from "../../render/charts/index.ts";
import {
  type SeriesReport,
  trialSeriesCsv,
  trialSeriesHtml,
  trialSeriesMarkdown,
  trialSeriesText,
} from "../../render/index.ts";
import type { BetweenCaseResult } from "../../schema/between-case-result.ts";
import type { Provenance } from "../../schema/provenance.ts";
import type { Trial } from "../../schema/trial.ts";
import { type AnalyzeSeriesOptions, analyzeSeries, betweenCaseDifference } from "../../trial/index.ts";
import { readInput } from "../files.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import type { ReportWriter } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import { defaultReference } from "../trial/default-reference.ts";
import { namingFlags } from "../trial/design-settings.ts";
import type { TrialFlags } from "../trial/trial-flags.ts";
import { writeReport } from "../write-report.ts";

/** The flag that asks for a series. */
const SERIES_FLAG = "--series";

const writer: ReportWriter<SeriesReport> = {
  text: (reports) => reports.map(trialSeriesText).join("\n"),
  results: ({ series, betweenCase }) => (betweenCase === null ? [series] : [series, betweenCase]),
  csv: (reports) => reports.map(trialSeriesCsv).join(""),
  markdown: (reports) => reports.map(trialSeriesMarkdown).join("\n"),
  chart: ({ series }) => trialSeriesChart(series),
  html: trialSeriesHtml,
};

/** Flags of a single trial that have no meaning here. */
function checkFlags(flags: TrialFlags): void {
  const { improvement, plan, patient, curve, design, statistic, sides, shift, effectSize } = flags;
  const single = {
    "--plan": plan,
    "--patient": patient,
    "--curve": curve,
    "--design": design,
    "--statistic": statistic,
    "--sides": sides,
    "--shift": shift,
    "--effect-size": effectSize,
  };
  const problems = [
    ...(improvement === undefined
      ? ["--improvement is needed: decrease or increase, which way scores move when the patient is better"]
      : []),
    ...Object.entries(single).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}: has no meaning with ${SERIES_FLAG}`],
    ),
  ];
  if ((flags.model?.length ?? 0) > 1) problems.push(`--model: one is enough with ${SERIES_FLAG}`);
  if (problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
}

function betweenCaseOf(trials: readonly Trial[], options: AnalyzeSeriesOptions): BetweenCaseResult | null {
  const { improvement, treatment, reference, level } = options;
  try {
    return betweenCaseDifference(trials, {
      improvement,
      ...(treatment !== undefined && { treatment }),
      ...(reference !== undefined && { reference }),
      ...(level !== undefined && { level }),
    });
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return null;
  }
}

/** What the flags ask for. */
function optionsOf(flags: TrialFlags, trials: readonly Trial[]): AnalyzeSeriesOptions {
  const { improvement, treatment, level, seed, threshold, model } = flags;
  const seen = [...new Set(trials.flatMap((trial) => trial.treatments))];
  return {
    improvement: improvement!,
    level,
    seed,
    reference: flags.reference ?? defaultReference(seen),
    ...(treatment !== undefined && { treatment }),
    ...(threshold !== undefined && { threshold }),
    ...(model?.[0] && { model: model[0] }),
  };
}

/** The results with the file's fingerprint, or what is wrong in the words of the command line. */
function reportOf(trials: readonly Trial[], options: AnalyzeSeriesOptions, sha256: string): SeriesReport {
  const withFile = <Result extends { provenance: Provenance }>(result: Result): Result => ({
    ...result,
    provenance: { ...result.provenance, inputSha256: sha256 },
  });
  try {
    const series = withFile(analyzeSeries(trials, options));
    const betweenCase = betweenCaseOf(trials, options);
    return { series, betweenCase: betweenCase && withFile(betweenCase) };
  } catch (error) {
    throw namingFlags(error);
  }
}

/**
 * Analyses the trials of a file together.
 *
 * @throws {UsageError} when flags are missing or have no meaning for a series.
 * @throws {EstimationError} `too-few-observations` below two patients.
 */
export async function runSeries(file: string, flags: TrialFlags, io: Io): Promise<ExitCode> {
  checkFlags(flags);
  const { text, path, sha256 } = await readInput(file, io);
  const { treatments } = flags;
  const trials = readTrials(text, { path, ...(treatments && { treatments }) });
  const report = reportOf(trials, optionsOf(flags, trials), sha256);
  await writeReport(report, writer, flags, io);
  return exitCodes.done;
}
