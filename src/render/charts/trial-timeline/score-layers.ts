import type { TrialResult } from "../../../schema/index.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { TimelinePlaces } from "./period-bands.ts";
import type { TimelineAxes } from "./timeline-axes.ts";
import type { TreatmentStyle } from "./treatment-style.ts";

/** Between scores of one day, in pixels. */
const BESIDE = 7;

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

/** Scores of one time stand beside each other, within the ground of their period. */
function spreadTimes(
  { times, bands }: TimelinePlaces,
  periods: readonly number[],
  perPixel: number,
): number[] {
  const key = (i: number): string => `${periods[i]} ${times[i]}`;
  const groups = new Map<string, number[]>();
  for (const i of times.keys()) groups.set(key(i), [...(groups.get(key(i)) ?? []), i]);
  return times.map((time, i) => {
    const group = groups.get(key(i))!;
    const band = bands.find(({ period }) => period === periods[i]);
    const room = band ? Math.min(time - band.from, band.to - time) : Infinity;
    const most = group.length > 1 ? (2 * room) / group.length : 0;
    return time + Math.min(BESIDE * perPixel, most) * (group.indexOf(i) - 0.5 * (group.length - 1));
  });
}

/** Every score as a point in the shape of its treatment, those of one period joined by a thin line. */
export function scoreLayers(
  { scores }: TrialResult,
  places: TimelinePlaces,
  styles: ReadonlyMap<string, TreatmentStyle>,
  axes: TimelineAxes,
): VegaLitePart[] {
  const times = spreadTimes(
    places,
    scores.map(({ period }) => period),
    axes.perPixel,
  );
  const rows = scores.map(({ score, treatment, period }, i) => ({
    x: times[i]!,
    y: score,
    treatment,
    period,
    hue: styles.get(treatment)!.hue,
  }));
  const size = rows.length > 40 ? 26 : 42;
  const points = [...styles.values()].flatMap(({ name, shape, isFilled, hue: own }, i): VegaLitePart[] => {
    const values: ChartRows = rows
      .filter(({ treatment }) => treatment === name)
      .map(({ x, y }) => ({ x, y }));
    if (values.length === 0) return [];
    const fill = isFilled ? own : color.paper;
    return [
      {
        name: `scores${i}`,
        data: { values },
        mark: { type: "point", shape, size, opacity: 1, fill, stroke: own, strokeWidth: 1.5 },
        encoding: { x: axes.x("x"), y: axes.y("y") },
      },
    ];
  });
  return [
    {
      name: "scoreLines",
      data: { values: rows.map(({ treatment: _, ...row }) => row) },
      mark: { type: "line", strokeWidth: 1, opacity: 0.55 },
      encoding: {
        x: axes.x("x"),
        y: axes.y("y"),
        detail: { field: "period", type: "nominal" },
        color: hue,
      },
    },
    ...points,
  ];
}
