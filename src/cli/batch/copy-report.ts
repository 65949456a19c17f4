import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../report-error.ts";
import { writing } from "./output-error.ts";
import { syncFolder, writeSynced } from "./write-folder.ts";

/**
 * Copies the report of one patient, synchronised with the disk, and nothing else that stands in its folder.
 *
 * @param files What stands in such a folder.
 * @throws {UsageError} when it is not there whole.
 */
export async function copyReport(from: string, to: string, files: readonly string[]): Promise<void> {
  const there = new Set(await readdir(from).catch(() => []));
  const missing = files.find((name) => !there.has(name));
  if (missing !== undefined)
    throw new UsageError(`cannot merge: ${from} is named in the manifest, but its ${missing} is missing`);
  await writing(to, async () => {
    await mkdir(to);
    for (const name of files) await writeSynced(join(to, name), await readFile(join(from, name)));
    await syncFolder(to);
  });
}
