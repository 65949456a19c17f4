import type { WordTable } from "../comparison/comparison-tables.ts";
import { plainText } from "../plain-text.ts";
import { textTable } from "../table.ts";
import { spokenSections, type WordReport, type WordSection } from "./word-report.ts";

function tableLines({ caption, head, groups }: WordTable): string[] {
  const rows = groups.flatMap(({ heading, rows }) => [...(heading ? [[heading]] : []), ...rows]);
  return ["", `  ${plainText(caption)}`, ...textTable([head, ...rows], 2)];
}

function sectionLines({ heading, paragraph, sentences, tables, notes = [] }: WordSection): string[] {
  return [
    "",
    heading,
    ...(paragraph === undefined ? [] : [`  ${plainText(paragraph)}`]),
    ...sentences.map((sentence) => `  ${plainText(sentence)}`),
    ...tables.flatMap(tableLines),
    ...notes.map((note) => `  ${plainText(note)}`),
  ];
}

/** Sets a report in words as plain text for a terminal; ends with a line break. */
export function wordReportText(report: WordReport): string {
  const { name, subject, meta, answer } = report;
  const sections = spokenSections(report).filter(({ isForPaper = false }) => !isForPaper);
  const header = [`${name}: ${subject}`, ...meta].map(plainText).join(" · ");
  const lines = [header, "", plainText(answer), ...sections.flatMap(sectionLines)];
  return `${lines.join("\n")}\n`;
}
