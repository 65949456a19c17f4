import { readFileSync } from "node:fs";

/** One value computed by other software, with its inputs. */
export interface ReferenceEntry {
  id: string;
  function: string;
  package: string;
  // biome-ignore lint/suspicious/noExplicitAny: every entry has its own shape
  inputs: any;
  // biome-ignore lint/suspicious/noExplicitAny: every entry has its own shape
  outputs: any;
}

/** Entries of a file in tests/reference whose id matches; fails where there are none. */
export function referenceEntries(file: string, pattern: RegExp): ReferenceEntry[] {
  const text = readFileSync(new URL(`../reference/${file}`, import.meta.url), "utf8");
  const entries = (JSON.parse(text).entries as ReferenceEntry[]).filter(({ id }) => pattern.test(id));
  if (entries.length === 0) throw new Error(`No entry of ${file} matches ${pattern}`);
  return entries;
}
