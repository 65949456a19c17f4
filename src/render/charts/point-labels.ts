import { plainText } from "../plain-text.ts";
import { pixels } from "./pixels.ts";
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

/** A rectangle in pixels of its panel. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Widest name, and from a point to its name. */
const [WIDEST, GAP] = [130, 3];

/** Half the height of a name, and how far one beside a point may be raised or lowered. */
const [HALF, RAISED] = [7, 10];

type Align = "left" | "right" | "center";

/** A name at a place: its box, and from where it is written. */
interface Place {
  box: Box;
  x: number;
  align: Align;
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a name may stand: right of its point, left of it, below or above, in this order. */
function placesOf({ x, y, radius }: NamedPoint, room: number): Place[] {
  const box = (left: number, middle: number): Box => ({
    left,
    right: left + room,
    top: middle - HALF,
    bottom: middle + HALF,
  });
  const [right, left] = [x + radius + GAP, x - radius - GAP];
  const away = radius + GAP + HALF;
  return [
    { box: box(right, y), x: right, align: "left" },
    { box: box(left - room, y), x: left, align: "right" },
    { box: box(x - 0.5 * room, y + away), x, align: "center" },
    { box: box(x - 0.5 * room, y - away), x, align: "center" },
    { box: box(x + radius - room, y + away), x: x + radius, align: "right" },
    { box: box(x + radius - room, y - away), x: x + radius, align: "right" },
    { box: box(right, y - RAISED), x: right, align: "left" },
    { box: box(left - room, y - RAISED), x: left, align: "right" },
    { box: box(right, y + RAISED), x: right, align: "left" },
    { box: box(left - room, y + RAISED), x: left, align: "right" },
  ];
}

/**
 * Sets names beside points where there is room, the first points first; one without room has none.
 *
 * @param points The most telling first.
 * @param obstacles What names should not cross besides the points.
 * @returns Layers of text.
 */
export function pointLabels(
  points: readonly NamedPoint[],
  width: number,
  height: number,
  obstacles: readonly Box[] = [],
): VegaLitePart[] {
  const taken: Box[] = points.map(({ x, y, radius: r }) => ({
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
  const rows: NameRow[] = [];
  points.forEach((point, i) => {
    const text = truncateToWidth(plainText(point.name), fontSize.small, WIDEST);
    const isFree = ({ box }: Place): boolean =>
      box.left >= 0 &&
      box.right <= width &&
      box.top >= 0 &&
      box.bottom <= height &&
      !taken.some((other, j) => j !== i && meet(box, other)) &&
      !obstacles.some((other) => meet(box, other));
    const place = placesOf(point, textWidth(text, fontSize.small)).find(isFree);
    if (!place) return;
    taken.push(place.box);
    const { box, x, align } = place;
    rows.push({ x, y: 0.5 * (box.top + box.bottom), text, align });
  });
  return [
    ...textLayer("namesRight", rows, "left"),
    ...textLayer("namesLeft", rows, "right"),
    ...textLayer("namesOver", rows, "center"),
  ];
}

type NameRow = { x: number; y: number; text: string; align: Align };

function textLayer(name: string, rows: readonly NameRow[], align: Align): VegaLitePart[] {
  const values: ChartRows = rows
    .filter((row) => row.align === align)
    .map(({ x, y, text }) => ({ x, y, text }));
  if (values.length === 0) return [];
  const halo = { stroke: color.paper, strokeWidth: 3, strokeJoin: "round" };
  return [
    { name: `${name}Halo`, own: halo },
    { name, own: {} },
  ].map(({ name: layerName, own }) => ({
    name: layerName,
    data: { values },
    mark: { ...own, type: "text", align, baseline: "middle", fontSize: fontSize.small },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
  }));
}
