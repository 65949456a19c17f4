import type { WordTable } from "../comparison/comparison-tables.ts";
import { escapeMarkdown } from "../escape-markdown.ts";
import { plainText } from "../plain-text.ts";
import { spokenSections, type WordReport, type WordSection } from "./word-report.ts";

function table({ caption, head, groups }: WordTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const blocks = groups.map(({ heading, rows }) => {
    const title = heading === undefined ? "" : `### ${escapeMarkdown(heading)}\n\n`;
    return `${title}${[line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n")}`;
  });
  return [escapeMarkdown(caption), ...blocks].join("\n\n");
}

/** Lines that are copied as they stand, in a fence longer than any within them. */
function codeBlock(lines: readonly string[]): string {
  const content = lines.map(plainText).join("\n");
  const longest = Math.max(2, ...[...content.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}sh\n${content}\n${fence}`;
}

const listOf = (sentences: readonly string[]): string =>
  sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n");

/** A section as Markdown: sentences, tables, notes and what is to be copied. */
export function sectionMarkdown(section: WordSection): string {
  const { heading, paragraph = "", sentences, tables, notes = [], code = [] } = section;
  const isOneList = tables.length === 0;
  const blocks = [
    `## ${escapeMarkdown(heading)}`,
    escapeMarkdown(paragraph),
    listOf(isOneList ? [...sentences, ...notes] : sentences),
    ...tables.map(table),
    listOf(isOneList ? [] : notes),
    code.length === 0 ? "" : codeBlock(code),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** Sets a report in words as Markdown, as GitHub shows it. */
export function wordReportMarkdown(report: WordReport): string {
  const { name, subject, question, meta, answer } = report;
  const blocks = [
    `# ${escapeMarkdown(`${name}: ${subject}`)}`,
    `*${escapeMarkdown(question)}*`,
    escapeMarkdown(meta.join(" · ")),
    escapeMarkdown(answer),
    ...spokenSections(report).map(sectionMarkdown),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
