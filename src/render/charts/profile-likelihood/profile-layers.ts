import type { ProfileLikelihoodResult } from "../../../schema/index.ts";
import { formatPercent } from "../../format-number.ts";
import { keptPoints } from "../kept-points.ts";
import { layer } from "../layer.ts";
import { linesAcross, linesDown, wordsAtPlace } from "../pixel-layers.ts";
import { pixels } from "../pixels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import { type DrawnProfile, middleAbove, type PlacedProfile } from "./drawn-profile.ts";
import type { ProfileGrid } from "./profile-grid.ts";
import { quantityName } from "./profile-names.ts";
import { DEEPEST } from "./profile-rows.ts";

/** From a plot up to its title, and from the level up to its name. */
const [TITLE, LEVEL_NAME] = [8, 4];
const POINT = { type: "point", filled: true, opacity: 1 };
/** What Vega shows where someone points at a mark. */
const tooltip = { field: "words", type: "nominal" };
const place = { x: pixels("x"), y: pixels("y") };

/** The level that bounds the limits, with its name in the middle of the profile above it. */
function levelLayers(
  { drop, level }: ProfileLikelihoodResult,
  drawn: readonly DrawnProfile[],
  { plot: { width }, y }: ProfileGrid,
): VegaLitePart[] {
  const lines = drawn.map(({ plot }) => ({ x: plot.left, x2: plot.left + width, y: y(-drop, plot) }));
  const text = formatPercent(level);
  const names = drawn.map((one) => ({
    x: middleAbove(one, drop, width, text),
    y: y(-drop, one.plot) - LEVEL_NAME,
    text,
  }));
  const words = { type: "text", baseline: "bottom", fontSize: fontSize.small };
  const halo = { ...words, stroke: color.paper, strokeWidth: 3, strokeJoin: "round" };
  const dashed = { type: "rule", color: color.relapse, strokeDash: [6, 4], strokeWidth: 1.25 };
  return [
    ...layer("profileLevels", lines, dashed, linesAcross),
    ...layer("profileLevelHalos", names, halo, wordsAtPlace),
    ...layer("profileLevelNames", names, { ...words, color: color.relapse }, wordsAtPlace),
  ];
}

/** The points of all profiles in pixels, without those that cannot be seen. */
function lineRows(drawn: readonly DrawnProfile[], { y }: ProfileGrid) {
  return drawn.flatMap(({ points, plot, x }, profile) => {
    const rows = points.map(({ value, drop }) => {
      const fall = 0 - drop;
      return { profile, value, fall, x: x(value), y: y(fall, plot) };
    });
    return keptPoints(rows).map((i) => rows[i]!);
  });
}

/** The profile of each quantity with its best value, its limits, and arrows where it has none. */
function curveLayers(drop: number, drawn: readonly DrawnProfile[], grid: ProfileGrid): VegaLitePart[] {
  const { plot: size, y } = grid;
  const limits = drawn.flatMap(({ limits: own, plot, words, x }) =>
    own.map((value) => ({ words, value, x: x(value), y: y(-drop, plot), y2: y(-DEEPEST * drop, plot) })),
  );
  const arrows = drawn.flatMap(({ open, plot }) =>
    open.map((side) => ({
      x: side === "left" ? plot.left : plot.left + size.width,
      y: y(-drop, plot),
      shape: `triangle-${side}`,
    })),
  );
  const best = drawn.map(({ best: value, plot, words, x }) => ({ words, value, x: x(value), y: y(0, plot) }));
  const shape = { field: "shape", type: "nominal", scale: null, legend: null };
  const line = { ...place, detail: { field: "profile", type: "nominal" } };
  return [
    ...layer(
      "profileLines",
      lineRows(drawn, grid),
      { type: "line", color: color.curve, strokeWidth: 2.25 },
      line,
    ),
    ...layer(
      "profileLimits",
      limits,
      { type: "rule", color: color.ink, strokeWidth: 1.25 },
      { ...linesDown, tooltip },
    ),
    ...layer("profileOpen", arrows, { ...POINT, size: 70, color: color.relapse }, { ...place, shape }),
    ...layer("profileBest", best, { ...POINT, size: 50, color: color.ink }, { ...place, tooltip }),
  ];
}

/** The name of each quantity, and what is said where it has no profile. */
function wordLayers(placed: readonly PlacedProfile[], { plot: size }: ProfileGrid): VegaLitePart[] {
  const titles = placed.map(({ profile, plot }) => ({
    x: plot.left,
    y: plot.top - TITLE,
    text: truncateToWidth(quantityName(profile), fontSize.axisTitle, size.width - 8),
  }));
  const missing = placed.flatMap((one) =>
    "scale" in one
      ? []
      : [{ x: one.plot.left + size.width / 2, y: one.plot.top + size.height / 2, text: one.missing }],
  );
  const title = { type: "text", align: "left", fontSize: fontSize.axisTitle, fontWeight: 600 };
  return [
    ...layer("profileTitles", titles, title, wordsAtPlace),
    ...layer(
      "profileMissing",
      missing,
      { type: "text", color: color.quiet, fontSize: fontSize.small },
      wordsAtPlace,
    ),
  ];
}

/** Everything in the plots but their axes. */
export function profileLayers(
  result: ProfileLikelihoodResult,
  placed: readonly PlacedProfile[],
  drawn: readonly DrawnProfile[],
  grid: ProfileGrid,
): VegaLitePart[] {
  return [
    ...levelLayers(result, drawn, grid),
    ...curveLayers(result.drop, drawn, grid),
    ...wordLayers(placed, grid),
  ];
}
