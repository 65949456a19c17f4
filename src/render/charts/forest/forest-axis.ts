import type { NaturalScale } from "../../../schema/index.ts";
import { scaleName } from "../../pooling/pooled-number.ts";
import { labelExpression, numberLabel } from "../number-labels.ts";
import { logTicks, roundTicks } from "../round-ticks.ts";
import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** The horizontal axis of a forest: its ends, labels, and the way between values and even distances. */
export interface ForestAxis {
  isLog: boolean;
  low: number;
  high: number;
  ticks: number[];
  /** Of the ticks, as they are written. */
  labels: string[];
  /** To the scale on which pixels are even, and back. */
  even(value: number): number;
  back(even: number): number;
  /** Encoding of x for a field. */
  x(field: string): VegaLitePart;
}

/** An interval with its estimate; ends that do not exist are null. */
export interface Span {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
}

/** Where an axis stands. */
interface AxisPlace {
  /** At the side of the plot instead of its foot; default false. */
  isUpright?: boolean;
  /** How far a label may stand out to the right, in pixels; default as far as a column beside the plot allows. */
  overhang?: number;
}

const BESIDE_COLUMN = 24;

/** Room around a value by itself: as share of it, and where it is 0. */
const [AROUND, AROUND_ZERO] = [0.5, 1];

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const exists = (value: number | null): value is number => value !== null && Number.isFinite(value);

const widthsOf = (spans: readonly Span[]): number[] =>
  spans.flatMap(({ lower, upper }) =>
    exists(lower) && exists(upper) && upper > lower ? [upper - lower] : [],
  );

/**
 * Ends that hold every estimate, and every interval that is not far wider than those of the series: the rest leaves the axis,
 * by an arrow. Where all are equal there is room on both sides.
 *
 * @param series On the even scale, as all others.
 */
function reach(series: readonly Span[], others: readonly Span[], kept: readonly number[]): [number, number] {
  const spans = [...series, ...others];
  const core = [...spans.map(({ estimate }) => estimate), ...kept].filter(exists);
  const [least, most] = core.length === 0 ? [0, 0] : [Math.min(...core), Math.max(...core)];
  const own = widthsOf(series);
  const usual = 0.75 * middle(own.length > 0 ? own : widthsOf(others));
  const size = Math.max(Math.abs(least), Math.abs(most));
  const room = Math.max(usual, most - least);
  if (room <= 1e-9 * size || room === 0) {
    const around = AROUND * size || AROUND_ZERO;
    return [least - around, most + around];
  }
  const ends = spans.flatMap(({ lower, upper }) => [lower, upper]).filter(exists);
  const low = Math.max(Math.min(least, ...ends), least - room);
  const high = Math.min(Math.max(most, ...ends), most + room);
  const edge = 0.04 * (high - low);
  return [low - edge, high + edge];
}

/**
 * The axis for the intervals of a pool.
 *
 * @param scale What is drawn.
 * @param series Each alone, as they are read.
 * @param others Mean, companions and prediction.
 * @param length Of the axis, in pixels.
 * @param place Where it stands.
 */
export function forestAxis(
  scale: NaturalScale,
  series: readonly Span[],
  others: readonly Span[],
  length: number,
  { isUpright = false, overhang = BESIDE_COLUMN }: AxisPlace = {},
): ForestAxis {
  const { axis, unit, noEffect } = scale;
  const isLog = axis === "log";
  const even = isLog ? Math.log : (value: number): number => value;
  const back = isLog ? Math.exp : (value: number): number => value;
  const isShare = unit === "fraction" && noEffect === null;
  const turn = (value: number | null): number | null => (value === null ? null : even(value));
  const turned = ({ estimate, lower, upper }: Span): Span => ({
    estimate: turn(estimate),
    lower: turn(lower),
    upper: turn(upper),
  });
  const ends = reach(series.map(turned), others.map(turned), noEffect === null ? [] : [even(noEffect)]);
  const [low, high] = isShare ? [0, 1] : [back(ends[0]), back(ends[1])];
  const kind = unit === "fraction" ? "share" : "number";
  const ticks = (isLog ? logTicks : roundTicks)({ low, high, length, isUpright, overhang, kind, even });
  return {
    isLog,
    low,
    high,
    ticks,
    labels: ticks.map((tick) => numberLabel(tick, kind)),
    even,
    back,
    x: (field) => ({
      field,
      type: "quantitative",
      scale: {
        type: isLog ? "log" : "linear",
        domain: [low, high],
        nice: false,
        ...(!isLog && { zero: false }),
      },
      axis: {
        title: scaleName(scale),
        values: ticks,
        grid: false,
        domain: true,
        domainColor: color.rule,
        labelFlush: false,
        labelOverlap: false,
        labelExpr: labelExpression(ticks, kind),
      },
    }),
  };
}
