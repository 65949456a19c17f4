import type { CellKind } from "./cell-kind.ts";
import { decimalNumber } from "./decimal-number.ts";

/** A number with the decimals it was printed with; undefined for a JSON number, which keeps none. */
export interface PrintedNumber {
  value: number;
  decimals: number | undefined;
}

const MOST_DECIMALS = 15;

/** Decimals of a number as it is written, trailing zeros included: 2 of `73.40`. */
function writtenDecimals(text: string): number {
  const [mantissa = "", exponent = "0"] = text.trim().toLowerCase().split("e");
  const behind = mantissa.split(/[.,]/u)[1]?.length ?? 0;
  return Math.min(MOST_DECIMALS, Math.max(0, behind - Number(exponent)));
}

/** A cell with a printed number. */
export const printedNumber: CellKind<PrintedNumber> = {
  needs: decimalNumber.needs,
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    if (value === undefined) return undefined;
    return { value, decimals: typeof cell === "string" ? writtenDecimals(cell) : undefined };
  },
};
