import type { ResponseResult } from "../schema/index.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import {
  DATA_SOURCE,
  describeBounds,
  describeDay,
  estimateGroups,
  hasDataShares,
  sensitivityLines,
  tableNotes,
} from "./estimate-table.ts";
import { probabilityGroups } from "./event-probabilities.ts";
import { formatDose } from "./format-number.ts";
import { responseMethods } from "./methods/response-methods.ts";
import { nameWithOutcome } from "./patient-name.ts";
import { intervalName, responseSummary } from "./response-summary.ts";
import { responseQuestion, responseText } from "./response-text.ts";
import { closingPages } from "./words/ground-sections.ts";
import { sectionMarkdown } from "./words/word-report-markdown.ts";

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n");
}

function estimates(result: ResponseResult): string {
  const hasSource = hasDataShares(result);
  const source = hasSource ? [DATA_SOURCE] : [];
  const head = ["Quantity", "Estimate", intervalName(result.estimates), ...source];
  const blocks = estimateGroups(result).map(({ heading, lines }) => {
    const rows = lines.map((line) => [
      line.label,
      line.estimate,
      line.interval,
      ...(hasSource ? [line.source] : []),
    ]);
    return `### ${escapeMarkdown(heading)}\n\n${table(head, rows)}`;
  });
  const notes = tableNotes(result).map(escapeMarkdown);
  return ["## The numbers", ...blocks, ...notes, ...probabilities(result)].join("\n\n");
}

function probabilities(result: ResponseResult): string[] {
  const groups = probabilityGroups(result);
  if (groups.length === 0) return [];
  const rows = groups.flatMap(({ heading, lines }) =>
    lines.map(({ label, probability }) => [heading, label, probability]),
  );
  return ["### Probabilities", table(["Course", "Event", "Probability"], rows)];
}

function sensitivity(result: ResponseResult): string[] {
  return result.sensitivity.map((analysis) => {
    const rows = sensitivityLines(result, analysis).map(({ label, found, instead }) => [
      label,
      found,
      instead,
    ]);
    return table(["Quantity", "As found", analysis.label], rows);
  });
}

function dataAsRead(result: ResponseResult): string {
  const scores = result.observations.map((o) => [
    describeDay(o),
    o.score,
    describeBounds(o),
    o.rescue ? "yes" : "",
    o.note ?? "",
  ]);
  const courses = result.courses.map((c) => [
    `${c.course}`,
    describeDay(c),
    formatDose(c.doseGPerKg),
    c.note ?? "",
  ]);
  return [
    "## The data as read",
    table(["Score on", "Score", "Stands for", "Rescue", "Note"], scores),
    ...(courses.length > 0 ? [table(["Course", "Begun on", "Dose", "Note"], courses)] : []),
  ].join("\n\n");
}

/**
 * Writes a report of a result as Markdown: the answer, the sections of `responseText`, the numbers, the data, a methods
 * paragraph and what is needed to compute it again.
 *
 * @example
 * responseMarkdown(result).startsWith("# "); // true
 */
export function responseMarkdown(result: ResponseResult): string {
  const text = responseText(result).map(({ id, heading, sentences }) => {
    const list = sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n");
    const tables = id === "sensitivity" ? sensitivity(result) : [];
    return [`## ${heading}`, list, ...tables].join("\n\n");
  });
  const [found, ...rest] = text;
  const title = `# ${escapeMarkdown(nameWithOutcome(result))}`;
  const parts = [
    title,
    `*${escapeMarkdown(responseQuestion(result))}*`,
    escapeMarkdown(responseSummary(result)),
    found,
    estimates(result),
    ...rest,
    dataAsRead(result),
    ...closingPages(responseMethods(result), [result]).map(sectionMarkdown),
  ];
  return `${parts.join("\n\n")}\n`;
}
