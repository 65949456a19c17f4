import type { ScorePairs, SummaryReport } from "../schema/summary-report.ts";
import type { CellKind } from "./cells/cell-kind.ts";
import { decimalNumber } from "./cells/decimal-number.ts";
import { freeText } from "./cells/free-text.ts";
import { type PrintedNumber, printedNumber } from "./cells/printed-number.ts";

function numberThat(needs: string, holds: (value: number) => boolean): CellKind<number> {
  return {
    needs,
    read: (cell, decimalComma) => {
      const value = decimalNumber.read(cell, decimalComma);
      return value !== undefined && holds(value) ? value : undefined;
    },
  };
}

function printedThat(needs: string, holds: (value: number) => boolean): CellKind<PrintedNumber> {
  return {
    needs,
    read: (cell, decimalComma) => {
      const printed = printedNumber.read(cell, decimalComma);
      return printed !== undefined && holds(printed.value) ? printed : undefined;
    },
  };
}

function oneOf<T extends string>(words: readonly T[]): CellKind<T> {
  return {
    needs: `one of ${words.join(", ")}`,
    read: (cell) => {
      const word =
        typeof cell === "string"
          ? cell
              .trim()
              .toLowerCase()
              .replace(/[\s_]+/gu, "-")
          : "";
      return words.find((known) => known === word);
    },
  };
}

const decimals = numberThat("a whole number from 0 to 15", (x) => Number.isInteger(x) && x >= 0 && x <= 15);
const positive = numberThat("a number above 0", (x) => x > 0);
const printedSpread = printedThat("a number of at least 0", (x) => x >= 0);

/** A column with a printed number, the field of the report it fills, and the field of its decimals. */
export interface PrintedColumn {
  kind: CellKind<PrintedNumber>;
  field: keyof SummaryReport;
  decimals: keyof SummaryReport;
}

/** A column with anything else. */
export interface PlainColumn {
  kind: CellKind<number | string>;
  field: keyof SummaryReport;
}

/** A column of score pairs. */
export interface ScoreColumn {
  kind: CellKind<number | string>;
  field: keyof ScorePairs;
}

/** Numbers whose printed decimals matter, by column. */
export const printedColumns: Readonly<Record<string, PrintedColumn>> = {
  mean: { kind: printedNumber, field: "mean", decimals: "decimals" },
  sd: { kind: printedSpread, field: "sd", decimals: "sdDecimals" },
  standard_error: { kind: printedSpread, field: "standardError", decimals: "sdDecimals" },
  percent: {
    kind: printedThat("a number from 0 to 100", (x) => x >= 0 && x <= 100),
    field: "percent",
    decimals: "percentDecimals",
  },
  interval_lower: { kind: printedNumber, field: "intervalLower", decimals: "intervalDecimals" },
  interval_upper: { kind: printedNumber, field: "intervalUpper", decimals: "intervalDecimals" },
  t: { kind: printedNumber, field: "t", decimals: "tDecimals" },
  mean_before: { kind: printedNumber, field: "meanBefore", decimals: "meanDecimals" },
  mean_after: { kind: printedNumber, field: "meanAfter", decimals: "meanDecimals" },
};

/** The other columns. */
export const plainColumns: Readonly<Record<string, PlainColumn>> = {
  n: {
    kind: numberThat("a whole number of at least 1", (x) => Number.isSafeInteger(x) && x >= 1),
    field: "n",
  },
  decimals: { kind: decimals, field: "decimals" },
  sd_decimals: { kind: decimals, field: "sdDecimals" },
  percent_decimals: { kind: decimals, field: "percentDecimals" },
  interval_decimals: { kind: decimals, field: "intervalDecimals" },
  t_decimals: { kind: decimals, field: "tDecimals" },
  mean_decimals: { kind: decimals, field: "meanDecimals" },
  sd_before: { kind: numberThat("a number of at least 0", (x) => x >= 0), field: "sdBefore" },
  median: { kind: decimalNumber, field: "median" },
  lower_quartile: { kind: decimalNumber, field: "lowerQuartile" },
  upper_quartile: { kind: decimalNumber, field: "upperQuartile" },
  minimum: { kind: decimalNumber, field: "minimum" },
  maximum: { kind: decimalNumber, field: "maximum" },
  lower: { kind: decimalNumber, field: "lower" },
  upper: { kind: decimalNumber, field: "upper" },
  step: { kind: positive, field: "step" },
  estimand: { kind: oneOf(["value", "mean-of-ratios", "ratio-of-means", "log-ratio"]), field: "estimand" },
  events: {
    kind: numberThat("a whole number of at least 0", (x) => Number.isSafeInteger(x) && x >= 0),
    field: "events",
  },
  interval_level: {
    kind: numberThat("a number between 0 and 1", (x) => x > 0 && x < 1),
    field: "intervalLevel",
  },
  label: { kind: freeText, field: "label" },
  unit: { kind: freeText, field: "unit" },
  source: { kind: freeText, field: "source" },
};

/** Columns of the score pairs behind a percentage. */
export const scoreColumns: Readonly<Record<string, ScoreColumn>> = {
  score_lower: { kind: decimalNumber, field: "lower" },
  score_upper: { kind: decimalNumber, field: "upper" },
  score_step: { kind: positive, field: "step" },
  score_before_at_least: { kind: decimalNumber, field: "beforeAtLeast" },
  score_change: { kind: oneOf(["none-worse", "all-improved", "any"]), field: "change" },
};

/** Every column with what its cells hold. */
export const summaryColumns: Record<string, CellKind<unknown>> = Object.fromEntries(
  Object.entries({ ...plainColumns, ...printedColumns, ...scoreColumns }).map(([name, { kind }]) => [
    name,
    kind,
  ]),
);
