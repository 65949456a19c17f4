import { join } from "node:path";
import type { BatchManifest } from "./manifest.ts";

/** The last line of a batch: how many reports there are, and where to look. */
export function batchEnding(counts: BatchManifest["counts"], out: string): string {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const missing = total - counts.done;
  const why = missing === 0 ? "" : `; ${missing} without one, named in ${join(out, "manifest.json")}`;
  return `${counts.done} of ${total} reports written${why}; open ${join(out, "index.html")}\n`;
}
