import type { CohortPatient, CohortResult } from "../../schema/index.ts";
import { patientCourses } from "../cohort/cohort-rows.ts";
import { cohortName, ifReached, levelOf } from "../cohort/cohort-words.ts";
import { formatEstimate, formatInterval } from "../format-number.ts";
import { plainText } from "../plain-text.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { curveLayers, daysOf, type Frame } from "./cohort-curves/curve-layers.ts";
import { COLUMN_GAP, chartWidth, type Panel, panelChart, plotWidth } from "./panels.ts";
import { dayTicks, scoreTicks } from "./response-curve/ticks.ts";
import { textWidth, truncateToWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

const LEFT = 44;
/** Room below a row without and with labels of days, and for the lines above a plot. */
const [UNLABELLED, LABELLED, FIRST_LINE, SECOND_LINE] = [2, 22, 26, 16];

/** Columns and height of the plots for a number of patients. */
function gridOf(nPatients: number, width: number): { columns: number; height: number } {
  const most = Math.max(1, Math.floor(width / 160));
  const columns = Math.min(most, nPatients <= 2 ? nPatients : nPatients <= 4 ? 2 : nPatients <= 9 ? 3 : 4);
  return { columns, height: columns <= 2 ? 170 : columns === 3 ? 120 : 92 };
}

function frameOf(
  { scale }: CohortResult,
  days: [number, number],
  width: number,
  labelled: { x: boolean; y: boolean; title: boolean },
): Frame {
  return {
    x: (field) => ({
      field,
      type: "quantitative",
      scale: { domain: days, nice: false },
      axis: {
        title: labelled.title ? "Days since the first course" : null,
        labels: labelled.x,
        values: dayTicks(days[0], days[1], Math.max(2, width / 48)),
        grid: false,
      },
    }),
    y: (field) => ({
      field,
      type: "quantitative",
      scale: { domain: [scale.minimum, scale.maximum], nice: false, clamp: true },
      axis: {
        title: labelled.y ? "Score" : null,
        labels: labelled.y,
        values: scoreTicks(scale.minimum, scale.maximum),
        grid: true,
      },
    }),
  };
}

/** The relapse day after the first course with its limits, as long as fits. */
function secondLine(result: CohortResult, patient: CohortPatient, width: number): string {
  const row = patientCourses(result)
    .find((one) => one.patient.patient === patient.patient)
    ?.shrunken("relapseDay");
  if (!row) return " ";
  const bare = (text: string): string => text.replace(/ days?$/u, "");
  const estimate = bare(formatEstimate(row));
  const interval = bare(formatInterval(row));
  const full = interval === "–" ? estimate : `${estimate} (${interval})`;
  const condition = ifReached(result, row);
  const texts =
    row.estimate === null
      ? ["Relapse: never reached", "Never"]
      : [`Relapse day ${full}${condition}`, `Day ${full}${condition}`, `Day ${estimate}${condition}`];
  return texts.find((text) => textWidth(text, fontSize.small) <= width) ?? texts.at(-1)!;
}

/** Name and relapse day above a plot, at fixed places: Vega sets a title above every mark. */
function titleLayers(
  result: CohortResult,
  patient: CohortPatient,
  index: number,
  width: number,
): VegaLitePart[] {
  const line = (name: string, text: string, y: number, mark: VegaLitePart): VegaLitePart => ({
    name: `${name}${index}`,
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "alphabetic", ...mark },
    encoding: { x: { value: 0 }, y: { value: y }, text: { field: "text", type: "nominal" } },
  });
  const name = truncateToWidth(plainText(patient.patient), fontSize.axisTitle, width);
  return [
    line("patientName", name, -SECOND_LINE - 9, { fontSize: fontSize.axisTitle, fontWeight: 600 }),
    line("relapseDay", secondLine(result, patient, width), -9, {
      fontSize: fontSize.small,
      color: color.quiet,
    }),
  ];
}

/**
 * Draws every patient's scores with two curves, alone (dashed) and with what the others tell (with the band of its limits), in
 * panels of the same axes.
 *
 * @param options Width in pixels, and height of each plot.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * cohortCurvesChart(fitCohort(patients)).title; // { text: "2 patients", … }
 */
export function cohortCurvesChart(result: CohortResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const { patients } = result;
  const grid = gridOf(patients.length, plotWidth(width, LEFT));
  const { columns } = grid;
  const plot = Math.floor((plotWidth(width, LEFT) - (columns - 1) * COLUMN_GAP) / columns);
  const spans = patients.map(daysOf);
  const days: [number, number] = [
    Math.min(...spans.map(({ from }) => from)),
    Math.max(...spans.map(({ to }) => to)),
  ];
  const nRows = Math.ceil(patients.length / columns);
  const panels = patients.map((patient, i): Panel => {
    const isLast = i >= columns * (nRows - 1);
    const labelled = { x: i + columns >= patients.length, y: i % columns === 0, title: isLast };
    return {
      width: plot,
      height: options.height ?? grid.height,
      layer: [
        ...curveLayers(patient, i, frameOf(result, days, plot, labelled)),
        ...titleLayers(result, patient, i, plot),
      ],
    };
  });
  const rows = Array.from({ length: nRows }, (_, r) => panels.slice(r * columns, (r + 1) * columns));
  const isShort = panels.length % columns > 0;
  const spec = panelChart({
    about: { patient: cohortName(result) },
    words: `Scores (points), each patient alone (dashed) and with what the others tell (line, ${levelOf(result)} band), courses (triangles); scores from ${result.scale.minimum} to ${result.scale.maximum}. Relapse days are after the first course, with what the others tell.`,
    rows,
    width,
    left: LEFT,
    belowRows: rows
      .slice(1)
      .map((_, r) => (isShort && r === nRows - 2 ? LABELLED : UNLABELLED) + SECOND_LINE),
  });
  const padding = spec.padding as { top: number };
  return { ...spec, padding: { ...padding, top: padding.top + FIRST_LINE + SECOND_LINE } };
}

/** Each patient's curve, alone and with the others. */
export const cohortCurves: Chart<CohortResult> = {
  name: "cohort-curves",
  accepts: "cohort",
  spec: cohortCurvesChart,
};
