import type { ProfileLikelihoodResult } from "../../../schema/index.ts";
import { layer } from "../layer.ts";
import { numberLabel } from "../number-labels.ts";
import { axisWords, linesAcross, linesDown, thinRule, wordsAtPlace } from "../pixel-layers.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { DrawnProfile } from "./drawn-profile.ts";
import type { ProfileGrid, ProfilePlot } from "./profile-grid.ts";
import { unitTitle } from "./profile-names.ts";

/** Length of a tick, from a plot to the middles of its labels and of its titles. */
const [TICK, VALUE_LABEL, VALUE_TITLE, FALL_LABEL, FALL_TITLE] = [5, 17, 38, 6, 40];

/** The middle of a pixel, where thin lines are sharp. */
const sharp = (pixels: number): number => Math.floor(pixels) + 0.5;

/** The first plot drawn in each row, which stands for the fall of all. */
function firstOfRows(drawn: readonly DrawnProfile[]): ProfilePlot[] {
  const plots = drawn.map(({ plot }) => plot);
  return plots.filter(({ row }, i) => plots[i - 1]?.row !== row);
}

/** Lines, labels and titles of the fall. */
function fallLayers(drawn: readonly DrawnProfile[], grid: ProfileGrid, name: string): VegaLitePart[] {
  const { falls, plot: size, y } = grid;
  const lines = drawn.flatMap(({ plot }) =>
    falls.map((fall) => ({ x: plot.left, x2: plot.left + size.width, y: sharp(y(fall, plot)) })),
  );
  const first = firstOfRows(drawn);
  const labels = first.flatMap((plot) =>
    falls.map((fall) => ({ x: plot.left - FALL_LABEL, y: y(fall, plot), text: numberLabel(fall) })),
  );
  const titles = first.map(({ left, top }) => ({
    x: left - FALL_TITLE,
    y: top + 0.5 * size.height,
    text: name,
  }));
  return [
    ...layer("fallLines", lines, thinRule(color.grid), linesAcross),
    ...layer("fallLabels", labels, axisWords("right"), wordsAtPlace),
    ...layer(
      "fallTitles",
      titles,
      axisWords("center", { fontSize: fontSize.axisTitle, angle: 270 }),
      wordsAtPlace,
    ),
  ];
}

/** The line below each plot with its ticks, labels and unit. */
function valueLayers(drawn: readonly DrawnProfile[], { plot: size }: ProfileGrid, nCourses: number) {
  const foot = ({ top }: ProfilePlot): number => top + size.height;
  const lines = drawn.map(({ plot }) => ({
    x: plot.left,
    x2: plot.left + size.width,
    y: sharp(foot(plot)),
  }));
  const ticks = drawn.flatMap(({ plot, scale, x }) =>
    scale.ticks.map(({ value }) => ({ x: sharp(x(value)), y: foot(plot), y2: foot(plot) + TICK })),
  );
  const labels: ChartRows = drawn.flatMap(({ plot, scale, x }) =>
    scale.ticks.map(({ value, label }) => ({ x: x(value), y: foot(plot) + VALUE_LABEL, text: label })),
  );
  const titles: ChartRows = drawn.map(({ profile, plot }) => ({
    x: plot.left + 0.5 * size.width,
    y: foot(plot) + VALUE_TITLE,
    text: truncateToWidth(unitTitle(profile, nCourses), fontSize.axisTitle, size.width),
  }));
  return [
    ...layer("valueLines", lines, thinRule(color.rule), linesAcross),
    ...layer("valueTicks", ticks, thinRule(color.rule), linesDown),
    ...layer("valueLabels", labels, axisWords("center"), wordsAtPlace),
    ...layer("valueTitles", titles, axisWords("center", { fontSize: fontSize.axisTitle }), wordsAtPlace),
  ];
}

/** The axes of all plots: that of the fall at the first plot of a row, that of a quantity below its own. */
export function axisLayers(
  { penalized, nCourses }: ProfileLikelihoodResult,
  drawn: readonly DrawnProfile[],
  grid: ProfileGrid,
): VegaLitePart[] {
  return [
    ...fallLayers(drawn, grid, penalized ? "Log posterior" : "Log-likelihood"),
    ...valueLayers(drawn, grid, nCourses),
  ];
}
