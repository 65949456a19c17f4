import type { RelapseResult } from "../../../schema/index.ts";
import { dayTicks } from "../response-curve/ticks.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** The times that a picture of relapses shows, from 0 on. */
export interface TimeAxis {
  /** Last time drawn. */
  end: number;
  /** Times with a label. */
  ticks: readonly number[];
  /** Encoding of a time, but for its field; `title` is null where a panel below carries it. */
  encoding(title: boolean): VegaLitePart;
}

/** Room to the right of the last time, where arrows of courses without a relapse point. */
const ROOM = 1.07;

/** Multiples of 1, 2 or 5 times a power of ten: at most `most` from 0 to the end. */
function roundTicks(end: number, most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(end / most));
  const step = [1, 2, 5, 10].map((digit) => digit * power).find((size) => end / size <= most) ?? end;
  const n = Math.floor(end / step + 1e-9);
  return Array.from({ length: n + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** The axis on which several panels stand, so that what lies above each other is at the same time. */
export function timeAxis(last: number, timeUnit: string, width: number): TimeAxis {
  const end = ROOM * (last > 0 ? last : 1);
  const most = Math.max(3, Math.floor(width / 56));
  const ticks = timeUnit === "day" ? dayTicks(0, end, most) : roundTicks(end, most);
  return {
    end,
    ticks,
    encoding: (title) => ({
      type: "quantitative",
      title: title ? `${timeUnit[0]!.toUpperCase()}${timeUnit.slice(1)}s after the course` : null,
      scale: { domain: [0, end], nice: false, zero: false },
      axis: { values: [...ticks], format: "~f", grid: false, domain: true, labelFlush: false },
    }),
  };
}

/** The last time that anything was seen, or that a fitted curve goes to. */
export function lastTimeOf(results: readonly RelapseResult[]): number {
  const times = results.flatMap(({ observations, survival }) => [
    ...observations.flatMap(({ lower, upper }) => [lower, upper ?? 0]),
    ...survival.map(({ time }) => time),
  ]);
  return times.reduce((last, time) => Math.max(last, time), 0);
}
