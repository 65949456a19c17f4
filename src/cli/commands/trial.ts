import type { Command } from "commander";
import { InputError, type InputIssue } from "../../errors.ts";
import { readTrials } from "../../read/index.ts";
import type { Trial } from "../../schema/trial.ts";
import type { TrialResult } from "../../schema/trial-result.ts";
import { type AnalyzeTrialOptions, analyzeTrials } from "../../trial/index.ts";
import type { CommandSetUp } from "../command.ts";
import { type InputText, readInput } from "../files.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { outputFormats } from "../output-formats.ts";
import { UsageError } from "../report-error.ts";
import { namingFlags } from "../trial/design-settings.ts";
import { modelOptionsHelp } from "../trial/model-option.ts";
import { type CheckedPlan, readPlan } from "../trial/plan-file.ts";
import {
  type AskedAnalysis,
  analysisOptions,
  askedAnalysis,
  deviationWarnings,
} from "../trial/planned-analysis.ts";
import { readCurve } from "../trial/read-curve.ts";
import { addTrialFlags, type TrialFlags } from "../trial/trial-flags.ts";
import { trialWriter } from "../trial/trial-writer.ts";
import { runSeries } from "../trial-series/run-series.ts";
import { writeReports } from "../write-report.ts";

const NOTES = `
Options of models (--model name:option=value,…):
${modelOptionsHelp}

Besides treatment and score a file may tell block, period, day, adverse_events (a count) and rescue (yes or no); a row
without a score is a missing one.`;

/** Answers whether the treatment worked in each patient of one file. */
export const trial: CommandSetUp = (command, io, end) => {
  addTrialFlags(command)
    .argument(
      "<file>",
      "trials (columns treatment, score; block, period, day) as CSV or JSON, - for standard input",
    )
    .option("--series", "what the trials of several patients say together, and of each of them")
    .addHelpText("after", NOTES)
    .action(async (file: string) => end(await run(file, command, io)));
};

async function planOf({ plan, planSha256 }: TrialFlags, io: Io): Promise<CheckedPlan | null> {
  if (plan === "-") throw new UsageError("--plan: a file is needed, the standard input is for trials");
  return plan === undefined ? null : readPlan(plan, planSha256, io);
}

async function run(file: string, command: Command, io: Io): Promise<ExitCode> {
  const own: TrialFlags & { series?: boolean } = command.optsWithGlobals();
  if (own.series) return runSeries(file, own, io);
  const plan = await planOf(own, io);
  const asked = askedAnalysis(own, (name) => command.getOptionValueSource(name) === "cli", plan);
  const { flags } = asked;
  if (flags.curve === "-")
    throw new UsageError("--curve: a file is needed, the standard input is for trials");
  const response = flags.curve === undefined ? undefined : await readCurve(flags.curve, io);
  const input = await readInput(file, io);
  const { treatments } = flags;
  const trials = readTrials(input.text, { path: input.path, ...(treatments && { treatments }) });
  if (flags.patient !== undefined && !trials.some(({ patient }) => patient === flags.patient))
    throw new UsageError(
      `--patient ${flags.patient}: a patient of the file is needed (${trials.map(({ patient }) => patient).join(", ")})`,
    );
  const results = analyzed(
    trials,
    { ...analysisOptions(asked, trials), ...(response && { response }) },
    input,
  );
  return write(withPlanned(results, asked, input), flags, io);
}

/** The results, or what is wrong in the words of the command line. */
function analyzed(trials: readonly Trial[], options: AnalyzeTrialOptions, input: InputText): TrialResult[] {
  try {
    return analyzeTrials(trials, options);
  } catch (error) {
    if (error instanceof InputError) throw inFile(error, input);
    throw namingFlags(error);
  }
}

/** Puts the file's name before what the library says of its patients. */
function inFile({ issues }: InputError, { path: file }: InputText): InputError {
  return new InputError(
    issues.map(({ path, ...issue }): InputIssue => {
      if (issue.row !== undefined || path === file || path === "trial") return { path: file, ...issue };
      return { path: `${file}: ${path}`, ...issue };
    }),
  );
}

/** The results that are written, with the file's fingerprint and what became of the plan. */
function withPlanned(
  results: readonly TrialResult[],
  asked: AskedAnalysis,
  { sha256 }: InputText,
): TrialResult[] {
  const { flags, plan, deviations } = asked;
  const chosen = results.filter(({ patient }) => flags.patient === undefined || patient === flags.patient);
  return chosen.map((result) => ({
    ...result,
    warnings: [...deviationWarnings(asked), ...result.warnings],
    provenance: {
      ...result.provenance,
      inputSha256: sha256,
      options: {
        ...result.provenance.options,
        ...(plan && {
          plan: { sha256: plan.sha256, deviations, reason: deviations.length > 0 ? flags.deviation! : null },
        }),
      },
    },
  }));
}

/** What models get wrong too often, where what is written does not stand on the screen with it. */
function warnOfModels(results: readonly TrialResult[], { quiet }: TrialFlags, io: Io): void {
  if (quiet) return;
  const told = results.flatMap(({ models }) =>
    models.flatMap(({ label, warnings }) =>
      warnings.filter(({ code }) => code === "type-one-error").map(({ message }) => `${label}: ${message}\n`),
    ),
  );
  for (const line of new Set(told)) io.stderr(line);
}

async function write(results: readonly TrialResult[], flags: TrialFlags, io: Io): Promise<ExitCode> {
  const format = outputFormats.find(({ name }) => name === flags.format)!;
  if (flags.checklist && (format.picture || format.name === "csv"))
    throw new UsageError(`--checklist: --format ${format.name} holds no words`);
  if (format.single && results.length > 1) {
    const found = results.map(
      ({ patient, treatment, reference }) => `${patient}: ${treatment} and ${reference}`,
    );
    throw new UsageError(
      `--format ${format.name} draws one comparison, the file has ${results.length} (${found.join("; ")}); choose by --patient and --treatment`,
    );
  }
  await writeReports(
    results,
    trialWriter(flags.chart, flags.checklist === true, flags.format === "html"),
    flags,
    io,
  );
  if (flags.output !== undefined || format.picture || format.name === "csv") warnOfModels(results, flags, io);
  return exitCodes.done;
}
