import { InputError } from "../../errors.ts";
import { nameWithOutcome } from "../../render/patient-name.ts";
import type { Patient } from "../../schema/patient.ts";
import { garbageCollection } from "./collect-garbage.ts";
import { folderNames } from "./folder-names.ts";
import type { PatientSource } from "./patient-source.ts";

/** A file of the batch, as it was when the batch began. */
export interface BatchInput {
  path: string;
  /** null where the file holds no readable patients. */
  sha256: string | null;
}

/** One row of the batch: a patient, or a file that cannot be read. */
export interface BatchEntry {
  /** Place in the whole batch, from 0, whatever the shard. */
  index: number;
  file: string;
  /** `patient`, or `patient · outcome`; the file's name where it cannot be read. */
  name: string;
  /** Place among the patients of the file; null for a file that cannot be read. */
  place: number | null;
  /** Folder of the report, within the output. */
  folder: string;
  /** What is wrong with a file that cannot be read. */
  problem?: string;
}

/** Everything that is to be done, and nothing of what the files say: small, however many patients. */
export interface BatchPlan {
  inputs: BatchInput[];
  entries: BatchEntry[];
}

/**
 * Reads every file once and lists their patients in order, with a folder of its own for each.
 *
 * @param onProblem Called for each file that cannot be read, with its place in the batch.
 */
export async function planBatch(
  files: readonly string[],
  source: PatientSource,
  onProblem: (error: InputError, index: number) => void,
): Promise<BatchPlan> {
  const folderOf = folderNames();
  const plan: BatchPlan = { inputs: [], entries: [] };
  const add = (entry: Omit<BatchEntry, "index">): void => {
    plan.entries.push({ index: plan.entries.length, ...entry });
  };
  const collect = garbageCollection();
  for (const file of files) {
    collect();
    try {
      const { sha256, path, patients } = await source(file);
      plan.inputs.push({ path, sha256 });
      patients.forEach((patient: Patient, place) => {
        const name = nameWithOutcome(patient);
        add({ file, name, place, folder: folderOf(name) });
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      onProblem(error, plan.entries.length);
      plan.inputs.push({ path: file, sha256: null });
      add({ file, name: file, place: null, folder: "", problem: error.message });
    }
  }
  return plan;
}
