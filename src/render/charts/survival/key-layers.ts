import { formatPercent } from "../../format-number.ts";
import { plainText } from "../../plain-text.ts";
import { medianInWords } from "../../relapse/median-words.ts";
import { pixels } from "../pixels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import { censorRows } from "./curve-layers.ts";
import type { DrawnCurve } from "./drawn-curve.ts";
import { medianRow } from "./median-layers.ts";

/** What a line of the key explains. */
type Sign = "curve" | "box" | "whisker" | "simultaneous" | "median" | "censored";

type KeyRow = { sign: Sign; hue: string; label: string; from: number; to: number; y: number };

const LINE = 17;
const [FROM, MIDDLE, TO, TEXT] = [4, 15, 26, 34];

function curveLabel({ group, result, shape }: DrawnCurve): string {
  const level = formatPercent(result.estimates[0]?.level ?? 0.95);
  const band = shape.band.some(({ lower, upper }) => lower < upper) ? ` with ${level} band` : "";
  const name = group === null ? "probability of staying well" : plainText(group);
  return `${name}${band}`;
}

function entries(curves: readonly DrawnCurve[]): [Sign, string, string][] {
  const first = curves[0]!;
  const level = formatPercent(first.result.estimates[0]?.level ?? 0.95);
  const any = (test: (curve: DrawnCurve) => boolean): boolean => curves.some(test);
  const bands = [...new Set(curves.flatMap(({ result }) => result.bands.map(({ label }) => label)))];
  const medians = curves.flatMap(({ result, group, hue }): [Sign, string, string][] => {
    if (medianRow(result, Infinity) === null) return [];
    const name = group === null ? "median" : `median, ${plainText(group)}:`;
    return [["median", group === null ? color.relapse : hue, `${name} ${medianInWords(result)}`]];
  });
  const further: [boolean, Sign, string][] = [
    [any(({ shape }) => shape.boxes.length > 0), "box", "falls somewhere in here; the data don’t tell where"],
    [any(({ shape }) => shape.whiskers.length > 0), "whisker", `${level} limits at single times`],
    [bands.length > 0, "simultaneous", `for the whole curve at once, ${level}: ${bands.join(", ")}`],
    [any((curve) => censorRows(curve).length > 0), "censored", "last seen, still well"],
  ];
  return [
    ...curves.map((curve): [Sign, string, string] => ["curve", curve.hue, curveLabel(curve)]),
    ...medians,
    ...further.flatMap(([isThere, sign, label]): [Sign, string, string][] =>
      isThere ? [[sign, first.hue, label]] : [],
    ),
  ];
}

/** The lines of the key, from the top of the panel down. */
export function keyRows(curves: readonly DrawnCurve[], width: number): KeyRow[] {
  return entries(curves).map(([sign, hue, label], i) => ({
    sign,
    hue,
    from: FROM,
    to: TO,
    label: truncateToWidth(label, fontSize.small, width - TEXT),
    y: 8 + i * LINE,
  }));
}

/** Height of the key. */
export function keyHeight(rows: readonly KeyRow[]): number {
  return rows.length * LINE + 12;
}

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

/** The signs of the key and their words. */
export function keyLayers(rows: readonly KeyRow[]): VegaLitePart[] {
  const layer = (sign: Sign, name: string, mark: VegaLitePart, x: VegaLitePart): VegaLitePart[] => {
    const values = rows.filter((row) => row.sign === sign);
    if (values.length === 0) return [];
    return [{ name, data: { values }, mark, encoding: { y: pixels("y"), color: hue, ...x } }];
  };
  const across = { x: pixels("from"), x2: { field: "to" } };
  const middle = { x: { value: MIDDLE } };
  const point = { type: "point", filled: true, opacity: 1 };
  return [
    ...layer("curve", "keyCurve", { type: "rule", strokeWidth: 2.5 }, across),
    ...layer(
      "box",
      "keyBox",
      { type: "point", shape: "square", filled: true, size: 150, opacity: 0.3 },
      middle,
    ),
    ...layer(
      "whisker",
      "keyWhisker",
      { type: "tick", orient: "vertical", thickness: 5, size: 13, opacity: 0.35 },
      middle,
    ),
    ...layer("simultaneous", "keySimultaneous", { type: "rule", strokeWidth: 1, strokeDash: [3, 3] }, across),
    ...layer("median", "keyMedianInterval", { type: "rule", strokeWidth: 3, opacity: 0.85 }, across),
    ...layer("median", "keyMedian", { ...point, shape: "diamond", size: 80, stroke: color.paper }, middle),
    ...layer(
      "censored",
      "keyCensored",
      { type: "tick", orient: "vertical", thickness: 2, size: 13 },
      { ...middle, color: { value: color.ink } },
    ),
    {
      name: "keyWords",
      data: { values: rows },
      mark: { type: "text", align: "left", baseline: "middle", color: color.quiet, fontSize: fontSize.small },
      encoding: { x: { value: TEXT }, y: pixels("y"), text: { field: "label", type: "nominal" } },
    },
  ];
}
