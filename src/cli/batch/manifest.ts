import type { BatchHeader } from "./batch-header.ts";

/** One row of a batch as it ended. */
export interface ManifestEntry {
  index: number;
  input: string;
  /** `patient`, or `patient · outcome`; the file's name where it cannot be read. */
  name: string;
  /** Folder of the report; null where there is none. */
  folder: string | null;
  status: "done" | "no answer" | "failed" | "unreadable";
  /** Why there is no report. */
  message?: string;
}

/** `manifest.json`: what was asked, and how every patient ended. */
export interface BatchManifest extends BatchHeader {
  entries: ManifestEntry[];
  counts: Record<ManifestEntry["status"], number>;
}

export function isManifest(found: unknown): found is BatchManifest {
  const manifest = found as Partial<BatchManifest> | null;
  return manifest?.kind === "response-batch" && Array.isArray(manifest.entries);
}

export const noCounts = (): BatchManifest["counts"] => ({
  done: 0,
  "no answer": 0,
  failed: 0,
  unreadable: 0,
});

/** Rows without a report. */
export function nFailures({ counts }: Pick<BatchManifest, "counts">): number {
  return counts["no answer"] + counts.failed + counts.unreadable;
}

/** What stands before the entries in `manifest.json`, one entry a line. */
export function manifestStart(header: BatchHeader): string {
  return `${JSON.stringify(header, null, 2).slice(0, -2)},\n  "entries": [`;
}

export function manifestLine(entry: ManifestEntry, isFirst: boolean): string {
  return `${isFirst ? "" : ","}\n    ${JSON.stringify(entry)}`;
}

export function manifestEnd(counts: BatchManifest["counts"]): string {
  return `\n  ],\n  "counts": ${JSON.stringify(counts)}\n}\n`;
}
