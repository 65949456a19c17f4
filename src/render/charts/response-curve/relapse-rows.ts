import type { Estimate, ResponseResult } from "../../../schema/index.ts";
import { hangsOnReach, probabilityOf } from "../../event-probabilities.ts";
import { formatEstimate, formatInterval, formatPercent, formatProbability } from "../../format-number.ts";
import { relapseThreshold } from "../../relapse-rule.ts";
import { reached } from "../../text/relapse.ts";
import { textWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";
import type { ChartRows } from "../vega-lite-spec.ts";
import { withinDays } from "./encodings.ts";
import { type CurveFrame, MARGIN } from "./frame.ts";
import { isAfterNextCourse, type Relapse, relapsesOf } from "./relapses.ts";

/** Flat rows of the relapse days: for each of them a marker, its interval in one or two pieces, and open ends. */
export interface RelapseRows {
  relapses: ChartRows;
  relapseIntervals: ChartRows;
  relapseArrows: ChartRows;
  relapseHeading: ChartRows;
}

const bare = (text: string): string =>
  text.replace(/ days?$/u, "").replace("no limit either side", "no limits");

function rowLabel(row: Estimate): string {
  if (row.estimate === null) return formatEstimate(row);
  const interval = bare(formatInterval(row));
  return interval === "–" ? bare(formatEstimate(row)) : `${bare(formatEstimate(row))} (${interval})`;
}

interface Place {
  y: number;
  /** On the threshold among the scores; otherwise in the row of its own. */
  inPanel: boolean;
}

/** Ends of the drawn interval; null where there is none to draw. On the threshold it stops at the next course. */
function drawnEnds(
  relapse: Relapse,
  frame: CurveFrame,
  { inPanel }: Place,
): { from: number; to: number } | null {
  const { row, from, to, courseDay, nextCourseDay } = relapse;
  if (from === null && to === null && (row.bound === "closed" || row.estimate === null)) return null;
  const limit = (inPanel ? nextCourseDay : null) ?? frame.days[1];
  return { from: withinDays(from ?? courseDay, frame), to: Math.min(limit, withinDays(to ?? limit, frame)) };
}

function intervalPieces(relapse: Relapse, frame: CurveFrame, place: Place): ChartRows {
  const ends = drawnEnds(relapse, frame, place);
  if (!ends) return [];
  const turn = Math.min(Math.max(relapse.lastScoreDay ?? ends.from, ends.from), ends.to);
  const row = { course: relapse.course, ...place };
  return [
    { ...row, from: ends.from, to: turn, extrapolated: false },
    { ...row, from: turn, to: ends.to, extrapolated: true },
  ].filter((piece) => piece.to > piece.from);
}

function arrows(relapse: Relapse, frame: CurveFrame, place: Place): ChartRows {
  const ends = drawnEnds(relapse, frame, place);
  if (!ends) return [];
  const { course, from, to, day, nextCourseDay } = relapse;
  const last = frame.days[1];
  const goesOn = to === null || to > last || (day !== null && day > last);
  const isCut = place.inPanel && nextCourseDay !== null;
  const rows = [];
  if (from === null) rows.push({ course, day: ends.from, side: "left", ...place });
  if (goesOn && !isCut) rows.push({ course, day: last, side: "right", ...place });
  return rows;
}

/** The longest heading that fits. */
function heading(result: ResponseResult, relapses: readonly Relapse[], frame: CurveFrame): ChartRows {
  const level = relapses[0]?.row.level;
  if (level === undefined) return [];
  const after = relapses.length === 1 ? "after the course" : "after each course alone";
  const interval = `(${formatPercent(level)} interval)`;
  const probability = probabilityOfReach(result, relapses);
  const headings =
    probability === null
      ? [`Relapse, days ${after} ${interval}`]
      : [
          `Relapse, days ${after} ${interval}, if ${reached(result)}: probability ${probability}`,
          `Relapse day ${interval}, if ${reached(result)}: ${probability}`,
          `Relapse day, if reached: ${probability}`,
        ];
  const room = frame.width + MARGIN.left + MARGIN.right - 20;
  const label = headings.find((text) => textWidth(text, fontSize.small) <= room) ?? headings.at(-1)!;
  return [{ label }];
}

/** The probability on which the relapse days hang, in words; null where the threshold was surely reached. */
function probabilityOfReach(result: ResponseResult, relapses: readonly Relapse[]): string | null {
  if (!relapses.some(({ course }) => hangsOnReach(result, course))) return null;
  const never = relapses.map(({ course }) => probabilityOf(result, "neverReached", course) ?? 0);
  const least = formatProbability(1 - Math.max(...never));
  return relapses.length > 1 ? `${least} or more` : least;
}

/** True where the label, written to the left of its marker, ends before the rule of the course. */
function fitsBeforeMarker({ day, courseDay }: Relapse, frame: CurveFrame, label: string): boolean {
  return day !== null && frame.toX(day) - frame.toX(courseDay) > 1.08 * textWidth(label, fontSize.small) + 14;
}

/**
 * The relapse days twice: in a row of their own below the scores, and on the threshold, where an interval is drawn only if
 * the relapse comes before the next course.
 */
export function relapseRows(result: ResponseResult, frame: CurveFrame): RelapseRows {
  const relapses = relapsesOf(result);
  const panelYOf = ({ course }: Relapse): number | null => {
    const threshold = relapseThreshold(result, course);
    return threshold === null ? null : frame.toY(threshold);
  };
  const inPlot = (day: number | null): boolean => day !== null && day <= frame.days[1];
  const rows: RelapseRows = {
    relapses: [],
    relapseIntervals: [],
    relapseArrows: [],
    relapseHeading: heading(result, relapses, frame),
  };
  const add = (relapse: Relapse, y: number, inPanel: boolean, withInterval: boolean, label: string): void => {
    const { course, courseDay, day } = relapse;
    const marker = {
      course,
      y,
      inPanel,
      day: inPlot(day) ? day : null,
      afterNextCourse: isAfterNextCourse(relapse),
    };
    const start = day === null ? null : courseDay;
    const reach = day === null ? null : withinDays(day, frame);
    rows.relapses = [...rows.relapses, { ...marker, start, reach, name: `Course ${course}`, label }];
    if (!withInterval) return;
    rows.relapseIntervals = [...rows.relapseIntervals, ...intervalPieces(relapse, frame, { y, inPanel })];
    rows.relapseArrows = [...rows.relapseArrows, ...arrows(relapse, frame, { y, inPanel })];
  };
  relapses.forEach((relapse, index) => {
    add(relapse, frame.rowY(index), false, true, rowLabel(relapse.row));
    const panelY = panelYOf(relapse);
    // Among the scores stands only what does not hang on a condition.
    if (panelY === null || !inPlot(relapse.day) || hangsOnReach(result, relapse.course)) return;
    const own = !isAfterNextCourse(relapse);
    const label = formatEstimate(relapse.row);
    add(relapse, panelY, true, own, own && fitsBeforeMarker(relapse, frame, label) ? label : "");
  });
  return rows;
}
