import type { WordTable } from "../comparison/comparison-tables.ts";
import { plainText } from "../plain-text.ts";
import { textTable } from "../table.ts";
import { spokenSections, type WordReport, type WordSection } from "./word-report.ts";

function tableLines({ caption, head, groups }: WordTable): string[] {
  const rows = groups.flatMap(({ heading, rows }) => [...(heading ? [[heading]] : []), ...rows]);
  return ["", `  ${plainText(caption)}`, ...textTable([head, ...rows], 2)];
}

function sectionLines({ heading, sentences, tables }: WordSection): string[] {
  return [
    "",
    heading,
    ...sentences.map((sentence) => `  ${plainText(sentence)}`),
    ...tables.flatMap(tableLines),
  ];
}

/** Sets a report in words as plain text for a terminal; ends with a line break. */
export function wordReportText(report: WordReport): string {
  const { name, subject, meta, answer } = report;
  const header = [`${name}: ${subject}`, ...meta].map(plainText).join(" · ");
  const lines = [header, "", plainText(answer), ...spokenSections(report).flatMap(sectionLines)];
  return `${lines.join("\n")}\n`;
}
