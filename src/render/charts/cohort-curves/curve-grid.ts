import type { CohortResult } from "../../../schema/index.ts";
import { COLUMN_GAP } from "../panels.ts";
import { daysOf } from "./patient-days.ts";

/** Room above each plot for its name and relapse day, below a row, and for labels of days where a column ends early. */
const [ABOVE, BETWEEN, LABELLED] = [40, 14, 22];
/** Least width of a plot. */
const NARROWEST = 160;

/** One plot: its place in pixels of the picture, and what stands beside it. */
export interface CurvePlot {
  index: number;
  left: number;
  top: number;
  /** Whether it is the first of its row, the last of its column, and in the last row. */
  isFirst: boolean;
  isLowest: boolean;
  isLastRow: boolean;
}

/** Plots of one size in rows and columns, on the same axes. */
export interface CurveGrid {
  plots: readonly CurvePlot[];
  /** Of each plot, in pixels. */
  plot: { width: number; height: number };
  /** Of all. */
  height: number;
  days: readonly [number, number];
  scores: readonly [number, number];
  /** Pixels from the left and from the top of the picture. */
  x(day: number, plot: CurvePlot): number;
  y(score: number, plot: CurvePlot): number;
}

/** Columns and height of the plots for a number of patients. */
function shapeOf(nPatients: number, width: number): { columns: number; height: number } {
  const most = Math.max(1, Math.floor(width / NARROWEST));
  const columns = Math.min(most, nPatients <= 2 ? nPatients : nPatients <= 4 ? 2 : nPatients <= 9 ? 3 : 4);
  return { columns, height: columns <= 2 ? 170 : columns === 3 ? 120 : 92 };
}

/** First and last day of all patients. */
function dayEnds({ patients }: CohortResult): [number, number] {
  const spans = patients.map(daysOf);
  return [Math.min(...spans.map(({ from }) => from)), Math.max(...spans.map(({ to }) => to))];
}

/**
 * Sets a plot for each patient into rows.
 *
 * @param width Of all plots, in pixels.
 * @param wanted Height of each; default by their number.
 */
export function curveGrid(result: CohortResult, width: number, wanted?: number): CurveGrid {
  const count = result.patients.length;
  const shape = shapeOf(count, width);
  const { columns } = shape;
  const height = wanted ?? shape.height;
  const plotWidth = Math.floor((width - (columns - 1) * COLUMN_GAP) / columns);
  const nRows = Math.ceil(count / columns);
  const isShort = count % columns > 0;
  const topOf = (row: number): number =>
    ABOVE + row * (height + BETWEEN + ABOVE) + (isShort && row === nRows - 1 && row > 0 ? LABELLED : 0);
  const plots = result.patients.map((_, index): CurvePlot => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    return {
      index,
      left: column * (plotWidth + COLUMN_GAP),
      top: topOf(row),
      isFirst: column === 0,
      isLowest: index + columns >= count,
      isLastRow: row === nRows - 1,
    };
  });
  const [days, { minimum, maximum }] = [dayEnds(result), result.scale];
  return {
    plots,
    plot: { width: plotWidth, height },
    height: topOf(nRows - 1) + height,
    days,
    scores: [minimum, maximum],
    x: (day, { left }) => left + (plotWidth * (day - days[0])) / (days[1] - days[0]),
    y: (score, { top }) => {
      const share = (Math.min(maximum, Math.max(minimum, score)) - minimum) / (maximum - minimum);
      return top + height * (1 - share);
    },
  };
}
