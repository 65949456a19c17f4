import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROWS = ["0,10,2", "14,2,", "60,3,", "100,6,", "150,10,"];

/** A file of patients with the same scores: SYNTHETIC. */
export function patientsCsv(ids: readonly string[]): string {
  const rows = ids.flatMap((id) => ROWS.map((row) => `"${id.replaceAll('"', '""')}",${row}`));
  return `${["patient,day,score,dose_g_per_kg", ...rows].join("\n")}\n`;
}

/** SHA-256 of every file below a folder, by its path: two folders with equal maps are equal byte for byte. */
export function digests(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        createHash("sha256").update(readFileSync(path)).digest("hex"),
      ]),
  );
}
