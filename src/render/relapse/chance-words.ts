import type { Estimate } from "../../schema/index.ts";
import { formatEstimate, formatInterval, formatPercent, formatValue } from "../format-number.ts";

/** A share with the decimals of its interval; what would be 0 or 100 % is below or above the last digit. */
function chance(value: number, width: number): string {
  const text = formatValue(value, "fraction", width);
  const shown = Number.parseFloat(text);
  const digit = text.includes(".") ? 0.1 : 1;
  if (shown === 0) return `below ${digit} %`;
  return shown === 100 ? `above ${100 - digit} %` : text;
}

/** Width of a closed interval of a share; null for every other row. */
function shareWidth({ unit, lower, upper }: Estimate): number | null {
  return unit === "fraction" && lower !== null && upper !== null ? upper - lower : null;
}

/**
 * The estimate of a row as `formatEstimate` says it, but no 0 or 100 % for a probability that is neither.
 *
 * @example
 * chanceEstimate(row); // "below 1 %"
 */
export function chanceEstimate(row: Estimate): string {
  const width = shareWidth(row);
  const { estimate } = row;
  const isCertain = estimate === null || estimate === 0 || estimate === 1;
  return width === null || isCertain ? formatEstimate(row) : chance(estimate, width);
}

/**
 * The limits of a row as `formatInterval` says them, but no 0 or 100 %: a limit of a probability is no certainty.
 *
 * @example
 * chanceInterval(row); // "below 1 to 71 %"
 */
export function chanceInterval(row: Estimate): string {
  const width = shareWidth(row);
  if (width === null) return formatInterval(row);
  const [lower, upper] = [chance(row.lower!, width), chance(row.upper!, width)];
  return `${lower.replace(/ %$/u, "")} to ${upper}`;
}

/** Estimate and limits together: "below 1 % (95 % interval: below 1 to 71 %)". */
export function chanceWithInterval(row: Estimate): string {
  const interval = chanceInterval(row);
  if (interval === "–") return chanceEstimate(row);
  return `${chanceEstimate(row)} (${formatPercent(row.level)} interval: ${interval})`;
}
