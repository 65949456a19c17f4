import type { CalibrationCell, CalibrationResult } from "../schema/index.ts";
import { formatFixed, formatPercent } from "./format-number.ts";
import { plainText } from "./plain-text.ts";

/** How a cell stands to the level, beyond its Monte-Carlo error. */
export type CalibrationVerdict = "below" | "near" | "above";

/** Whether intervals hold the truth less or more often than their level says, beyond what chance explains. */
export function calibrationVerdict({ lower, upper }: CalibrationCell, level: number): CalibrationVerdict {
  if (upper < level) return "below";
  return lower > level ? "above" : "near";
}

/** How many cells fall short of their level, and which the furthest. */
export function calibrationAnswer({ cells, level }: CalibrationResult): string {
  const named = formatPercent(level);
  if (cells.length === 0) return `No interval at ${named} was tried.`;
  const short = cells.filter((cell) => calibrationVerdict(cell, level) === "below");
  const tried = cells.length === 1 ? "the 1 case" : `${cells.length} cases`;
  if (short.length === 0)
    return `In none of ${tried} do the ${named} intervals hold the truth less often than ${named}, beyond chance.`;
  const worst = short.reduce((least, cell) => (cell.coverage < least.coverage ? cell : least));
  const words = `${formatFixed(100 * worst.coverage, 1)} % (${worst.method}, ${worst.truth})`;
  return plainText(
    `In ${short.length} of ${tried} the ${named} intervals hold the truth less often than ${named}, beyond chance: least often ${words}.`,
  );
}
