import { pixels } from "./pixels.ts";
import { color, fontSize } from "./theme.ts";
import type { VegaLitePart } from "./vega-lite-spec.ts";

// Charts of many plots are one view whose marks stand in pixels: views with scales and axes of their own take ten times as long.

/** Words of rows at their places. */
export const wordsAtPlace: VegaLitePart = {
  x: pixels("x"),
  y: pixels("y"),
  text: { field: "text", type: "nominal" },
};

/** Lines from left to right, and from above to below. */
export const linesAcross: VegaLitePart = { x: pixels("x"), x2: { field: "x2" }, y: pixels("y") };
export const linesDown: VegaLitePart = { x: pixels("x"), y: pixels("y"), y2: { field: "y2" } };

/** Words as those of an axis, their middle at the height of their place. */
export const axisWords = (align: string, own: VegaLitePart = {}): VegaLitePart => ({
  type: "text",
  align,
  baseline: "middle",
  fontSize: fontSize.label,
  color: color.ink,
  ...own,
});

/** A thin line in one colour. */
export const thinRule = (hue: string): VegaLitePart => ({ type: "rule", color: hue, strokeWidth: 1 });
