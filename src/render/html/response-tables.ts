import type { ResponseResult, Sensitivity } from "../../schema/index.ts";
import { escapeHtml } from "../escape-html.ts";
import {
  DATA_SOURCE,
  describeBounds,
  estimateGroups,
  hasDataShares,
  sensitivityLines,
  tableNotes,
} from "../estimate-table.ts";
import { probabilityGroups } from "../event-probabilities.ts";
import { formatDay, formatDose } from "../format-number.ts";
import { describePriors } from "../prior-text.ts";
import { intervalName } from "../response-summary.ts";
import { type Cell, htmlTable, ownText } from "./page.ts";

const short = (text: string): Cell => ({ html: escapeHtml(text), isShort: true });
const words = (text: string): Cell => ({ html: ownText(text) });

/** A label that keeps the mark behind it on its line. */
const marked = (label: string): Cell => words(label.replace(/ (?=\S$)/u, "\u00a0"));

/** The estimates, by course, and below them what marked rows take for granted. */
export function estimatesTable(result: ResponseResult): string {
  const hasSource = hasDataShares(result);
  const groups = estimateGroups(result).map(({ heading, lines }) => ({
    heading: escapeHtml(heading),
    rows: lines.map(({ label, estimate, interval, source }) => [
      marked(label),
      short(estimate),
      short(interval),
      ...(hasSource ? [short(source)] : []),
    ]),
  }));
  const head = [
    "Quantity",
    "Estimate",
    escapeHtml(intervalName(result.estimates)),
    ...(hasSource ? [DATA_SOURCE] : []),
  ];
  const caption =
    "Estimates with their intervals. Days are counted from the first day of the course they belong to.";
  const notes = tableNotes(result).map((note) => `<p class="small">${escapeHtml(note)}</p>`);
  return [htmlTable(caption, head, groups), ...notes].join("\n");
}

/** The probabilities of events, by course; empty where there are none. */
export function probabilitiesTable(result: ResponseResult): string {
  const groups = probabilityGroups(result).map(({ heading, lines }) => ({
    heading: escapeHtml(heading),
    rows: lines.map(({ label, probability }) => [words(label), short(probability)]),
  }));
  if (groups.length === 0) return "";
  return htmlTable("Probabilities, given the scores and the priors.", ["Event", "Probability"], groups);
}

/** One sensitivity analysis beside what was found. */
export function sensitivityTable(result: ResponseResult, analysis: Sensitivity): string {
  const rows = sensitivityLines(result, analysis).map(({ label, found, instead }) => [
    words(label),
    short(found),
    short(instead),
  ]);
  const caption = `The same quantities under another assumption: ${ownText(analysis.label)}.`;
  return htmlTable(caption, ["Quantity", "As found", "Under this assumption"], [{ rows }]);
}

/** The priors in natural units. */
export function priorsTable(result: ResponseResult): string {
  const rows = describePriors(result).map(({ label, words: prior }) => [
    words(label),
    { html: escapeHtml(prior) },
  ]);
  if (rows.length === 0) return "";
  return htmlTable(
    `Priors of the set “${ownText(result.priors.set)}”, in natural units.`,
    ["Quantity", "Prior"],
    [{ rows }],
  );
}

const bound = (day: number | null): Cell => short(day === null ? "" : formatDay(day));
const note = (text: string | null): Cell => (text === null ? { html: "" } : words(text));

/** The scores as they were read. */
export function scoresTable({ observations }: ResponseResult): string {
  const rows = observations.map((o) => [
    short(formatDay(o.day)),
    bound(o.dayEarliest),
    bound(o.dayLatest),
    short(o.score),
    short(describeBounds(o)),
    { html: o.rescue ? "yes" : "" },
    note(o.note),
  ]);
  return htmlTable(
    "Scores.",
    ["Day", "Earliest", "Latest", "Score", "Stands for", "Rescue", "Note"],
    [{ rows }],
  );
}

/** The courses as they were read. */
export function coursesTable({ courses }: ResponseResult): string {
  if (courses.length === 0) return "";
  const rows = courses.map((c) => [
    { html: `Course ${c.course}` },
    short(formatDay(c.day)),
    bound(c.dayEarliest),
    bound(c.dayLatest),
    short(formatDose(c.doseGPerKg)),
    note(c.note),
  ]);
  return htmlTable(
    "Courses, by their first infusion day.",
    ["Course", "Day", "Earliest", "Latest", "Dose", "Note"],
    [{ rows }],
  );
}
