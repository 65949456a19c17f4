import { EstimationError, InputError, type InputIssue } from "../../errors.ts";
import {
  type EffectMeasure,
  effectMeasures,
  givesEffect,
  hasUnknownSpread,
  type PoolSeriesOptions,
  poolSeries,
} from "../../pooling/index.ts";
import { readSeries } from "../../read/index.ts";
import type { Series } from "../../schema/series.ts";
import { bayesPool, bayesWriter } from "../bayes-pool.ts";
import type { CommandSetUp } from "../command.ts";
import { subgroupProblems } from "../diagnostic-flags.ts";
import { evidenceList, evidenceWriter } from "../evidence-list.ts";
import { exactPool, exactProblems, exactWriter } from "../exact-pool.ts";
import { readInput } from "../files.ts";
import { furtherWriter, withFurther } from "../further-pools.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { moderatorProblems } from "../moderator-flags.ts";
import { multilevelProblems } from "../multilevel-flags.ts";
import { multilevelPool, multilevelWriter } from "../multilevel-pool.ts";
import { poolFlagProblems } from "../pool-flag-problems.ts";
import { addPoolFlags, measureOf, type PoolFlags, poolOptions } from "../pool-options.ts";
import { withPicture } from "../pool-pictures.ts";
import { withPriorBand } from "../prior-band.ts";
import { reportError, UsageError } from "../report-error.ts";
import { isSummaryPool, summaryPool, summaryPoolProblems, summaryWriter } from "../summary-pool.ts";
import { writeReport } from "../write-report.ts";

/** Pools the series of one file. */
export const pool: CommandSetUp = (command, io, end) => {
  addPoolFlags(command)
    .argument("<file>", "series as CSV or JSON, - for standard input")
    .action(async (file: string) => end(await run(file, command.optsWithGlobals(), io)));
};

/** Measures that every series has the columns of, but perhaps for its standard deviation. */
function suitable(series: readonly Series[]): EffectMeasure[] {
  return effectMeasures.filter(
    (measure) =>
      series.every(({ summary }) => measure.needs.every((column) => summary[column] !== undefined)) ||
      hasUnknownSpread(series, measure),
  );
}

/** What must be said beside the file: the measure where it has no estimates, and names that it has. */
function fileProblems(series: readonly Series[], flags: PoolFlags): string[] {
  const names = series.map((one) => one.series);
  const unknown = (flags.keep ?? [])
    .filter((name) => !names.includes(name))
    .map((name) => `--keep ${name}: a series of the file is needed (${names.join(", ")})`);
  const problems = [
    ...unknown,
    ...moderatorProblems(flags, series),
    ...subgroupProblems(flags, series),
    ...exactProblems(flags, series),
    ...multilevelProblems(flags, series),
    ...summaryPoolProblems(series, measureOf(flags), flags),
  ];
  if (flags.exact || flags.evidence) return problems;
  if (measureOf(flags) || flags.method !== "inverse-variance" || series.every(givesEffect)) return problems;
  const fitting = suitable(series).map(({ name, natural }) => `${name} (${natural.label.toLowerCase()})`);
  const hint =
    fitting.length > 0
      ? `its columns suit ${fitting.join(", ")}, which are different quantities`
      : "no measure suits the columns of all its series";
  return [...problems, `--measure is needed: ${hint}`];
}

/** Puts the file's name and the flag that helps into what the library says of the series. */
function inFile({ path, column, message }: InputIssue, file: string, series: readonly Series[]): InputIssue {
  const row = /^rows\[(\d+)\]/u.exec(path);
  const name = row ? (series[Number(row[1])]?.series ?? path) : path;
  const isOverlap = path.endsWith(".overlaps");
  return {
    path: `${file}:${name}`,
    ...(column !== undefined && { column }),
    message: isOverlap ? `${message} (--keep)` : message,
  };
}

async function run(file: string, flags: PoolFlags, io: Io): Promise<ExitCode> {
  const problems = poolFlagProblems(flags);
  if (problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
  const options = poolOptions(flags);
  const input = await readInput(file, io);
  const series = readSeries(input.text, { path: input.path });
  const ofFile = fileProblems(series, flags);
  if (ofFile.length > 0) throw new UsageError(ofFile.join("\nnof1: "));
  try {
    await write(series, options, { flags, sha256: input.sha256, io });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof InputError && !isOutput(error, flags))
      throw new InputError(error.issues.map((issue) => inFile(issue, input.path, series)));
    if (error instanceof EstimationError) return reportError(error, io, input.path);
    throw error;
  }
}

interface Writing {
  flags: PoolFlags;
  sha256: string;
  io: Io;
}

async function write(
  series: readonly Series[],
  options: PoolSeriesOptions,
  { flags, sha256, io }: Writing,
): Promise<void> {
  if (flags.evidence) {
    const list = evidenceList(series, flags);
    list.provenance.inputSha256 = sha256;
    return writeReport(list, evidenceWriter, flags, io);
  }
  if (flags.exact) {
    const counts = exactPool(series, options, flags);
    counts.provenance.inputSha256 = sha256;
    return writeReport(counts, withPicture(exactWriter, flags), flags, io);
  }
  if (flags.multilevel) {
    const nested = multilevelPool(series, options, flags);
    nested.result.provenance.inputSha256 = sha256;
    return writeReport(nested, withPicture(multilevelWriter, flags), flags, io);
  }
  if (isSummaryPool(series, measureOf(flags), flags)) {
    const result = summaryPool(series, options, flags);
    result.provenance.inputSha256 = sha256;
    return writeReport(result, withPicture(summaryWriter, flags), flags, io);
  }
  if (flags.bayes) {
    const pooled = bayesPool(series, options, flags);
    for (const { provenance } of [pooled.result, pooled.sensitivity]) provenance.inputSha256 = sha256;
    return writeReport(pooled, withPicture(bayesWriter, flags), flags, io);
  }
  const pooled = withPriorBand(poolSeries(series, options), flags.tauScale?.[0]);
  for (const part of [pooled.result, pooled.sensitivity]) if (part) part.provenance.inputSha256 = sha256;
  const all = withFurther(pooled, options, flags, sha256);
  return writeReport(all, withPicture(furtherWriter, flags), flags, io);
}

/** Whether it is the file to be written that is at fault. */
function isOutput({ issues }: InputError, { output }: PoolFlags): boolean {
  return issues.some(({ path }) => path === output);
}
