import { formatFixed } from "../format-number.ts";
import { formatPower } from "../power-of-ten.ts";

/** Below it six decimals would lose a number. */
const TINY = 1e-4;
const TIMES: readonly string[] = ["day", "week", "month", "year"];
const BARE: readonly string[] = ["value", "score", "ratio", ""];

/** Whether three decimals would lose a number. */
const isSmall = (value: number, width: number): boolean => Math.max(Math.abs(value), width) < 0.01;

/** Decimals that show three digits of a width, and two of the number itself. */
function decimalsOf(value: number, width: number): number {
  const digits = (size: number, count: number): number =>
    size > 0 ? Math.ceil(count - 1 - Math.floor(Math.log10(size) + 1e-12)) : 0;
  return Math.min(isSmall(value, width) ? 6 : 3, Math.max(0, digits(width, 3), digits(Math.abs(value), 2)));
}

/** Without zeros at the end where nothing was rounded off: "100" and not "100.0", but "61.0" for 60.98. */
function trimmed(text: string, value: number): string {
  const isExact = Math.abs(Number(text.replace("−", "-")) - value) <= 1e-9 * Math.abs(value);
  return isExact && text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
}

/**
 * One number, with the digits that the width around it supports.
 *
 * @example
 * summaryNumber(12.6638, 87.3); // "12.7"
 */
export function summaryNumber(value: number, width: number = Math.abs(value)): string {
  const size = Math.max(Math.abs(value), width);
  if (size > 0 && size < TINY) return formatPower(value, 3);
  return trimmed(formatFixed(value, decimalsOf(value, width)), value);
}

/** A unit of several: "months". */
export function unitOfMany(unit: string): string {
  return TIMES.includes(unit) ? `${unit}s` : unit;
}

/** A number as text with its unit: "73.4 %", "1 month", "6 months". */
export function withUnit(text: string, unit: string): string {
  if (BARE.includes(unit)) return text;
  if (unit === "fraction") return `${text} %`;
  return `${text} ${unit}${TIMES.includes(unit) && text !== "1" ? "s" : ""}`;
}

/** Limits in the unit that people read: fractions as percentages. */
export interface ShownLimits {
  lower: string;
  upper: string;
}

/** Both limits with the digits of their width; one that does not exist is "–". */
export function shownLimits(lower: number | null, upper: number | null, unit: string): ShownLimits {
  const factor = unit === "fraction" ? 100 : 1;
  const width = lower !== null && upper !== null && upper > lower ? factor * (upper - lower) : undefined;
  const one = (value: number | null): string => {
    if (value === null) return "–";
    return Math.abs(factor * value) >= 1e6
      ? formatPower(factor * value, 2)
      : summaryNumber(factor * value, width);
  };
  return { lower: one(lower), upper: one(upper) };
}

/** "12.7 to 100 %", "above 3", "below 4", "no limit either side". */
export function shownRange(lower: number | null, upper: number | null, unit: string): string {
  const shown = shownLimits(lower, upper, unit);
  if (lower === null && upper === null) return "no limit either side";
  if (lower === null) return `below ${withUnit(shown.upper, unit)}`;
  if (upper === null) return `above ${withUnit(shown.lower, unit)}`;
  return `${shown.lower} to ${withUnit(shown.upper, unit)}`;
}

/** A level as a percentage with at most four digits: "95 %", "93.75 %", "66.67 %". */
export function shownLevel(level: number): string {
  return `${Number((100 * level).toPrecision(4))} %`;
}
