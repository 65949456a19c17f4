import { plainText } from "../../plain-text.ts";
import { pixels } from "../pixels.ts";
import { textWidth, truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import type { TreatmentStyle } from "./treatment-style.ts";

/** What a sign of the key shows. */
type Sign = "point" | "bar" | "area" | "mean" | "line" | "dashes";

/** One entry of a key before it has its place. */
export interface KeyEntry {
  sign: Sign;
  text: string;
  style: Pick<TreatmentStyle, "hue" | "shape" | "isFilled">;
}

type Placed = KeyEntry & { x: number; y: number };

/** A line of the key, the room of a sign, between entries, and below the key. */
const [LINE, SIGN, GAP, BELOW] = [18, 24, 20, 8];

/** The entries in lines, from left to right, and the height of them all. */
export interface KeyFlow {
  entries: readonly Placed[];
  height: number;
}

/** The entry of a treatment; with its letter where only that stands in the plot. */
export function treatmentEntry(style: TreatmentStyle, sign: Sign, withLetter: boolean): KeyEntry {
  const name = plainText(style.name);
  return { sign, text: withLetter ? `${style.letter}: ${name}` : name, style };
}

/** Sets the entries of a key into lines of a width in pixels; long ones are cut. */
export function keyFlow(entries: readonly KeyEntry[], width: number): KeyFlow {
  let [x, line] = [0, 0];
  const placed = entries.map((entry) => {
    const text = truncateToWidth(entry.text, fontSize.small, width - SIGN);
    const room = SIGN + textWidth(text, fontSize.small);
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const at = { ...entry, text, x, y: 8 + line * LINE };
    x += room + GAP;
    return at;
  });
  return { entries: placed, height: placed.length === 0 ? 0 : (line + 1) * LINE + BELOW };
}

/** The same key further below. */
export function movedDown({ entries, height }: KeyFlow, by: number): KeyFlow {
  return { entries: entries.map((entry) => ({ ...entry, y: entry.y + by })), height };
}

function signLayers({ sign, style, x, y }: Placed, i: number): VegaLitePart[] {
  const { hue, shape, isFilled } = style;
  const values = [{ x: x + 8, from: x, to: x + 16, y }];
  const across = { x: pixels("from"), x2: { field: "to" }, y: pixels("y") };
  const at = { x: pixels("x"), y: pixels("y") };
  const part = (name: string, mark: VegaLitePart, encoding: VegaLitePart): VegaLitePart => ({
    name: `${name}${i}`,
    data: { values },
    mark,
    encoding,
  });
  const ground = { type: "point", shape: "square", filled: true, size: 190, color: hue, opacity: 0.2 };
  const signs: Readonly<Record<Sign, () => VegaLitePart[]>> = {
    point: () => [
      part("keyGround", ground, at),
      part(
        "keyPoint",
        {
          type: "point",
          shape,
          size: 40,
          opacity: 1,
          strokeWidth: 1.5,
          stroke: hue,
          fill: isFilled ? hue : color.paper,
        },
        at,
      ),
    ],
    bar: () => [part("keyBar", { ...ground, opacity: 1 }, at)],
    area: () => [
      part("keyArea", { ...ground, size: 130, opacity: 1, stroke: color.rule, strokeWidth: 1 }, at),
    ],
    mean: () => [
      part("keyLimits", { ...ground, size: 150, opacity: 0.25 }, at),
      part("keyMean", { type: "rule", strokeWidth: 3, color: hue }, across),
    ],
    line: () => [part("keyMean", { type: "rule", strokeWidth: 3, color: hue }, across)],
    dashes: () => [
      part("keyDashes", { type: "rule", strokeWidth: 1.5, strokeDash: [5, 3], color: hue }, across),
    ],
  };
  return signs[sign]();
}

/** The signs of a key and their words, at the top of a panel. */
export function keyFlowLayers({ entries }: KeyFlow): VegaLitePart[] {
  if (entries.length === 0) return [];
  return [
    ...entries.flatMap(signLayers),
    {
      name: "keyWords",
      data: { values: entries.map(({ x, y, text }) => ({ x: x + SIGN, y, text })) },
      mark: { type: "text", align: "left", baseline: "middle", color: color.ink, fontSize: fontSize.small },
      encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
    },
  ];
}
