import type { CohortPatient, CohortResult, FittedPoint } from "../../schema/index.ts";
import { cohortAnswer, cohortName, levelOf } from "../cohort/cohort-words.ts";
import { findEstimate } from "../estimate-rows.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { keptPoints } from "./kept-points.ts";
import { chartWidth, type Panel, panelChart, plotWidth } from "./panels.ts";
import { dayTicks } from "./response-curve/ticks.ts";
import { color } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the vertical axis. */
const LEFT = 76;

/** Relief as a share of a patient's own baseline after the first course, until the next one. */
function firstCourse(
  { courses, shrunken }: CohortPatient,
  index: number,
  floor: number,
  { horizon, width, height }: { horizon: number; width: number; height: number },
): ChartRows {
  const start = courses[0]?.day;
  const baseline = findEstimate(shrunken.estimates, "baseline")?.estimate ?? null;
  if (start === undefined || baseline === null || !(baseline > floor)) return [];
  const end = Math.min(courses[1]?.day ?? Number.POSITIVE_INFINITY, start + horizon);
  const rows = shrunken.fitted
    .filter(({ time }) => time >= start && time <= end)
    .map(({ time, value }) => ({
      patient: index,
      day: time - start,
      relief: 1 - (value - floor) / (baseline - floor),
    }));
  const inPixels = rows.map(({ day, relief }) => ({ x: (width * day) / horizon, y: height * relief }));
  return keptPoints(inPixels).map((i) => rows[i]!);
}

const bandRows = (points: readonly FittedPoint[]): ChartRows =>
  points.flatMap(({ time, value, lower, upper }) =>
    lower === null || upper === null ? [] : [{ day: time, relief: value, lower, upper }],
  );

function axes(result: CohortResult, width: number) {
  const x: VegaLitePart = {
    field: "day",
    type: "quantitative",
    scale: { domain: [0, result.horizon], nice: false },
    axis: { title: "Days since the course", values: dayTicks(0, result.horizon, width / 60), grid: false },
  };
  const y = (field: string): VegaLitePart => ({
    field,
    type: "quantitative",
    scale: { domain: [0, 1], nice: false, clamp: true },
    axis: {
      title: "Relief, share of baseline",
      values: [0, 0.25, 0.5, 0.75, 1],
      labelExpr: "format(100 * datum.value, '~g') + ' %'",
      grid: true,
    },
  });
  return { x, y };
}

function band(
  name: string,
  values: ChartRows,
  hue: string,
  opacity: number,
  { x, y }: ReturnType<typeof axes>,
) {
  if (values.length === 0) return [];
  return [
    {
      name,
      data: { values },
      mark: { type: "area", color: hue, opacity, clip: true },
      encoding: { x, y: y("lower"), y2: { field: "upper" } },
    },
  ];
}

/** The relapse threshold, where it is a share of the baseline. */
function threshold({ relapseAt }: CohortResult, { y }: ReturnType<typeof axes>): VegaLitePart[] {
  if (!("relief" in relapseAt)) return [];
  return [
    {
      name: "threshold",
      data: { values: [{ relief: relapseAt.relief }] },
      mark: { type: "rule", color: color.relapse, strokeDash: [6, 4], strokeWidth: 1.25 },
      encoding: { y: y("relief") },
    },
  ];
}

function reliefPanel(result: CohortResult, width: number, height: number): Panel {
  const frame = axes(result, width);
  const { x, y } = frame;
  const size = { horizon: result.horizon, width, height };
  const patients = result.patients.flatMap((one, i) => firstCourse(one, i, result.scale.minimum, size));
  return {
    width,
    height,
    layer: [
      ...band("nextBand", bandRows(result.nextPatient.relief), color.rule, 0.28, frame),
      ...band("typicalBand", bandRows(result.relief), color.band, 0.45, frame),
      ...threshold(result, frame),
      {
        name: "patientCurves",
        data: { values: patients },
        mark: { type: "line", color: color.quiet, strokeWidth: 1.1, opacity: 0.85, clip: true },
        encoding: { x, y: y("relief"), detail: { field: "patient", type: "nominal" } },
      },
      {
        name: "typicalCurve",
        data: { values: result.relief.map(({ time, value }) => ({ day: time, relief: value })) },
        mark: { type: "line", color: color.curve, strokeWidth: 3, clip: true },
        encoding: { x, y: y("relief") },
      },
    ],
  };
}

function legend(result: CohortResult): string {
  const relapse = "relief" in result.relapseAt ? "; dashed: where a relapse begins" : "";
  return `Thick: the typical patient, in blue the ${levelOf(result)} limits; thin: each patient; grey: where the next one may lie${relapse}.`;
}

/**
 * Draws every patient's relief after the first course (thin) with the typical patient's (thick, with the band of its limits)
 * and where the next patient's may lie (pale).
 *
 * @param options Width in pixels, and height of the plot.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * cohortSpaghettiChart(fitCohort(patients)).hconcat; // one panel
 */
export function cohortSpaghettiChart(result: CohortResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  return panelChart({
    about: { patient: cohortName(result) },
    words: `${cohortAnswer(result)} ${legend(result)}`,
    width,
    left: LEFT,
    rows: [[reliefPanel(result, plotWidth(width, LEFT), options.height ?? 300)]],
  });
}

/** Every patient's relief with the typical patient's. */
export const cohortSpaghetti: Chart<CohortResult> = {
  name: "cohort-spaghetti",
  accepts: "cohort",
  spec: cohortSpaghettiChart,
};
