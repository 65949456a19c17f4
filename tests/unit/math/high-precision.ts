import { readFileSync } from "node:fs";

type Row = readonly string[];

/** What high-precision.py wrote: rows of inputs, then outputs to 20 digits. */
interface HighPrecision {
  normalInterval: { straddling: Row[]; oneSide: Row[] };
  millsRatio: Row[];
  normalSurvival: Row[];
  normalLogCdf: Row[];
  stirlingError: Row[];
  devianceTerm: Row[];
  incompleteBeta: Row[];
  studentTSurvival: Row[];
}

/** Values computed with 60 digits by mpmath. */
export const highPrecision: HighPrecision = JSON.parse(
  readFileSync(new URL("./high-precision.json", import.meta.url), "utf8"),
);

/** A row as numbers, infinities among them. */
export function numbers(row: Row): number[] {
  return row.map((text) => (text.endsWith("inf") ? Number(text.replace("inf", "Infinity")) : Number(text)));
}
