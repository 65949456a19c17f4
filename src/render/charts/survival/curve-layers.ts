import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import { steppedBand } from "./curve-rows.ts";
import type { DrawnCurve } from "./drawn-curve.ts";

/** Encodings of time and of the probability of staying well, but for their fields. */
export interface SurvivalEncodings {
  time: VegaLitePart;
  survival: VegaLitePart;
}

const BAND_OPACITY = 0.2;

/** Bands below all curves. */
function bandLayer({ shape, hue, suffix }: DrawnCurve, opacity: number, on: SurvivalEncodings): VegaLitePart {
  return {
    name: `survivalBand${suffix}`,
    data: { values: shape.band },
    mark: { type: "area", color: hue, opacity, line: false, interpolate: shape.interpolate },
    encoding: {
      x: { ...on.time, field: "time" },
      y: { ...on.survival, field: "lower" },
      y2: { field: "upper" },
      detail: { field: "part", type: "nominal" },
    },
  };
}

/** Simultaneous bands, dashed. */
function simultaneousLayers({ result, hue, suffix }: DrawnCurve, on: SurvivalEncodings): VegaLitePart[] {
  return result.bands.map(({ points }, i) => {
    const rows = steppedBand(points);
    const ends = rows.flatMap(({ time, lower, upper, part }) => [
      { time, survival: lower, end: `lower ${part}` },
      { time, survival: upper, end: `upper ${part}` },
    ]);
    return {
      name: `survivalSimultaneous${suffix}_${i}`,
      data: { values: ends },
      mark: { type: "line", color: hue, strokeWidth: 1, strokeDash: [3, 3], opacity: 0.9 },
      encoding: {
        x: { ...on.time, field: "time" },
        y: { ...on.survival, field: "survival" },
        detail: { field: "end", type: "nominal" },
      },
    };
  });
}

/** Where the curve is not defined: a shaded box from its last level to its next one. */
function boxLayer({ shape, hue, suffix }: DrawnCurve, on: SurvivalEncodings): VegaLitePart[] {
  if (shape.boxes.length === 0) return [];
  return [
    {
      name: `survivalBoxes${suffix}`,
      data: { values: shape.boxes },
      mark: {
        type: "rect",
        color: hue,
        fillOpacity: 0.13,
        stroke: hue,
        strokeOpacity: 0.5,
        strokeDash: [2, 2],
      },
      encoding: {
        x: { ...on.time, field: "from" },
        x2: { field: "to" },
        y: { ...on.survival, field: "low" },
        y2: { field: "high" },
      },
    },
  ];
}

function whiskerLayer({ shape, hue, suffix }: DrawnCurve, on: SurvivalEncodings): VegaLitePart[] {
  if (shape.whiskers.length === 0) return [];
  return [
    {
      name: `survivalWhiskers${suffix}`,
      data: { values: shape.whiskers },
      mark: { type: "rule", color: hue, strokeWidth: 5, opacity: 0.28 },
      encoding: {
        x: { ...on.time, field: "time" },
        y: { ...on.survival, field: "lower" },
        y2: { field: "upper" },
      },
    },
  ];
}

function lineLayer({ shape, hue, suffix }: DrawnCurve, on: SurvivalEncodings): VegaLitePart {
  return {
    name: `survivalCurve${suffix}`,
    data: { values: shape.line },
    mark: { type: "line", color: hue, strokeWidth: 2.5, interpolate: shape.interpolate },
    encoding: {
      x: { ...on.time, field: "time" },
      y: { ...on.survival, field: "survival" },
      detail: { field: "part", type: "nominal" },
    },
  };
}

/** Times at which courses without a relapse were last seen, on a curve of steps. */
export function censorRows({ result }: DrawnCurve): { time: number; survival: number }[] {
  const { riskTable, survival } = result;
  return riskTable.flatMap(({ time, nCensored }) => {
    const level = survival.filter((point) => point.time <= time).at(-1)?.survival ?? null;
    return nCensored > 0 && level !== null ? [{ time, survival: level }] : [];
  });
}

function censorLayer(curve: DrawnCurve, on: SurvivalEncodings): VegaLitePart[] {
  const rows = censorRows(curve);
  if (rows.length === 0) return [];
  return [
    {
      name: `survivalCensored${curve.suffix}`,
      data: { values: rows },
      mark: { type: "tick", orient: "vertical", thickness: 2, size: 13, color: color.ink, opacity: 1 },
      encoding: { x: { ...on.time, field: "time" }, y: { ...on.survival, field: "survival" } },
    },
  ];
}

/** All layers of the curves, those of the bands first. */
export function curveLayers(curves: readonly DrawnCurve[], on: SurvivalEncodings): VegaLitePart[] {
  const opacity = BAND_OPACITY / Math.sqrt(curves.length);
  return [
    ...curves.filter(({ shape }) => shape.band.length > 0).map((curve) => bandLayer(curve, opacity, on)),
    ...curves.flatMap((curve) => [
      ...boxLayer(curve, on),
      ...whiskerLayer(curve, on),
      ...simultaneousLayers(curve, on),
      lineLayer(curve, on),
      ...censorLayer(curve, on),
    ]),
  ];
}
