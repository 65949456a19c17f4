import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../../errors.ts";
import { writeOutput } from "../files.ts";

/** Whether there is nothing at a path, or an empty folder. */
async function isFree(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

/**
 * Writes a folder whole or not at all: to a temporary name beside it, then renamed. What is there already is kept, for a schedule
 * that was drawn must not be replaced by another one.
 *
 * @param files Text by path within the folder.
 * @throws {InputError} when something is there, or the folder cannot be written.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if (!(await isFree(folder))) {
    const message =
      "cannot be written: a new or empty folder is needed, found something (what was drawn before is kept)";
    throw new InputError([{ path: folder, message }]);
  }
  const temporary = `${folder.replace(/[/\\]+$/u, "")}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(temporary), { recursive: true });
    for (const [name, content] of files) await writeOutput(join(temporary, name), content);
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError([{ path: folder, message: `cannot be written: ${reason}` }]);
  }
}
