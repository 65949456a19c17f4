import type { ResponseObservation, ResponseResult } from "../../../schema/index.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { inDays, inScores } from "./encodings.ts";
import type { CurveFrame } from "./frame.ts";

/** The middle of a score in words: 7 of "7", and of "6–8"; null where it has none. */
export function scoreMiddle({ score, lower, upper }: ResponseObservation): number | null {
  const ends = score.split("–").map((part) => Number(part.trim().replace("−", "-")));
  const middle = ends.reduce((sum, end) => sum + end, 0) / ends.length;
  if (score.trim() !== "" && Number.isFinite(middle)) return middle;
  return lower !== null && upper !== null ? (lower + upper) / 2 : (lower ?? upper);
}

/** One row per score; an end that the scale hides is drawn to the edge of the plot. */
export function scoreRows(result: ResponseResult, { scores }: CurveFrame): ChartRows {
  return result.observations.flatMap((observation) => {
    const value = scoreMiddle(observation);
    if (value === null) return [];
    const { day, dayEarliest, dayLatest, score, lower, upper, rescue } = observation;
    const low = lower ?? scores[0];
    const high = upper ?? scores[1];
    return [{ day, dayEarliest, dayLatest, score, value, low, high, rescue }];
  });
}

/** True where some score's day is known by bounds only. */
export function hasDayBounds({ observations }: ResponseResult): boolean {
  return observations.some(({ dayEarliest, dayLatest }) => dayEarliest !== null && dayLatest !== null);
}

function points(rescue: boolean): VegaLitePart {
  return {
    name: rescue ? "rescuePoints" : "scorePoints",
    data: { name: "scores" },
    transform: [{ filter: rescue ? "datum.rescue" : "!datum.rescue" }],
    mark: {
      type: "point",
      shape: rescue ? "triangle-up" : "circle",
      size: rescue ? 90 : 58,
      filled: true,
      opacity: 1,
      color: rescue ? color.rescue : color.ink,
      stroke: color.paper,
      strokeWidth: 1,
    },
    encoding: { x: inDays("day"), y: inScores("value") },
  };
}

/** The scores: the values that round to each, the days it can have been, and the score itself. */
export function scoreLayers(result: ResponseResult): VegaLitePart[] {
  const bar = { type: "rule", color: color.ink, opacity: 0.55, strokeWidth: 1.5 };
  const days: VegaLitePart = {
    name: "scoreDays",
    data: { name: "scores" },
    transform: [{ filter: "isValid(datum.dayEarliest) && isValid(datum.dayLatest)" }],
    mark: bar,
    encoding: { x: inDays("dayEarliest"), x2: { field: "dayLatest" }, y: inScores("value") },
  };
  return [
    {
      name: "scoreBars",
      data: { name: "scores" },
      mark: bar,
      encoding: { x: inDays("day"), y: inScores("low"), y2: { field: "high" } },
    },
    ...(hasDayBounds(result) ? [days] : []),
    points(false),
    ...(result.observations.some(({ rescue }) => rescue) ? [points(true)] : []),
  ];
}
