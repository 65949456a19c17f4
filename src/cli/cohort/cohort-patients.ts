import { readPatients } from "../../read/index.ts";
import type { Patient } from "../../schema/patient.ts";
import { expandFolders, type InputText, readInput } from "../files.ts";
import type { Io } from "../io.ts";
import { UsageError } from "../report-error.ts";
import { patientOptions } from "../response-options.ts";
import type { CohortFlags } from "./cohort-flags.ts";

/** The patients of several files. */
export interface ReadCohort {
  patients: Patient[];
  /** The file of each patient. */
  files: InputText[];
  inputs: InputText[];
}

/** One outcome of each patient. */
function ofOneOutcome(all: readonly { patient: Patient; file: InputText }[], { outcome }: CohortFlags) {
  const outcomes = [...new Set(all.flatMap(({ patient }) => patient.outcome ?? []))];
  if (outcome !== undefined && !outcomes.includes(outcome))
    throw new UsageError(
      outcomes.length === 0
        ? `--outcome ${outcome}: the files name no outcomes, leave the option out`
        : `--outcome ${outcome}: an outcome of the files is needed (${outcomes.join(", ")})`,
    );
  if (outcome === undefined && outcomes.length > 1)
    throw new UsageError(`--outcome is needed: the files have ${outcomes.join(", ")}`);
  return outcome === undefined ? all : all.filter(({ patient }) => patient.outcome === outcome);
}

/**
 * Reads the patients of all files; a folder stands for the files in it.
 *
 * @throws {InputError} with every problem of a file.
 * @throws {UsageError} where the outcome is not told, or the standard input is named twice.
 */
export async function readCohort(paths: readonly string[], flags: CohortFlags, io: Io): Promise<ReadCohort> {
  const expanded = await expandFolders(paths);
  const named = [...expanded, ...(flags.summary ?? [])].filter((path) => path === "-").length;
  if (named > 1) throw new UsageError("-: the standard input can be read once only");
  const inputs: InputText[] = [];
  for (const path of expanded) inputs.push(await readInput(path, io));
  const reading = patientOptions(flags);
  const all = inputs.flatMap((file) =>
    readPatients(file.text, reading(file)).map((patient) => ({ patient, file })),
  );
  const chosen = ofOneOutcome(all, flags);
  return { patients: chosen.map(({ patient }) => patient), files: chosen.map(({ file }) => file), inputs };
}
