import type { RelapseResult } from "../../../schema/index.ts";
import { findEstimate } from "../../estimate-rows.ts";
import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import type { SurvivalEncodings } from "./curve-layers.ts";
import type { DrawnCurve } from "./drawn-curve.ts";

/** A median with its limits, or the span that it lies in, as far as they lie within the picture. */
type MedianRow = {
  time: number | null;
  from: number | null;
  to: number | null;
  /** Ends of the span, where only that is known. */
  earliest: number | null;
  latest: number | null;
  /** Where an interval goes on to the right of the picture. */
  beyond: number | null;
  survival: number;
};

/**
 * What is drawn of a median; null where nothing is known of it.
 *
 * @param end Last time drawn.
 */
export function medianRow({ estimates }: RelapseResult, end: number): MedianRow | null {
  const row = findEstimate(estimates, "median");
  const timeOf = (parameter: string): number | null => findEstimate(estimates, parameter)?.estimate ?? null;
  const earliest = row?.estimate === null ? timeOf("medianEarliest") : null;
  if (!row || (row.estimate === null && row.lower === null && earliest === null)) return null;
  const { estimate, lower, upper } = row;
  const latest = timeOf("medianLatest");
  const hasLimits = lower !== null || upper !== null;
  const last = hasLimits ? upper : earliest === null ? 0 : latest;
  return {
    time: estimate !== null && estimate <= end ? estimate : null,
    from: hasLimits ? Math.min(lower ?? 0, end) : null,
    to: hasLimits ? Math.min(upper ?? end, end) : null,
    earliest,
    latest: earliest === null ? null : (latest ?? end),
    beyond: last === null || last > end ? end : null,
    survival: 0.5,
  };
}

/** The median on the level of one half, with its interval; an arrow where the interval leaves the picture. */
function layersOf(curve: DrawnCurve, offset: number, end: number, on: SurvivalEncodings): VegaLitePart[] {
  const row = medianRow(curve.result, end);
  const hue = curve.group === null ? color.relapse : curve.hue;
  const y = { ...on.survival, field: "survival" };
  if (!row) return [];
  const layer = (name: string, field: string, mark: VegaLitePart, x: VegaLitePart = {}): VegaLitePart => ({
    name: `${name}${curve.suffix}`,
    data: { values: [row] },
    transform: [{ filter: `isValid(datum.${field})` }],
    mark: { color: hue, yOffset: offset, ...mark },
    encoding: { x: { ...on.time, field }, y, ...x },
  });
  const point = { type: "point", filled: true, opacity: 1 };
  return [
    layer(
      "medianSpan",
      "earliest",
      { type: "rule", strokeWidth: 9, opacity: 0.45 },
      { x2: { field: "latest" } },
    ),
    layer("medianInterval", "from", { type: "rule", strokeWidth: 3, opacity: 0.85 }, { x2: { field: "to" } }),
    layer("medianBeyond", "beyond", { ...point, shape: "triangle-right", size: 70, xOffset: -4 }),
    layer("medianPoint", "time", {
      ...point,
      shape: "diamond",
      size: 95,
      stroke: color.paper,
      strokeWidth: 1.25,
    }),
  ];
}

/** The medians of all curves, a little above each other where there are several. */
export function medianLayers(
  curves: readonly DrawnCurve[],
  end: number,
  on: SurvivalEncodings,
): VegaLitePart[] {
  const middle = 0.5 * (curves.length - 1);
  return curves.flatMap((curve, i) => layersOf(curve, 8 * (i - middle), end, on));
}
