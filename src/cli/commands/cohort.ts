import { createHash } from "node:crypto";
import { fitCohort } from "../../cohort/index.ts";
import { EstimationError, type EstimationErrorCode, InputError, type InputIssue } from "../../errors.ts";
import type { CohortResult } from "../../schema/cohort-result.ts";
import type { CohortSummary } from "../../schema/cohort-summary.ts";
import { addCohortFlags, type CohortFlags } from "../cohort/cohort-flags.ts";
import { cohortFlagProblems, cohortOptions, overlapProblems } from "../cohort/cohort-options.ts";
import { type ReadCohort, readCohort } from "../cohort/cohort-patients.ts";
import { cohortProgress } from "../cohort/cohort-progress.ts";
import { type ReadSummaries, readSummaries } from "../cohort/cohort-summaries.ts";
import { cohortWriter } from "../cohort/cohort-writer.ts";
import { drawChains } from "../cohort/draw-chains.ts";
import type { CommandSetUp } from "../command.ts";
import type { InputText } from "../files.ts";
import { type ExitCode, exitCodes, type Io } from "../io.ts";
import { withPicture } from "../pool-pictures.ts";
import { reportError, UsageError } from "../report-error.ts";
import { chosenPriors } from "../response-options.ts";
import { writeReport } from "../write-report.ts";

/** Fits several patients at once. */
export const cohort: CommandSetUp = (command, io, end) => {
  addCohortFlags(command)
    .argument("<files...>", "patients as CSV or JSON, folders of them, - for standard input")
    .action(async (files: string[]) => end(await run(files, command.optsWithGlobals(), io)));
};

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new UsageError(problems.join("\nnof1: "));
}

async function run(files: readonly string[], flags: CohortFlags, io: Io): Promise<ExitCode> {
  refuse(cohortFlagProblems(flags));
  const read = await readCohort(files, flags, io);
  const summed = await readSummaries(flags, io);
  refuse(overlapProblems(flags, summed.summaries, read.patients));
  const about = read.inputs.map(({ path }) => path).join(", ");
  let result: CohortResult;
  try {
    result = await fitFiles(read, summed.summaries, flags, io);
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(error.issues.map((issue) => inFiles(issue, read, summed)));
    if (error instanceof EstimationError) return reportError(hinted(error, read), io, about);
    throw error;
  }
  tellInputs(result, [...read.inputs, ...summed.inputs]);
  const writer = cohortWriter({ twoStage: flags.twoStage ?? false, notes: summed.notes });
  await writeReport(result, withPicture(writer, flags), flags, io);
  return exitCodes.done;
}

async function fitFiles(
  { patients }: ReadCohort,
  summaries: readonly CohortSummary[],
  flags: CohortFlags,
  io: Io,
): Promise<CohortResult> {
  const priors = await chosenPriors(flags.priors, io);
  const options = cohortOptions(flags, summaries, priors);
  const { progress, end } = cohortProgress(flags, io);
  const { approximation } = options;
  try {
    const isDrawn = approximation !== undefined && "nChains" in approximation;
    const drawn =
      isDrawn && (await drawChains(approximation, { patients, flags, summaries, priors }, progress));
    return fitCohort(patients, { ...options, ...(drawn && { approximation: drawn }), progress });
  } finally {
    end();
  }
}

/** Puts the file and the patient, or the source and the flag that helps, into what the library says. */
function inFiles(
  { path, column, message }: InputIssue,
  read: ReadCohort,
  { summaries }: ReadSummaries,
): InputIssue {
  const [, what, number, field] = /^(patients|summaries|rows)\[(\d+)\]\.?(.*)$/u.exec(path) ?? [];
  const index = Number(number);
  const shared = { message, ...(column !== undefined && { column }) };
  if (what === "patients")
    return { ...shared, path: `${read.files[index]?.path}:${read.patients[index]?.patient}` };
  if (what === "summaries") return { ...shared, path: `${summaries[index]?.source}:${field}` };
  if (what !== "rows") return { ...shared, path };
  const row = summaries[index - read.patients.length];
  return {
    ...shared,
    path: row?.source ?? read.patients[index]?.patient ?? path,
    message: `${message}: leave one of them out, or count both with --overlaps warn`,
  };
}

/** Adds where to go from here, where that is known. */
function hinted(error: EstimationError, { patients, inputs }: ReadCohort): EstimationError {
  const ways: Partial<Record<EstimationErrorCode, string>> = {
    ...(patients.length === 1 && {
      "too-few-observations": `for one patient: nof1 response ${inputs[0]!.path}`,
    }),
    "not-converged": "another --approximation may find an answer: laplace, posterior",
  };
  const way = ways[error.code];
  return way === undefined ? error : new EstimationError(error.code, `${error.message}; ${way}`);
}

/** The fingerprint of the file, or one of all files, which are then told each by its own. */
function tellInputs({ provenance }: CohortResult, inputs: readonly InputText[]): void {
  if (inputs.length === 1) {
    provenance.inputSha256 = inputs[0]!.sha256;
    return;
  }
  const all = createHash("sha256");
  for (const { sha256 } of inputs) all.update(sha256);
  provenance.inputSha256 = all.digest("hex");
  provenance.options.inputs = inputs.map(({ stem, sha256 }) => ({ name: stem, sha256 }));
}
