import { access } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../errors.ts";
import type { BatchEntry, BatchPlan } from "./batch-plan.ts";
import { outputLayout } from "./output-layout.ts";
import type { PatientSource } from "./patient-source.ts";
import type { PatientTask } from "./patient-task.ts";

/** Patients that a thread is given at a time, at most. */
const CHUNK = 4;

/** Few at a time and one at a time towards the end, so that a slow patient holds no others that a thread is free for. */
export function chunkSize(nLeft: number, nThreads: number): number {
  return Math.max(1, Math.min(CHUNK, Math.floor(nLeft / (2 * CHUNK * nThreads))));
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether a patient's report, or the reason why there is none, stands in the output. */
async function isDone({ folder, index }: BatchEntry, out: string): Promise<boolean> {
  return (
    (await exists(join(out, folder))) || (await exists(join(outputLayout(out).failures, `${index}.json`)))
  );
}

/** Patients that are still to be done; files that cannot be read are not among them. */
export async function pendingEntries(entries: readonly BatchEntry[], out: string): Promise<BatchEntry[]> {
  const pending: BatchEntry[] = [];
  for (const entry of entries) {
    if (entry.place !== null && !(await isDone(entry, out))) pending.push(entry);
  }
  return pending;
}

/** Reads a patient again, from a file that must not have changed since the batch began. */
async function taskOf(
  { file, place, index, folder }: BatchEntry,
  shaOf: ReadonlyMap<string, string | null>,
  source: PatientSource,
): Promise<PatientTask> {
  const { path, sha256, patients } = await source(file);
  if (sha256 !== shaOf.get(path)) {
    throw new InputError([
      { path, message: "has changed since the run began; begin again with another folder" },
    ]);
  }
  return { index, folder, patient: patients[place!]!, sha256 };
}

/** Tasks by a few at a time, in order; files are read as they are needed. */
export async function* chunks(
  entries: readonly BatchEntry[],
  { inputs }: BatchPlan,
  source: PatientSource,
  nThreads: number,
): AsyncGenerator<PatientTask[]> {
  const shaOf = new Map(inputs.map(({ path, sha256 }) => [path, sha256]));
  for (let i = 0; i < entries.length; ) {
    const end = i + chunkSize(entries.length - i, nThreads);
    const tasks: PatientTask[] = [];
    for (const entry of entries.slice(i, end)) tasks.push(await taskOf(entry, shaOf, source));
    i = end;
    yield tasks;
  }
}
