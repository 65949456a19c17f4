import { readdir, readFile, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../report-error.ts";
import { type BatchHeader, headerDifferences } from "./batch-header.ts";
import { isFolderName } from "./folder-names.ts";
import { takeLock } from "./lock.ts";
import { type BatchManifest, isManifest } from "./manifest.ts";
import { writing } from "./output-error.ts";
import { outputLayout, STATE_FOLDER, SUMMARY_FILES } from "./output-layout.ts";
import { writeWhole } from "./write-folder.ts";

/** What stands in an output before a run. */
export type OutputState =
  | { stage: "new" }
  | { stage: "unfinished"; header: BatchHeader }
  | { stage: "complete"; manifest: BatchManifest };

/** How an output that is not new is treated. */
export interface OpenOptions {
  resume: boolean;
  replace: boolean;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}

/**
 * Looks at an output without touching it.
 *
 * @throws {UsageError} when it holds what no run of `nof1 report` wrote.
 * @throws {InputError} when it is not a folder or can't be read.
 */
export async function inspectOutput(out: string): Promise<OutputState> {
  const { run, manifest } = outputLayout(out);
  const names = await writing(out, () =>
    readdir(out).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    }),
  );
  const header = await readJson(run);
  if (header !== null) return { stage: "unfinished", header: header as BatchHeader };
  const found = await readJson(manifest);
  if (isManifest(found)) return { stage: "complete", manifest: found };
  const other = names.filter((name) => name !== STATE_FOLDER);
  if (other.length === 0) return { stage: "new" };
  throw new UsageError(
    `${out} holds files that are not of nof1 report (${other[0]}); choose a new or an empty folder`,
  );
}

/**
 * Removes a finished batch, its manifest last, so that what is left is known until the end.
 *
 * @throws {UsageError} when something else stands beside it; nothing is removed then.
 */
async function removeBatch(out: string, { entries }: BatchManifest): Promise<void> {
  const folders = entries.flatMap(({ folder }) => (folder !== null && isFolderName(folder) ? [folder] : []));
  const own = [...folders, ...SUMMARY_FILES];
  const known = new Set([...own, STATE_FOLDER]);
  const other = (await writing(out, () => readdir(out))).find((name) => !known.has(name));
  if (other !== undefined)
    throw new UsageError(`${out} cannot be replaced: it holds ${other}, which is not of that run`);
  await writing(out, async () => {
    for (const name of own) await rm(join(out, name), { recursive: true, force: true });
  });
}

/** A finished batch has lost nothing since: `--replace` may have been killed as it removed it. */
async function checkWhole(out: string, { entries }: BatchManifest): Promise<void> {
  const there = new Set(await writing(out, () => readdir(out)));
  const folders = entries.flatMap(({ folder }) => (folder === null ? [] : [folder]));
  const lost = [...folders, ...SUMMARY_FILES].find((name) => !there.has(name));
  if (lost !== undefined)
    throw new UsageError(`${out} lacks ${lost} of its finished run; add --replace to write it anew`);
}

function checkSame(out: string, begun: BatchHeader, asked: BatchHeader): void {
  const differences = headerDifferences(begun, asked);
  if (differences.length === 0) return;
  throw new UsageError(
    `${out} cannot be resumed, for it was begun with something else: ${differences.join("; ")}`,
  );
}

/** An output that this process alone writes to. */
export interface OpenOutput {
  /** null where the batch is to be done or finished; else it stands there complete. */
  complete: BatchManifest | null;
  release(): Promise<void>;
}

/**
 * Takes an output for a run, and says in it what the run is.
 *
 * @throws {UsageError} when it is held by another run, holds something else, or may not be resumed or replaced.
 */
export async function openOutput(out: string, asked: BatchHeader, options: OpenOptions): Promise<OpenOutput> {
  await inspectOutput(out);
  const layout = outputLayout(out);
  const release = await takeLock(layout.lock, out);
  try {
    const complete = await prepare(out, asked, options);
    return { complete, release };
  } catch (error) {
    await release();
    await rmdir(layout.state).catch(() => {});
    throw error;
  }
}

async function prepare(
  out: string,
  asked: BatchHeader,
  { resume, replace }: OpenOptions,
): Promise<BatchManifest | null> {
  const { run, temporary } = outputLayout(out);
  const state = await inspectOutput(out);
  if (state.stage === "unfinished") {
    if (!resume)
      throw new UsageError(
        `${out} holds a run that did not finish; add --resume to finish it, or remove ${out}`,
      );
    checkSame(out, state.header, asked);
    await writing(out, () => rm(temporary, { recursive: true, force: true }));
    return null;
  }
  if (state.stage === "complete") {
    if (resume) {
      checkSame(out, state.manifest, asked);
      await checkWhole(out, state.manifest);
      return state.manifest;
    }
    if (!replace)
      throw new UsageError(
        `${out} holds a finished run; choose another folder, or add --replace to write it anew`,
      );
    await removeBatch(out, state.manifest);
  }
  await writeWhole(run, JSON.stringify(asked), temporary);
  return null;
}
