import type { WordTable } from "../comparison/comparison-tables.ts";
import { escapeHtml } from "../escape-html.ts";
import { figure, type Picture } from "../html/figure.ts";
import { htmlTable, ownText, page, sentenceHtml } from "../html/page.ts";
import { folded, listOf, section } from "../html/sections.ts";
import { spokenSections, type WordReport, type WordSection } from "./word-report.ts";

function table({ caption, head, groups }: WordTable): string {
  const bodies = groups.map(({ heading, rows }) => ({
    ...(heading !== undefined && { heading: escapeHtml(heading) }),
    rows: rows.map((cells) =>
      cells.map((cell, i) => ({ html: escapeHtml(cell), isShort: i > 0 && cell.length < 32 })),
    ),
  }));
  return htmlTable(escapeHtml(caption), head.map(escapeHtml), bodies);
}

export type { Picture };

/** Pictures of one section. */
export type Pictures = Picture | readonly Picture[] | undefined;

/**
 * A section of a page: sentences, a picture, and the tables folded away.
 *
 * @param isOpen Whether the tables are seen at once.
 */
export function sectionHtml(
  {
    id,
    heading,
    paragraph,
    sentences,
    tables,
    notes = [],
    code = [],
    foldedUnder = "Numbers and details",
  }: WordSection,
  pictures: Pictures = undefined,
  isOpen = false,
): string {
  const numbers = [...tables.map(table), ...(notes.length > 0 ? [listOf(notes)] : [])].join("\n");
  return section(
    id,
    heading,
    ...(paragraph === undefined ? [] : [`<p>${sentenceHtml(paragraph)}</p>`]),
    ...(sentences.length > 0 ? [listOf(sentences)] : []),
    ...[pictures ?? []].flat().map(figure),
    ...(numbers === "" ? [] : [isOpen ? numbers : folded(foldedUnder, numbers)]),
    ...(code.length === 0 ? [] : [`<pre><code>${code.map(escapeHtml).join("\n")}</code></pre>`]),
  );
}

/**
 * Sets a report in words as one HTML page that works offline and without scripts.
 *
 * @param picture Below the answer; null for none.
 * @param pictures Further ones, by the sections that they stand in.
 * @param width `wide` for tables with many columns.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function wordReportHtml(
  report: WordReport,
  picture: Picture | null,
  pictures: Readonly<Record<string, Pictures>> = {},
  width: "text" | "wide" = "text",
): string {
  const { name, subject, question, meta, answer } = report;
  const body = `<header>
<h1>${ownText(name)}</h1>
<p class="meta">${escapeHtml(meta.join(" · "))}</p>
<p class="question">${escapeHtml(question)}</p>
<p class="answer">${sentenceHtml(answer)}</p>
</header>
${picture ? `${figure(picture)}\n` : ""}${spokenSections(report)
  .map((part) => sectionHtml(part, pictures[part.id], part.foldedUnder === undefined))
  .join("\n")}`;
  return page(`${name}: ${subject}`, body, width);
}
