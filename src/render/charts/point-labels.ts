import { plainText } from "../plain-text.ts";
import { textWidth, truncateToWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart } from "./vega-lite-spec.ts";

/** A point with a name, in pixels from the upper left corner of its panel. */
export interface NamedPoint {
  name: string;
  x: number;
  y: number;
  /** Of the point itself. */
  radius: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Widest name, and from a point to its name. */
const [WIDEST, GAP] = [130, 3];

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Sets names beside points where there is room, the first points first; one without room has none.
 *
 * @param points The most telling first.
 * @returns Layers of text.
 */
export function pointLabels(points: readonly NamedPoint[], width: number, height: number): VegaLitePart[] {
  const taken: Box[] = points.map(({ x, y, radius: r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
  const rows: { x: number; y: number; text: string; isLeft: boolean }[] = [];
  points.forEach(({ name, x, y, radius }, i) => {
    const text = truncateToWidth(plainText(name), fontSize.small, WIDEST);
    const room = textWidth(text, fontSize.small);
    const at = [x + radius + GAP, x - radius - GAP - room].map(
      (left): Box => ({ left, right: left + room, top: y - 7, bottom: y + 7 }),
    );
    const free = at.findIndex(
      (box) =>
        box.left >= 0 &&
        box.right <= width &&
        box.top >= 0 &&
        box.bottom <= height &&
        !taken.some((other, j) => j !== i && meet(box, other)),
    );
    const box = at[free];
    if (!box) return;
    taken.push(box);
    const isLeft = free === 1;
    rows.push({ x: isLeft ? box.right : box.left, y, text, isLeft });
  });
  return [...textLayer("namesRight", rows, false), ...textLayer("namesLeft", rows, true)];
}

function textLayer(
  name: string,
  rows: readonly { isLeft: boolean; x: number; y: number; text: string }[],
  isLeft: boolean,
) {
  const values: ChartRows = rows
    .filter((row) => row.isLeft === isLeft)
    .map(({ x, y, text }) => ({ x, y, text }));
  if (values.length === 0) return [];
  const pixel = (field: string): VegaLitePart => ({ field, type: "quantitative", scale: null, axis: null });
  const halo = { stroke: color.paper, strokeWidth: 3, strokeJoin: "round" };
  return [
    { name: `${name}Halo`, own: halo },
    { name, own: {} },
  ].map(({ name: layerName, own }) => ({
    name: layerName,
    data: { values },
    mark: {
      ...own,
      type: "text",
      align: isLeft ? "right" : "left",
      baseline: "middle",
      fontSize: fontSize.small,
    },
    encoding: { x: pixel("x"), y: pixel("y"), text: { field: "text", type: "nominal" } },
  }));
}
