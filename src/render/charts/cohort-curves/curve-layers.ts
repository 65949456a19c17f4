import type { CohortPatient } from "../../../schema/index.ts";
import { scoreMiddle } from "../response-curve/score-layers.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";

/** Days are counted from each patient's first course, so that panels can be compared. */
export function daysOf({ courses, observations, shrunken }: CohortPatient): {
  from: number;
  to: number;
  start: number;
} {
  const start = courses[0]?.day ?? 0;
  const days = [...observations.map(({ day }) => day), ...shrunken.fitted.map(({ time }) => time)];
  return {
    start,
    from: Math.min(0, ...days.map((day) => day - start)),
    to: Math.max(1, ...days.map((day) => day - start)),
  };
}

/** Encodings of days and scores. */
export interface Frame {
  x(field: string): VegaLitePart;
  y(field: string): VegaLitePart;
}

function curveRows(points: CohortPatient["shrunken"]["fitted"], start: number): ChartRows {
  return points.map(({ time, value, lower, upper }) => ({ day: time - start, value, lower, upper }));
}

/** Scores in the middle of what each stands for. */
function scoreRows({ observations }: CohortPatient, start: number): ChartRows {
  return observations.flatMap((observation) => {
    const value = scoreMiddle(observation);
    return value === null ? [] : [{ day: observation.day - start, value }];
  });
}

const POINT = { type: "point", filled: true, opacity: 1 };
const MARKS = {
  band: { type: "area", color: color.band, opacity: 0.4, clip: true },
  alone: { type: "line", color: color.quiet, strokeDash: [4, 3], strokeWidth: 1.4, clip: true },
  together: { type: "line", color: color.curve, strokeWidth: 2.2, clip: true },
  courses: { ...POINT, shape: "triangle-up", size: 46, color: color.course, yOffset: -4 },
  scores: { ...POINT, shape: "circle", size: 34, color: color.ink, stroke: color.paper, strokeWidth: 0.8 },
} as const;

/**
 * The scores of one patient, the curve alone and the one with the others.
 *
 * @param index Of the patient, for the names of the layers.
 */
export function curveLayers(patient: CohortPatient, index: number, { x, y }: Frame): VegaLitePart[] {
  const { start } = daysOf(patient);
  const together = curveRows(patient.shrunken.fitted, start);
  const alone = patient.raw === null ? [] : curveRows(patient.raw.fitted, start);
  const banded = together.filter(({ lower, upper }) => lower !== null && upper !== null);
  const courses = patient.courses.map(({ day }) => ({ day: day - start }));
  const layer = (name: keyof typeof MARKS, values: ChartRows, encoding: VegaLitePart): VegaLitePart[] =>
    values.length === 0 ? [] : [{ name: `${name}${index}`, data: { values }, mark: MARKS[name], encoding }];
  const curve = { x: x("day"), y: y("value") };
  return [
    ...layer("band", banded, { x: x("day"), y: y("lower"), y2: { field: "upper" } }),
    ...layer("alone", alone, curve),
    ...layer("together", together, curve),
    ...layer("courses", courses, { x: x("day"), y: { value: "height" } }),
    ...layer("scores", scoreRows(patient, start), curve),
  ];
}
