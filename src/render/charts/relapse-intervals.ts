import type { CourseRelapse, RelapseIntervals } from "../../schema/index.ts";
import { intervalsSummary } from "../relapse/intervals-words.ts";
import { courseName } from "../relapse/relapse-name.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import { LINE_NAMES, spanPanel } from "./relapse-spans/span-panel.ts";
import type { DrawnSpan, SpanLine } from "./relapse-spans/span-rows.ts";
import { timeAxis } from "./survival/time-axis.ts";
import { color } from "./theme.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the visits, the interval by the scores, and that by the curve. */
const LINE_HEIGHT = 56;

/** What the signs of visits mean. */
const KEY = "Dots are visits that were well, hollow ones could be either, triangles had relapsed.";

/** Beyond so many times the last visit an interval of the curve is cut, with an arrow. */
const FARTHEST = 2;

function spansOf({ scores, curve }: CourseRelapse): DrawnSpan[] {
  const seen: DrawnSpan[] =
    scores.lower === null
      ? []
      : [{ hue: color.ink, isSeen: true, lane: 0.5, from: scores.lower, to: scores.upper, at: null }];
  if (!curve || curve.estimate === null) return seen;
  const { lower, upper, estimate } = curve;
  return [...seen, { hue: color.curve, isSeen: false, lane: 0.8, from: lower ?? 0, to: upper, at: estimate }];
}

const WITHOUT: Readonly<Record<CourseRelapse["scores"]["state"], string | null>> = {
  relapsed: null,
  well: null,
  "never-well": "no score shows relief for certain",
  "not-seen": "no score after this course",
};

function linesOf(all: readonly RelapseIntervals[]): SpanLine[] {
  const isOne = all.length === 1;
  return all.flatMap(({ patient, courses, visits }) =>
    courses.map((course, i): SpanLine => {
      const spans = spansOf(course);
      const without = WITHOUT[course.scores.state];
      return {
        name: courseName({ patient, course: course.course }, i, isOne),
        words: without === null ? null : { text: without, lane: 0.5 },
        spans,
        visits: visits
          .filter((visit) => visit.course === course.course)
          .map(({ day, state }) => ({ time: day, state })),
      };
    }),
  );
}

function lastTimeOf(lines: readonly SpanLine[]): number {
  const seen = lines.flatMap(({ spans, visits }) => [
    ...visits.map(({ time }) => time),
    ...spans.filter(({ isSeen }) => isSeen).flatMap(({ from, to }) => [from, to ?? 0]),
  ]);
  const last = seen.reduce((most, time) => Math.max(most, time), 1);
  const all = lines.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to ?? 0]));
  return Math.min(
    FARTHEST * last,
    all.reduce((most, time) => Math.max(most, time), last),
  );
}

/**
 * Draws between which visits the relief of each course ended, and below it what the fitted curve says; the visits
 * themselves as dots, relapsed ones as triangles.
 *
 * @param given The intervals of one patient, or of several.
 * @param options Width in pixels.
 * @throws {RangeError} when the width is too small to read, or there is no patient.
 * @example
 * relapseIntervalsChart(relapseIntervals(patient, { fit: fitResponse(patient) })).hconcat; // one panel
 */
export function relapseIntervalsChart(
  given: RelapseIntervals | readonly RelapseIntervals[],
  options: ChartOptions = {},
): VegaLiteSpec {
  const all: readonly RelapseIntervals[] = "kind" in given ? [given] : given;
  const [first] = all;
  if (!first) throw new RangeError("a chart of relapse intervals needs at least 1 patient, got 0");
  const width = chartWidth(options.width);
  const lines = linesOf(all);
  const axis = timeAxis(lastTimeOf(lines), first.timeUnit, plotWidth(width, LINE_NAMES));
  const hasCurve = lines.some(({ spans }) => spans.some(({ isSeen }) => !isSeen));
  const title = `When relief ended: by the scores alone (gray)${hasCurve ? ", by the fitted curve (blue)" : ""}`;
  return panelChart({
    about: {
      patient: all.length === 1 ? first.patient : "Relapses by the scores",
      ...(first.outcome !== undefined && { outcome: first.outcome }),
    },
    words: `${intervalsSummary(all)} ${KEY}`,
    width,
    left: LINE_NAMES,
    rows: [[spanPanel(title, lines, axis, plotWidth(width, LINE_NAMES), LINE_HEIGHT)]],
  });
}

/** When the relief of each course ended, by the scores and by the curve. */
export const relapseIntervals: Chart<RelapseIntervals> = {
  name: "relapse-intervals",
  accepts: "relapse-intervals",
  spec: relapseIntervalsChart,
};
