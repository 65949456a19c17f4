import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writing } from "./output-error.ts";

/** Makes a rename last through a loss of power, where the system lets folders be synchronised. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => null);
  if (handle === null) return;
  await handle.sync().catch(() => {});
  await handle.close();
}

/** Writes a file that lasts through a loss of power. */
export async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A folder of that name stands there whole: a thread wrote it before it died. */
function isThere(error: unknown): boolean {
  return ["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "");
}

/**
 * Writes a folder whole or not at all: its files to a temporary folder on the same disk, then that is renamed. One that
 * is there already is left as it is.
 *
 * @param temporary Folder for what is being written.
 */
export async function writeFolder(
  folder: string,
  files: Readonly<Record<string, string>>,
  temporary: string,
): Promise<void> {
  const place = join(temporary, randomBytes(6).toString("hex"));
  await writing(folder, async () => {
    try {
      await mkdir(place, { recursive: true });
      for (const [name, content] of Object.entries(files)) await writeSynced(join(place, name), content);
      await syncFolder(place);
      await rename(place, folder);
      await syncFolder(dirname(folder));
    } catch (error) {
      await rm(place, { recursive: true, force: true }).catch(() => {});
      if (!isThere(error)) throw error;
    }
  });
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, content: string, temporary: string): Promise<void> {
  const place = join(temporary, randomBytes(6).toString("hex"));
  await writing(path, async () => {
    try {
      await mkdir(temporary, { recursive: true });
      await mkdir(dirname(path), { recursive: true });
      await writeSynced(place, content);
      await rename(place, path);
    } catch (error) {
      await rm(place, { force: true }).catch(() => {});
      throw error;
    }
  });
}
