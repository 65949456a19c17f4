import { readFileSync } from "node:fs";
import type { Distribution } from "../../../../src/math/distributions/distribution.ts";
import { relativeError } from "../../../helpers/closeness.ts";

type Row = readonly [x: string, first: string, second: string, lower: string, upper: string];

/** What noncentral.py wrote: an argument, two parameters and both tails to 20 digits. */
export const noncentral: { noncentralT: Row[]; noncentralChiSquared: Row[]; studentizedRange: Row[] } =
  JSON.parse(readFileSync(new URL("./noncentral.json", import.meta.url), "utf8"));

/** A row as numbers; Python's infinity among them. */
function numbers(row: readonly string[]): number[] {
  return row.map((text) => (text === "inf" ? Infinity : Number(text)));
}

/** The digits asked of a probability: 13 in the body, 12 in tails to 1e-12, 10 beyond. */
function tolerance(probability: number): number {
  if (probability >= 1e-5) return 1e-13;
  return probability >= 1e-12 ? 1e-12 : 1e-10;
}

/** The rows of which a tail, or its logarithm, misses the digits asked of it. */
export function missedTails(law: Distribution<[number, number]>, rows: readonly Row[]): unknown[] {
  return rows.flatMap((row) => {
    const [x, first, second, lower, upper] = numbers(row) as [number, number, number, number, number];
    const tails = [
      [law.cdf(x, first, second), lower],
      [law.survival(x, first, second), upper],
      [Math.exp(law.logCdf(x, first, second)), lower],
      [Math.exp(law.logSurvival(x, first, second)), upper],
    ] as const;
    // Below 1e-290 an exponential of the logarithm has lost its digits to the exponent's rounding.
    const missed = tails.filter(([actual, truth]) => {
      return truth > 1e-290 ? !(relativeError(actual, truth) <= tolerance(truth)) : !(actual <= 1e-289);
    });
    return missed.length > 0 ? [{ row, missed }] : [];
  });
}

/** The rows whose point is not the quantile of its own smaller tail, as well as the tail's 13 digits determine it. */
export function missedQuantiles(law: Distribution<[number, number]>, rows: readonly Row[]): unknown[] {
  return rows.flatMap((row) => {
    const [x, first, second, lower, upper] = numbers(row) as [number, number, number, number, number];
    const tail = Math.min(lower, upper);
    if (tail < 1e-290) return [];
    const f = lower < upper ? law.quantile : law.survivalQuantile;
    const quantile = f(tail, first, second);
    const allowed = (tolerance(tail) * tail) / law.density(x, first, second) + 4e-16 * Math.abs(x);
    return Math.abs(quantile - x) <= allowed ? [] : [{ row, quantile, allowed }];
  });
}
