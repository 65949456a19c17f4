import type { Estimate } from "../schema/index.ts";
import { formatPower } from "./power-of-ten.ts";

const MINUS = "−";

/**
 * A number with a fixed count of decimals and a true minus sign; never "−0".
 *
 * @example
 * formatFixed(-0.04, 1); // "0.0"
 */
export function formatFixed(value: number, decimals: number): string {
  if (Math.abs(value) >= 1e21) return formatPower(value, 3);
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", MINUS);
}

/** Decimals whose last digit is worth at most a tenth of the width of an interval; width null: three digits. */
function supportedDecimals(value: number, width: number | null, maximum: number): number {
  const scale = width !== null && width > 0 ? width / 10 : Math.abs(value) / 100;
  if (scale === 0) return 0;
  return Math.min(maximum, Math.max(0, decimalsFor(scale)));
}

/** Decimals whose last digit is worth at most a scale; below 0 for tens, hundreds and so on. */
const decimalsFor = (scale: number): number => Math.ceil(-Math.log10(scale) - 1e-9);

/** Numbers as large as these are rounded to what the interval supports, or written as powers of ten. */
const [LARGE, HUGE] = [1e5, 1e9];
/** Below it three decimals would lose a number; and most decimals of one that is written out. */
const [SMALL, MOST_DECIMALS] = [0.01, 6];

/** A number so large or so small that whole digits or three decimals are not what its interval supports; null for others. */
function extremeNumber(value: number, width: number | null): string | null {
  const size = Math.max(Math.abs(value), width ?? 0);
  const scale = width !== null && width > 0 ? width / 10 : Math.abs(value) / 100;
  if (size === 0 || scale === 0 || (size >= SMALL && size < LARGE)) return null;
  const decimals = decimalsFor(scale);
  const isPower = size >= HUGE || decimals > MOST_DECIMALS;
  if (isPower) {
    const steps = Math.round(value * 10 ** decimals);
    const rounded = Number.isSafeInteger(steps) ? steps / 10 ** decimals : value;
    return formatPower(rounded, 1 + decimals + Math.floor(Math.log10(Math.abs(rounded) || 1)));
  }
  if (size >= LARGE)
    return formatFixed(Math.round(value * 10 ** decimals) / 10 ** decimals, Math.max(0, decimals));
  return formatFixed(value, Math.max(0, decimals));
}

/** Days: whole, with one decimal below 10. */
function dayNumber(days: number): string {
  if (Math.abs(days) >= HUGE) return formatPower(days, 3);
  if (Number.isInteger(days)) return formatFixed(days, 0);
  return formatFixed(days, Math.abs(days) < 9.95 ? 1 : 0);
}

function bareNumber(value: number, unit: string, width: number | null): string {
  if (unit === "day") return dayNumber(value);
  if (unit === "fraction") {
    const percent = 100 * value;
    if (Math.abs(percent) >= HUGE) return formatPower(percent, 3);
    return formatFixed(percent, width === null ? 0 : supportedDecimals(percent, 100 * width, 1));
  }
  return extremeNumber(value, width) ?? formatFixed(value, supportedDecimals(value, width, 3));
}

/** Units of time, which have a plural. */
const TIMES: readonly string[] = ["day", "week", "month", "year"];
/** Units that are not printed behind the number. */
const BARE: readonly string[] = ["score", "ratio", ""];

function unitSuffix(unit: string, amount: string): string {
  if (unit === "fraction") return " %";
  if (TIMES.includes(unit)) return ` ${unit}${amount === "1" ? "" : "s"}`;
  return BARE.includes(unit) ? "" : ` ${unit}`;
}

/**
 * One number with its unit: fractions as percentages, days whole (one decimal below 10), scores bare. No more digits are
 * printed than the interval supports.
 *
 * @param value In `unit`; null is printed as "–".
 * @param unit Unit of an `Estimate`: `fraction`, `day`, `score` or words.
 * @param width Width of the interval in `unit`; null where there is none.
 * @example
 * formatValue(0.8123, "fraction", 0.21); // "81 %"
 */
export function formatValue(value: number | null, unit: string, width: number | null = null): string {
  if (value === null) return "–";
  const amount = bareNumber(value, unit, width);
  return amount + unitSuffix(unit, amount);
}

/** A share or a level in (0, 1) as a percentage: `0.95` is "95 %", `0.999` is "99.9 %". */
export function formatPercent(fraction: number): string {
  return `${Number((100 * fraction).toFixed(6))
    .toString()
    .replace("-", MINUS)} %`;
}

/**
 * A probability in whole percent; what would be 0 or 100 % is "below 1 %" or "above 99 %".
 *
 * @example
 * formatProbability(0.0026); // "below 1 %"
 */
export function formatProbability(probability: number): string {
  const percent = Math.round(100 * probability);
  if (percent < 1) return "below 1 %";
  return percent > 99 ? "above 99 %" : `${percent} %`;
}

/** A day of the record, as it was given: whole, or with one decimal. */
export function formatDay(day: number): string {
  return formatFixed(day, Number.isInteger(day) ? 0 : 1);
}

/** A dose: "2 g/kg", or "dose unknown". */
export function formatDose(doseGPerKg: number | null): string {
  if (doseGPerKg === null) return "dose unknown";
  return `${Number(doseGPerKg.toPrecision(6))} g/kg`;
}

/** Width of the interval; of a one-sided one, twice the distance from the estimate to its end. */
function intervalWidth({ estimate, lower, upper }: Estimate): number | null {
  if (lower !== null && upper !== null) return upper - lower;
  const end = lower ?? upper;
  return end === null || estimate === null ? null : 2 * Math.abs(estimate - end);
}

/**
 * The estimate of a row in words and digits. A relapse day that does not exist is "never reached".
 *
 * @example
 * formatEstimate(row); // "118 days"
 */
export function formatEstimate(row: Estimate): string {
  if (row.estimate === null && row.parameter === "relapseDay") return "never reached";
  return formatValue(row.estimate, row.unit, intervalWidth(row));
}

/**
 * A range in its unit, written once: "62 to 93 %", "95 to 150 days".
 *
 * @example
 * formatRange(0.62, 0.93, "fraction"); // "62 to 93 %"
 */
export function formatRange(lower: number, upper: number, unit: string): string {
  const width = upper - lower;
  return `${bareNumber(lower, unit, width)} to ${formatValue(upper, unit, width)}`;
}

/** What is meant by an interval without numbers: open on both sides, or not computed. */
function emptyInterval(row: Estimate): string {
  return row.bound === "closed" ? "–" : "no limit either side";
}

/**
 * The interval of a row in words: "62 to 93 %", "above 62 %", "below 93 %", "no limit either side"; "–" where none was
 * computed.
 *
 * @example
 * formatInterval(row); // "95 to 150 days"
 */
export function formatInterval(row: Estimate): string {
  const { lower, upper, unit } = row;
  const width = intervalWidth(row);
  if (lower === null && upper === null) return emptyInterval(row);
  if (lower === null) return `below ${formatValue(upper, unit, width)}`;
  if (upper === null) return `above ${formatValue(lower, unit, width)}`;
  return formatRange(lower, upper, unit);
}

/** Estimate and interval together: "81 % (95 % interval: 69 to 90 %)". */
export function formatEstimateWithInterval(row: Estimate): string {
  const interval = formatInterval(row);
  if (interval === "–") return formatEstimate(row);
  return `${formatEstimate(row)} (${formatPercent(row.level)} interval: ${interval})`;
}
