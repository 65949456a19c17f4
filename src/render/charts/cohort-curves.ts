import type { CohortPatient, CohortResult, Estimate } from "../../schema/index.ts";
import { patientCourses } from "../cohort/cohort-rows.ts";
import { cohortName, ifReached, levelOf } from "../cohort/cohort-words.ts";
import { formatEstimate, formatInterval } from "../format-number.ts";
import { plainText } from "../plain-text.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { axisLayers } from "./cohort-curves/axis-layers.ts";
import { type CurveGrid, curveGrid } from "./cohort-curves/curve-grid.ts";
import { curveLayers } from "./cohort-curves/curve-layers.ts";
import { layer } from "./layer.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { wordsAtPlace } from "./pixel-layers.ts";
import { textWidth, truncateToWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the axis of the scores; from a plot up to the relapse day and to the name. */
const [LEFT, DAY_LINE, NAME_LINE] = [44, 9, 25];

/** The relapse day after the first course with its limits, from the longest form to the shortest. */
function secondLines(result: CohortResult, row: Estimate | undefined): readonly string[] {
  if (!row) return [""];
  const bare = (text: string): string => text.replace(/ days?$/u, "");
  const estimate = bare(formatEstimate(row));
  const interval = bare(formatInterval(row));
  const full = interval === "–" ? estimate : `${estimate} (${interval})`;
  const condition = ifReached(result, row);
  return row.estimate === null
    ? ["Relapse: never reached", "Never"]
    : [`Relapse day ${full}${condition}`, `Day ${full}${condition}`, `Day ${estimate}${condition}`];
}

/** The longest form that fits in every panel: what one panel says in full, all do. */
function alike(forms: readonly (readonly string[])[], width: number): string[] {
  const nForms = Math.max(...forms.map(({ length }) => length));
  const at = (form: number): string[] => forms.map((own) => own[Math.min(form, own.length - 1)]!);
  const fits = (texts: readonly string[]): boolean =>
    texts.every((text) => textWidth(text, fontSize.small) <= width);
  const form = Array.from({ length: nForms }, (_, k) => k).find((k) => fits(at(k))) ?? nForms - 1;
  return at(form);
}

/** Name and relapse day above each plot. */
function titleLayers(result: CohortResult, { plots, plot }: CurveGrid): VegaLitePart[] {
  const rows = (above: number, texts: readonly string[]): ChartRows =>
    texts.map((text, i) => ({ x: plots[i]!.left, y: plots[i]!.top - above, text }));
  const named = ({ patient }: CohortPatient): string =>
    truncateToWidth(plainText(patient), fontSize.axisTitle, plot.width);
  const names = rows(NAME_LINE, result.patients.map(named));
  const courses = patientCourses(result);
  const relapseOf = ({ patient }: CohortPatient): Estimate | undefined =>
    courses.find((one) => one.patient.patient === patient)?.shrunken("relapseDay");
  const forms = result.patients.map((patient) => secondLines(result, relapseOf(patient)));
  const days = rows(DAY_LINE, alike(forms, plot.width));
  const mark = { type: "text", align: "left", baseline: "alphabetic" };
  return [
    ...layer("patientNames", names, { ...mark, fontSize: fontSize.axisTitle, fontWeight: 600 }, wordsAtPlace),
    ...layer(
      "relapseDays",
      days.filter(({ text }) => text !== ""),
      { ...mark, fontSize: fontSize.small, color: color.quiet },
      wordsAtPlace,
    ),
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
  const room = plotWidth(width, LEFT);
  const grid = curveGrid(result, room, options.height);
  const { minimum, maximum } = result.scale;
  return panelChart({
    about: { patient: cohortName(result) },
    words: `Scores (points), each patient alone (dashed) and with what the others tell (line, ${levelOf(result)} band), courses (triangles); scores from ${minimum} to ${maximum}. Relapse days are after the first course, with what the others tell.`,
    rows: [
      [
        {
          width: room,
          height: grid.height,
          layer: [...axisLayers(grid), ...curveLayers(result.patients, grid), ...titleLayers(result, grid)],
        },
      ],
    ],
    width,
    left: LEFT,
  });
}

/** Each patient's curve, alone and with the others. */
export const cohortCurves: Chart<CohortResult> = {
  name: "cohort-curves",
  accepts: "cohort",
  spec: cohortCurvesChart,
};
