import type { CellKind } from "./cell-kind.ts";
import { DECIMAL, decimalNumber, parseDecimal } from "./decimal-number.ts";

/** Two ends, equal for a plain number; whether they are in order is the column's business. */
export interface NumberRange {
  lower: number;
  upper: number;
}

const PATTERN = new RegExp(`^\\s*(${DECIMAL})\\s*[-–]\\s*(${DECIMAL})\\s*$`, "u");

/**
 * Reads two numbers joined by a hyphen or an en dash.
 *
 * @param text Such as `6-8`, `6 – 8` or, with negative ends, `-5--3`.
 * @param decimalComma True where `7,5` is a number.
 * @returns The ends as written; undefined where the text is no range.
 * @example
 * parseRange("-5--3"); // { lower: -5, upper: -3 }
 */
export function parseRange(text: string, decimalComma = false): NumberRange | undefined {
  const [, first, second] = PATTERN.exec(text) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const lower = parseDecimal(first, decimalComma);
  const upper = parseDecimal(second, decimalComma);
  return lower === undefined || upper === undefined ? undefined : { lower, upper };
}

/** A cell with a number or a range of numbers. */
export const numberRange: CellKind<NumberRange> = {
  needs: "a number or a range such as 6-8",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    if (value !== undefined) return { lower: value, upper: value };
    return typeof cell === "string" ? parseRange(cell, decimalComma) : undefined;
  },
};
