import type { WordTable } from "../comparison/comparison-tables.ts";
import { escapeMarkdown } from "../markdown.ts";
import { spokenSections, type WordReport } from "./word-report.ts";

function table({ caption, head, groups }: WordTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const blocks = groups.map(({ heading, rows }) => {
    const title = heading === undefined ? "" : `### ${escapeMarkdown(heading)}\n\n`;
    return `${title}${[line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n")}`;
  });
  return [escapeMarkdown(caption), ...blocks].join("\n\n");
}

/** Sets a report in words as Markdown. */
export function wordReportMarkdown(report: WordReport): string {
  const { name, subject, meta, answer } = report;
  const sections = spokenSections(report).map(({ heading, sentences, tables }) => {
    const list = sentences.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n");
    return [`## ${escapeMarkdown(heading)}`, list, ...tables.map(table)]
      .filter((part) => part !== "")
      .join("\n\n");
  });
  const title = `# ${escapeMarkdown(`${name}: ${subject}`)}`;
  return `${[title, escapeMarkdown(meta.join(" · ")), escapeMarkdown(answer), ...sections].join("\n\n")}\n`;
}
