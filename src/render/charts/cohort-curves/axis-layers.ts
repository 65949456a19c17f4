import { layer } from "../layer.ts";
import { numberLabel } from "../number-labels.ts";
import { axisWords, linesAcross, linesDown, thinRule, wordsAtPlace } from "../pixel-layers.ts";
import { dayTicks, scoreTicks } from "../response-curve/ticks.ts";
import { textWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { CurveGrid, CurvePlot } from "./curve-grid.ts";

/** Length of a tick, from a plot to the middles of its labels and of its title. */
const [TICK, DAY_LABEL, DAY_TITLE, SCORE_LABEL, SCORE_TITLE] = [5, 15, 34, 6, 34];
/** Room for a day and its neighbour. */
const DAY_ROOM = 48;

/** A label below its tick, kept within its plot. */
function dayLabel(day: number, plot: CurvePlot, grid: CurveGrid): { x: number; y: number; text: string } {
  const text = numberLabel(day);
  const half = Math.min(0.5 * grid.plot.width, 0.5 * textWidth(text, fontSize.label));
  const x = Math.min(plot.left + grid.plot.width - half, Math.max(plot.left + half, grid.x(day, plot)));
  return { x, y: plot.top + grid.plot.height + DAY_LABEL, text };
}

/**
 * The axes of all plots: lines at round scores, ticks at days, labels at the first plot of a row and below the last of a column,
 * and titles. They are marks of one view, since thirty views with axes of their own take ten times as long to draw.
 */
export function axisLayers(grid: CurveGrid): VegaLitePart[] {
  const { plots, plot: size } = grid;
  const scores = scoreTicks(...grid.scores);
  const days = dayTicks(...grid.days, Math.max(2, size.width / DAY_ROOM));
  const lines = plots.flatMap((plot) =>
    scores.map((score) => ({ x: plot.left, x2: plot.left + size.width, y: grid.y(score, plot) })),
  );
  const ticks = plots.flatMap((plot) =>
    days.map((day) => ({
      x: grid.x(day, plot),
      y: plot.top + size.height,
      y2: plot.top + size.height + TICK,
    })),
  );
  const first = plots.filter(({ isFirst }) => isFirst);
  const scoreLabels: ChartRows = first.flatMap((plot) =>
    scores.map((score) => ({ x: plot.left - SCORE_LABEL, y: grid.y(score, plot), text: numberLabel(score) })),
  );
  const dayLabels: ChartRows = plots
    .filter(({ isLowest }) => isLowest)
    .flatMap((plot) => days.map((day) => dayLabel(day, plot, grid)));
  const scoreTitles: ChartRows = first.map(({ left, top }) => ({
    x: left - SCORE_TITLE,
    y: top + 0.5 * size.height,
    text: "Score",
  }));
  const dayTitles: ChartRows = plots
    .filter(({ isLastRow }) => isLastRow)
    .map(({ left, top }) => ({
      x: left + 0.5 * size.width,
      y: top + size.height + DAY_TITLE,
      text: "Days since the first course",
    }));
  const title = { fontSize: fontSize.axisTitle };
  return [
    ...layer("scoreLines", lines, thinRule(color.grid), linesAcross),
    ...layer("dayTicks", ticks, thinRule(color.rule), linesDown),
    ...layer("scoreLabels", scoreLabels, axisWords("right"), wordsAtPlace),
    ...layer("dayLabels", dayLabels, axisWords("center"), wordsAtPlace),
    ...layer("scoreTitles", scoreTitles, axisWords("center", { ...title, angle: 270 }), wordsAtPlace),
    ...layer("dayTitles", dayTitles, axisWords("center", title), wordsAtPlace),
  ];
}
