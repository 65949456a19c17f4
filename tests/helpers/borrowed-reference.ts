import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReferenceEntry } from "./reference.ts";

const folder =
  process.env.NOF1_REFERENCE ?? fileURLToPath(new URL("../../../shared/reference/borrowed", import.meta.url));

/** Entries read in place from files that may not be copied; none, and a word in the output, where the folder is absent. */
export function borrowedEntries(file: string, pattern: RegExp): ReferenceEntry[] {
  const path = `${folder}/${file}`;
  if (!existsSync(path) && process.env.REQUIRE_ALL !== "1") {
    console.log(`skipped: no reference folder (${folder})`);
    return [];
  }
  const entries = (JSON.parse(readFileSync(path, "utf8")).entries as ReferenceEntry[]).filter(({ id }) =>
    pattern.test(id),
  );
  if (entries.length === 0) throw new Error(`No entry of ${path} matches ${pattern}`);
  return entries;
}
