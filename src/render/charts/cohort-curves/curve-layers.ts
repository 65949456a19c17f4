import type { CohortPatient } from "../../../schema/index.ts";
import { formatDay } from "../../format-number.ts";
import { truncateText } from "../../plain-text.ts";
import { keptPoints } from "../kept-points.ts";
import { layer } from "../layer.ts";
import { pixels } from "../pixels.ts";
import { scoreMiddle } from "../response-curve/score-layers.ts";
import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import type { CurveGrid, CurvePlot } from "./curve-grid.ts";
import { daysOf } from "./patient-days.ts";

const POINT = { type: "point", filled: true, opacity: 1 };
const MARKS = {
  band: { type: "area", color: color.band, opacity: 0.4 },
  alone: { type: "line", color: color.quiet, strokeDash: [4, 3], strokeWidth: 1.4 },
  together: { type: "line", color: color.curve, strokeWidth: 2.2 },
  courses: { ...POINT, shape: "triangle-up", size: 46, color: color.course, yOffset: -4 },
  scores: { ...POINT, shape: "circle", size: 34, color: color.ink, stroke: color.paper, strokeWidth: 0.8 },
} as const;

/** Letters of a name that stand beside each of its scores, for who points at them. */
const LONGEST_SAID = 40;

type Fitted = CohortPatient["shrunken"]["fitted"];

/** A curve in pixels, without points that cannot be seen; days and scores stand beside them. */
function curveRows(fitted: Fitted, plot: CurvePlot, start: number, grid: CurveGrid) {
  const rows = fitted.map(({ time, value }) => ({
    patient: plot.index,
    day: time - start,
    value,
    x: grid.x(time - start, plot),
    y: grid.y(value, plot),
  }));
  return keptPoints(rows).map((i) => rows[i]!);
}

/** The limits of a curve in pixels, likewise. */
function bandRows(fitted: Fitted, plot: CurvePlot, start: number, grid: CurveGrid) {
  const rows = fitted.flatMap(({ time, lower, upper }) =>
    lower === null || upper === null
      ? []
      : [
          {
            patient: plot.index,
            x: grid.x(time - start, plot),
            y: grid.y(lower, plot),
            y2: grid.y(upper, plot),
          },
        ],
  );
  const kept = new Set([...keptPoints(rows), ...keptPoints(rows.map(({ x, y2 }) => ({ x, y: y2 })))]);
  return rows.filter((_, i) => kept.has(i));
}

/** The flat rows of all patients, each with the number of its patient, since names may be long. */
function rowsOf(patients: readonly CohortPatient[], grid: CurveGrid) {
  const each = <Row>(rows: (patient: CohortPatient, plot: CurvePlot, start: number) => Row[]): Row[] =>
    patients.flatMap((patient, i) => rows(patient, grid.plots[i]!, daysOf(patient).start));
  return {
    band: each(({ shrunken }, plot, start) => bandRows(shrunken.fitted, plot, start, grid)),
    alone: each(({ raw }, plot, start) => (raw === null ? [] : curveRows(raw.fitted, plot, start, grid))),
    together: each(({ shrunken }, plot, start) => curveRows(shrunken.fitted, plot, start, grid)),
    courses: each(({ courses }, plot, start) =>
      courses.map(({ day }) => ({
        day: day - start,
        x: grid.x(day - start, plot),
        y: plot.top + grid.plot.height,
      })),
    ),
    scores: each(({ patient, observations }, plot, start) =>
      observations.flatMap((observation) => {
        const value = scoreMiddle(observation);
        const day = observation.day - start;
        if (value === null) return [];
        const said = `${truncateText(patient, LONGEST_SAID)}; Days since the first course: ${formatDay(day)}; Score: ${observation.score}`;
        return [{ day, value, x: grid.x(day, plot), y: grid.y(value, plot), said }];
      }),
    ),
  };
}

/** The scores of every patient, the curve alone and the one with the others: one layer for all, which draws fast. */
export function curveLayers(patients: readonly CohortPatient[], grid: CurveGrid): VegaLitePart[] {
  const rows = rowsOf(patients, grid);
  const place = { x: pixels("x"), y: pixels("y") };
  const curve = { ...place, detail: { field: "patient", type: "nominal" } };
  return [
    ...layer("band", rows.band, MARKS.band, { ...curve, y2: { field: "y2" } }),
    ...layer("alone", rows.alone, MARKS.alone, curve),
    ...layer("together", rows.together, MARKS.together, curve),
    ...layer("courses", rows.courses, MARKS.courses, place),
    ...layer("scores", rows.scores, MARKS.scores, place),
  ];
}
