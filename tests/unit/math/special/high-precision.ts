import { readFileSync } from "node:fs";

/** Inputs, then outputs to 20 digits. */
type Row = readonly string[];

type Name =
  | "logGamma" | "digamma" | "trigamma" | "logGammaDifference" | "stirlingError" | "logBeta" | "devianceTerm"
  | "erf" | "erfc" | "erfcx" | "erfinv" | "erfcinv"
  | "millsRatio" | "normalSurvival" | "normalLogCdf" | "normalQuantile" | "normalInterval"
  | "incompleteGamma" | "incompleteBeta" | "studentT" | "fDistribution"; // biome-ignore format: by the files of tests

/** What high-precision.py computed with 60 digits by mpmath. */
export const highPrecision: Record<Name, readonly Row[]> = JSON.parse(
  readFileSync(new URL("./high-precision.json", import.meta.url), "utf8"),
);

/** A row as numbers, Python's infinities among them. */
export function numbers(row: Row): number[] {
  return row.map((text) => Number(text.replace("inf", "Infinity")));
}

/** The relative error that a tail may have: what `incompleteGamma` and `incompleteBeta` promise. */
export function tailTolerance(tail: number): number {
  return 2e-14 + 4e-16 * Math.abs(Math.log(tail));
}

interface Pair {
  lower: number;
  upper: number;
}

/** The rows of inputs, both tails and their logarithms of which one misses the digits promised. */
export function missedTails(
  rows: readonly Row[],
  tails: (inputs: number[]) => Pair,
  logTails: (inputs: number[]) => Pair,
): unknown[] {
  return rows.flatMap((row) => {
    const inputs = numbers(row.slice(0, -4));
    const [lower, upper, logLower, logUpper] = numbers(row.slice(-4)) as [number, number, number, number];
    const [plain, logs] = [tails(inputs), logTails(inputs)];
    const missed = (
      [
        [plain.lower, lower, lower],
        [plain.upper, upper, upper],
        [logs.lower, logLower, -logLower],
        [logs.upper, logUpper, -logUpper],
      ] as const
    ).filter(([actual, truth, tail]) => !(Math.abs(actual / truth - 1) <= tailTolerance(Math.min(tail, 1))));
    return missed.length > 0 ? [{ row, missed }] : [];
  });
}
