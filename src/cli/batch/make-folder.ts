import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes a folder and those above it; unlike Node's own way it tells a read-only disk from a missing folder. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}
