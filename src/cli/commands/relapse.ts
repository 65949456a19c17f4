import type { Command } from "commander";
import { EstimationError } from "../../errors.ts";
import type { VegaLiteSpec } from "../../render/charts/index.ts";
import {
  type RelapseStudy,
  relapseCsv,
  relapseHtml,
  relapseMarkdown,
  relapseText,
} from "../../render/index.ts";
import type { CommandSetUp } from "../command.ts";
import { type DrawPicture, drawStill } from "../drawing.ts";
import { fileKindOf, patientsKind, relapsesKind } from "../file-kinds.ts";
import { type InputText, readInput } from "../files.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { outputFormats, type ReportWriter } from "../output-formats.ts";
import { addRelapseFlags } from "../relapse/add-relapse-flags.ts";
import { columnProblems } from "../relapse/column-problems.ts";
import { analysisProblems, fileProblems, kindProblems, rangeProblems } from "../relapse/flag-problems.ts";
import { type RelapseAnalysis, relapseAnalyses } from "../relapse/relapse-analyses.ts";
import { relapseChart } from "../relapse/relapse-charts.ts";
import type { RelapseFlags } from "../relapse/relapse-flags.ts";
import { type RelapseInput, readScores, readTimes } from "../relapse/relapse-input.ts";
import { studyCourses, studyRange } from "../relapse/study-courses.ts";
import { reportError, UsageError } from "../report-error.ts";
import { writeReports } from "../write-report.ts";

/** Says how long relief lasts until relapse. */
export const relapse: CommandSetUp = (command, io, end) => {
  addRelapseFlags(command)
    .argument(
      "[file]",
      "relapses (columns lower, upper) or patients (scores) as CSV or JSON, - for standard input",
    )
    .action(async (file: string | undefined) => end(await run(file, command, io)));
};

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
}

async function run(file: string | undefined, command: Command, io: Io): Promise<ExitCode> {
  const flags: RelapseFlags = command.optsWithGlobals();
  const analysis = relapseAnalyses.find(({ name }) => name === flags.model)!;
  const ofModel = analysisProblems(command, analysis, flags);
  if (file === undefined) {
    refuse([...ofModel, ...rangeProblems(command, analysis, flags)]);
    return write([studyRange(analysis, flags)], flags, io, exitCodes.done);
  }
  refuse([...ofModel, ...fileProblems(command)]);
  const input = await readInput(file, io);
  const { courses, code } = readCourses(input, command, flags, io);
  refuse([...new Set(courses.flatMap(({ rows }) => columnProblems(rows, flags)))]);
  return analyze(courses, code, input, analysis, flags, io);
}

/** Reads times or scores, whichever the file holds. */
function readCourses(input: InputText, command: Command, flags: RelapseFlags, io: Io): RelapseInput {
  const kind = fileKindOf(input.text);
  if (kind !== relapsesKind && kind !== patientsKind)
    throw new UsageError(
      `${input.path}: relapses (columns lower, upper) or patients (scores) are needed, got ${kind.name}`,
    );
  const holdsScores = kind === patientsKind;
  refuse(kindProblems(command, holdsScores, flags));
  return holdsScores ? readScores(input, flags, io) : readTimes(input);
}

async function analyze(
  courses: RelapseInput["courses"],
  before: ExitCode,
  input: InputText,
  analysis: RelapseAnalysis,
  flags: RelapseFlags,
  io: Io,
): Promise<ExitCode> {
  let code = before;
  const studies: RelapseStudy[] = [];
  for (const one of courses) {
    try {
      const study = studyCourses(one, analysis, flags);
      for (const result of resultsOf(study)) result.provenance.inputSha256 = input.sha256;
      studies.push(study);
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      const about = one.outcome === undefined ? input.path : `${input.path}: ${one.outcome}`;
      code = reportError(error, io, about);
    }
  }
  return studies.length === 0 ? code : write(studies, flags, io, code);
}

/** Everything that a study computed, the answer first. */
function resultsOf({ results, average, intervals, logRank, comparison, diagnostics }: RelapseStudy) {
  return [...results, average, ...intervals, logRank, comparison, diagnostics].filter((one) => one !== null);
}

function writerFor({ chart: name, format }: RelapseFlags): ReportWriter<RelapseStudy> {
  const svgOf = async (study: RelapseStudy, which: string, draw: DrawPicture): Promise<string | null> => {
    const spec = relapseChart(which).chart(study);
    return spec && draw(spec);
  };
  const chosen = (study: RelapseStudy): VegaLiteSpec => {
    const { chart, needs } = relapseChart(name);
    const spec = chart(study);
    if (!spec) throw new UsageError(`--chart ${name}: needs ${needs}`);
    return spec;
  };
  return {
    text: (studies) => studies.map(relapseText).join("\n"),
    results: resultsOf,
    csv: relapseCsv,
    markdown: (studies) => studies.map(relapseMarkdown).join("\n"),
    // A page has every picture that there is; only a picture by itself must exist.
    ...(format !== "html" && { chart: chosen }),
    html: async (study, _, draw = drawStill) =>
      relapseHtml(study, {
        main: (await svgOf(study, "survival", draw))!,
        intervals: await svgOf(study, "courses", draw),
        diagnostics: await svgOf(study, "fit", draw),
      }),
  };
}

async function write(
  studies: readonly RelapseStudy[],
  flags: RelapseFlags,
  io: Io,
  code: ExitCode,
): Promise<ExitCode> {
  const format = outputFormats.find(({ name }) => name === flags.format)!;
  if (format.single && studies.length > 1)
    throw new UsageError(`--format ${format.name} draws one outcome, the file has ${studies.length}`);
  await writeReports(studies, writerFor(flags), flags, io);
  return code;
}
