import type { CellKind } from "./cell-kind.ts";

/** A decimal number as a regular expression: sign, digits, a point (or comma), an exponent. */
export const DECIMAL: string = String.raw`[+\-\u2212]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?`;

const PATTERN = new RegExp(`^${DECIMAL}$`, "u");

/**
 * Reads a finite decimal number.
 *
 * `1e3` is one; `0x10`, `Infinity`, `1,234.5` and the empty text are not. The minus may be typeset (U+2212). Minus
 * zero is zero.
 *
 * @param text The number, perhaps with white space around it.
 * @param decimalComma True where `7,5` is a number; `7.5` always is.
 * @returns The number; undefined where the text is none.
 * @example
 * parseDecimal("7,5", true); // 7.5
 */
export function parseDecimal(text: string, decimalComma = false): number | undefined {
  const trimmed = text.trim();
  if (!PATTERN.test(trimmed) || (!decimalComma && trimmed.includes(","))) return undefined;
  const value = Number(trimmed.replace(",", ".").replace("\u2212", "-"));
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** A cell with a finite decimal number. */
export const decimalNumber: CellKind<number> = {
  needs: "a number",
  read: (cell, decimalComma) => {
    if (typeof cell === "string") return parseDecimal(cell, decimalComma);
    return typeof cell === "number" && Number.isFinite(cell) ? cell + 0 : undefined;
  },
};
