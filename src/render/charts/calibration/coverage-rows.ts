import type { CalibrationCell, CalibrationResult } from "../../../schema/index.ts";
import { calibrationVerdict } from "../../calibration-answer.ts";
import { formatFixed } from "../../format-number.ts";
import type { ChartRows } from "../vega-lite-spec.ts";

/** Heights in pixels: from one case to the next, and of a row at least. */
const [LANE, LEAST] = [2.4, 19];
const AROUND = 7;

/** The cases of one method, from the lowest coverage to the highest. */
export interface MethodRow {
  method: string;
  /** Lowest and highest coverage, in words. */
  numbers: string;
  /** Middle of the row. */
  y: number;
  cases: ChartRows;
}

/** The rows of one quantity of one study, and their height together. */
export interface CoverageGroup {
  title: string;
  rows: MethodRow[];
  height: number;
}

function groupsBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

function rangeInWords(cells: readonly CalibrationCell[]): string {
  const shares = cells.map(({ coverage }) => coverage);
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => formatFixed(100 * share, 1));
  return low === high ? `${low}` : `${low}–${high}`;
}

function methodRow(method: string, cells: readonly CalibrationCell[], top: number, level: number): MethodRow {
  const height = heightOf(cells);
  const sorted = [...cells].sort((a, b) => a.coverage - b.coverage);
  const first = top + height / 2 - (LANE * (sorted.length - 1)) / 2;
  return {
    method,
    numbers: rangeInWords(cells),
    y: top + height / 2,
    cases: sorted.map((cell, i) => ({
      truth: cell.truth,
      coverage: 100 * cell.coverage,
      low: 100 * cell.lower,
      high: 100 * cell.upper,
      verdict: calibrationVerdict(cell, level),
      y: first + i * LANE,
    })),
  };
}

const heightOf = (cells: readonly CalibrationCell[]): number => Math.max(LEAST, LANE * cells.length + AROUND);

/** The groups of a result, in its order. */
export function coverageGroups({ cells, level }: CalibrationResult): CoverageGroup[] {
  const groups = groupsBy(cells, ({ study, quantity }) => `${study}: ${quantity}`);
  return [...groups].map(([title, own]) => {
    let height = 0;
    const rows = [...groupsBy(own, ({ method }) => method)].map(([method, cases]) => {
      const row = methodRow(method, cases, height, level);
      height += heightOf(cases);
      return row;
    });
    return { title, rows, height };
  });
}
