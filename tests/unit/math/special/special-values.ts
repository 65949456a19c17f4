import { readFileSync } from "node:fs";

type Row = readonly string[];

/** What high-precision.py wrote: rows of inputs, then outputs to 20 digits. */
interface SpecialValues {
  logGamma: Row[];
  digamma: Row[];
  trigamma: Row[];
  erf: Row[];
  erfc: Row[];
  erfcx: Row[];
  erfinv: Row[];
  erfcinv: Row[];
  logGammaDifference: Row[];
  stirlingError: Row[];
  incompleteGamma: Row[];
  incompleteBeta: Row[];
  studentT: Row[];
  fDistribution: Row[];
}

/** Values computed with 60 digits by mpmath. */
export const specialValues: SpecialValues = JSON.parse(
  readFileSync(new URL("./high-precision.json", import.meta.url), "utf8"),
);

/** The relative tolerance of a tail: what the task asks of the body, of tails to 1e-12, and beyond. */
export function tailTolerance(tail: number): number {
  if (tail < 1e-12) return 1e-10;
  return tail < 1e-3 ? 1e-12 : 1e-13;
}
