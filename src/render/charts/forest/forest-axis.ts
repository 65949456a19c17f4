import type { NaturalScale } from "../../../schema/index.ts";
import { scaleName } from "../../pooling/pooled-number.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** The horizontal axis of a forest: its ends, labels, and the way between values and even distances. */
export interface ForestAxis {
  isLog: boolean;
  low: number;
  high: number;
  ticks: number[];
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

/** Steps of a linear axis and values of a logarithmic one, per power of ten. */
const STEPS: readonly number[] = [1, 2, 5];
/** No more labels than this, each with this many pixels. */
const [MOST_TICKS, LABEL_ROOM] = [6, 50];

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * Ends that hold every estimate, and every interval that is not far wider than those of the series: the rest leaves the axis,
 * by an arrow.
 *
 * @param series On the even scale, as all others.
 */
function reach(series: readonly Span[], others: readonly Span[], kept: readonly number[]): [number, number] {
  const spans = [...series, ...others];
  const finite = (value: number | null): value is number => value !== null && Number.isFinite(value);
  const core = [...spans.map(({ estimate }) => estimate), ...kept].filter(finite);
  const [least, most] = [Math.min(...core), Math.max(...core)];
  const widths = series.flatMap(({ lower, upper }) =>
    finite(lower) && finite(upper) ? [upper - lower] : [],
  );
  const room = Math.max(0.75 * middle(widths), most - least, 1e-9);
  const ends = spans.flatMap(({ lower, upper }) => [lower, upper]).filter(finite);
  const low = Math.max(Math.min(least, ...ends), least - room);
  const high = Math.min(Math.max(most, ...ends), most + room);
  const edge = 0.04 * (high - low);
  return [low - edge, high + edge];
}

/** Round values between two ends, at most six. */
function linearTicks(low: number, high: number, most: number): number[] {
  const power = 10 ** Math.floor(Math.log10((high - low) / most));
  const step = power * ([...STEPS, 10].find((one) => (high - low) / (one * power) <= most) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** 1, 2 and 5 times powers of ten; only powers, and only some of them, where that is too many. */
function logTicks(low: number, high: number, most: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const within = (value: number): boolean => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const at = (power: number, factor: number): number => Number((factor * 10 ** power).toPrecision(12));
  const fine = powers.flatMap((power) => STEPS.map((factor) => at(power, factor))).filter(within);
  if (fine.length <= most && fine.length > 1) return fine;
  if (fine.length <= 1) return linearTicks(low, high, most).filter((value) => value > 0);
  const whole = powers.filter((power) => within(at(power, 1)));
  const every = Math.ceil(whole.length / most);
  return whole.filter((power) => power % every === 0).map((power) => at(power, 1));
}

/**
 * The axis for the intervals of a pool.
 *
 * @param scale What is drawn.
 * @param series Each alone, as they are read.
 * @param others Mean, companions and prediction.
 * @param width Of the plot, in pixels.
 */
export function forestAxis(
  scale: NaturalScale,
  series: readonly Span[],
  others: readonly Span[],
  width: number,
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
  const most = Math.min(MOST_TICKS, Math.floor(width / LABEL_ROOM));
  const ticks = isLog ? logTicks(low, high, most) : linearTicks(low, high, most);
  // An axis's own `format` takes its digits from the step of the ticks, and makes 1e+1 of 10.
  const labelExpr =
    unit === "fraction" ? "format(100 * datum.value, '~g') + ' %'" : "format(datum.value, '~g')";
  return {
    isLog,
    low,
    high,
    ticks,
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
        domainColor: "#aab4bc",
        labelFlush: false,
        labelExpr,
      },
    }),
  };
}
