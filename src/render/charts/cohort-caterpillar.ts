import type { CohortResult } from "../../schema/index.ts";
import { type PatientCourse, patientCourses } from "../cohort/cohort-rows.ts";
import { cohortAnswer, cohortName } from "../cohort/cohort-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { caterpillarPanel } from "./cohort-caterpillar/caterpillar-panel.ts";
import { caterpillarRows } from "./cohort-caterpillar/caterpillar-rows.ts";
import { caterpillarHeight, placeRows } from "./cohort-caterpillar/place-rows.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { textWidth } from "./text-width.ts";
import { fontSize } from "./theme.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

const [WIDEST_NAME, NAME_GAP, NUMBER_GAP] = [150, 12, 10];
/** Below this width the numbers do not fit beside the plots. */
const NARROW = 620;

/**
 * Draws every patient's best relief and relapse day, alone (thin) and with what the others tell (thick), in the order of the
 * relief; below them the typical patient and the next one.
 *
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * cohortCaterpillarChart(fitCohort(patients)).hconcat; // relief and relapse day
 */
export function cohortCaterpillarChart(result: CohortResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const reliefAt = (course: PatientCourse): number => course.shrunken("bestRelief")?.estimate ?? -1;
  const courses = patientCourses(result).sort((a, b) => reliefAt(b) - reliefAt(a));
  const all = ["bestRelief", "relapseDay"].map((parameter) => caterpillarRows(result, courses, parameter));
  const widest = (texts: string[]): number =>
    Math.max(0, ...texts.map((text) => textWidth(text, fontSize.label)));
  const left =
    Math.ceil(Math.min(WIDEST_NAME, widest(all[0]!.map(({ label, ending }) => label + ending)))) + NAME_GAP;
  const numbers =
    width < NARROW
      ? 0
      : Math.ceil(Math.max(...all.map((rows) => widest(rows.map((row) => row.numbers))))) + NUMBER_GAP;
  const gap = numbers + 20;
  const plot = Math.floor((plotWidth(width, left) - gap - numbers) / 2);
  const places = placeRows(all[0]!.map(({ tone }) => tone));
  const shape = { width: plot, height: caterpillarHeight(places), places, hasNumbers: numbers > 0 };
  return panelChart({
    about: { patient: cohortName(result) },
    words: `${cohortAnswer(result)} Thin: each patient alone; thick: with what the others tell.`,
    width,
    left,
    columnGap: gap,
    rows: [
      [
        caterpillarPanel(all[0]!, {
          ...shape,
          name: "relief",
          title: "Best relief",
          axis: { kind: "share" },
          names: left,
        }),
        caterpillarPanel(all[1]!, {
          ...shape,
          name: "relapse",
          title: "Relapse day",
          axis: { kind: "days", horizon: result.horizon },
        }),
      ],
    ],
  });
}

/** Relief and relapse day of every patient, alone and with the others. */
export const cohortCaterpillar: Chart<CohortResult> = {
  name: "cohort-caterpillar",
  accepts: "cohort",
  spec: cohortCaterpillarChart,
};
