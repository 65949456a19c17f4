import type { ResponseResult } from "../../../schema/index.ts";
import { formatPercent } from "../../format-number.ts";
import { pixels } from "../pixels.ts";
import { textWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { textOf } from "./encodings.ts";
import { type CurveFrame, MARGIN } from "./frame.ts";
import { isAfterNextCourse, relapsesOf } from "./relapses.ts";
import { hasDayBounds } from "./score-layers.ts";

type Sign = "score" | "days" | "rescue" | "curve" | "beyond" | "relapse" | "alone";

const SIGN_WIDTH = 26;
const LINE_HEIGHT = 19;
/** From the foot of the plot past the labels and the title of the axis. */
const BELOW_AXIS = 60;

function entries(result: ResponseResult, frame: CurveFrame): [Sign, string][] {
  const relapses = relapsesOf(result).filter(({ day }) => day !== null);
  const beyond = result.fitted.some(({ time }) => time > frame.lastScoreDay);
  const hasBand = result.fitted.some(({ lower, upper }) => lower !== null && upper !== null);
  const level = result.estimates[0]?.level;
  const bandLevel = level === undefined ? "" : `${formatPercent(level)} `;
  const line = result.posterior === null ? "fitted curve" : "median curve";
  const present: [boolean, Sign, string][] = [
    [result.observations.some(({ rescue }) => !rescue), "score", "score, and the values that round to it"],
    [hasDayBounds(result), "days", "days it can have been"],
    [result.observations.some(({ rescue }) => rescue), "rescue", "score with rescue or new treatment"],
    [result.fitted.length > 0, "curve", hasBand ? `${line} with ${bandLevel}band` : line],
    [beyond, "beyond", "beyond the last score"],
    [relapses.length > 0, "relapse", "relapse day"],
    [relapses.some(isAfterNextCourse), "alone", "would come after the next course"],
  ];
  return present.filter(([isPresent]) => isPresent).map(([, sign, label]) => [sign, label]);
}

/** The key, its entries set side by side in as many lines as they need; positions in pixels of the plot. */
export function keyRows(result: ResponseResult, frame: CurveFrame): ChartRows {
  const left = 10 - MARGIN.left;
  const right = frame.width + MARGIN.right - 8;
  let x = left;
  let y = frame.height + BELOW_AXIS;
  return entries(result, frame).map(([sign, label]) => {
    const width = SIGN_WIDTH + textWidth(label, fontSize.small) + 18;
    if (x > left && x + width > right) {
      x = left;
      y += LINE_HEIGHT;
    }
    const row = {
      sign,
      label,
      x,
      middle: x + 9,
      end: x + 18,
      textX: x + SIGN_WIDTH,
      y,
      top: y - 7,
      foot: y + 7,
    };
    x += width;
    return row;
  });
}

/** Room below the plot for the axis and the key. */
export function keyBottom(rows: ChartRows, frame: CurveFrame): number {
  return Math.max(BELOW_AXIS - 14, ...rows.map(({ y }) => Number(y) - frame.height + 16));
}

interface KeyLayer {
  part: string;
  signs: readonly Sign[];
  mark: object;
  encoding: object;
}

function layer(part: string, signs: readonly Sign[], mark: object, encoding: object): KeyLayer {
  return { part, signs, mark, encoding };
}

function drawn({ part, signs, mark, encoding }: KeyLayer): VegaLitePart {
  const filter = signs.map((sign) => `datum.sign === "${sign}"`).join(" || ");
  return { name: `key${part}`, data: { name: "key" }, transform: [{ filter }], mark, encoding };
}

/** The signs in the order in which they are drawn. */
function signLayers(): KeyLayer[] {
  const at = { x: pixels("middle"), y: pixels("y") };
  const across = { x: pixels("x"), x2: { field: "end" }, y: pixels("y") };
  const upright = { x: pixels("middle"), y: pixels("top"), y2: { field: "foot" } };
  const bar = { type: "rule", color: color.ink, opacity: 0.55, strokeWidth: 1.5 };
  const line = { type: "rule", color: color.curve, strokeWidth: 2.5 };
  const point = { type: "point", filled: true, opacity: 1, stroke: color.paper, strokeWidth: 1 };
  const diamond = { ...point, shape: "diamond", strokeWidth: 1.25 };
  return [
    layer(
      "Band",
      ["curve"],
      { type: "rect", color: color.band, opacity: 0.26 },
      { ...across, y: pixels("top"), y2: { field: "foot" } },
    ),
    layer("ScoreBars", ["score", "rescue"], bar, upright),
    layer("Days", ["days"], bar, across),
    layer("Curve", ["curve"], line, across),
    layer("Beyond", ["beyond"], { ...line, strokeDash: [5, 4], opacity: 0.8 }, across),
    layer(
      "RelapseBar",
      ["relapse"],
      { type: "rule", color: color.relapse, strokeWidth: 3, opacity: 0.85 },
      across,
    ),
    layer("Scores", ["score", "days"], { ...point, size: 58, color: color.ink }, at),
    layer("Rescue", ["rescue"], { ...point, shape: "triangle-up", size: 90, color: color.rescue }, at),
    layer("Relapse", ["relapse"], { ...diamond, size: 85, color: color.relapse }, at),
    layer("Alone", ["alone"], { ...diamond, size: 60, color: color.paper, stroke: color.relapse }, at),
  ];
}

/** The signs of the key that it has, and their words. */
export function keyLayers(rows: ChartRows): VegaLitePart[] {
  const shown = signLayers().filter(({ signs }) => rows.some(({ sign }) => signs.includes(sign as Sign)));
  return [
    ...shown.map(drawn),
    {
      name: "keyWords",
      data: { name: "key" },
      mark: { type: "text", align: "left", baseline: "middle", color: color.quiet, fontSize: fontSize.small },
      encoding: { x: pixels("textX"), y: pixels("y"), text: textOf("label") },
    },
  ];
}
