import type { SummaryResult } from "../../schema/index.ts";
import { escapeHtml } from "../escape-html.ts";
import { ownText, page, sentenceHtml } from "../html/page.ts";
import { folded, section } from "../html/sections.ts";
import { spokenSections } from "../words/word-report.ts";
import { type Picture, sectionHtml } from "../words/word-report-html.ts";
import { summaryListReport } from "./summary-list.ts";
import { summaryReport } from "./summary-report.ts";

/** One report of several, all but its answer folded away; what all share stands below them. */
function partHtml(result: SummaryResult, method: string | undefined, place: number): string {
  const report = summaryReport(result, method);
  const details = spokenSections(report)
    .filter(({ isForPaper = false }) => !isForPaper)
    .map((part) => sectionHtml({ ...part, id: `${part.id}-${place}` }, undefined, true))
    .join("\n")
    .replace(/<(\/?)h2>/gu, "<$1h3>");
  return section(
    `report-${place}`,
    report.name,
    `<p class="meta">${escapeHtml(report.meta.join(" · "))}</p>`,
    `<p>${sentenceHtml(report.answer)}</p>`,
    folded("All of this report", details),
  );
}

/**
 * Several reports on one page: a picture and a line for each, what no interval covers, and then each by itself.
 *
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function summaryListHtml(
  results: readonly SummaryResult[],
  picture: Picture | null,
  method?: string,
): string {
  const list = summaryListReport(results, method);
  const sections = spokenSections(list).map((part) =>
    sectionHtml(
      { ...part, sentences: part.id === "reports" ? [] : part.sentences },
      (part.id === "reports" && picture) || undefined,
      true,
    ),
  );
  const parts = results.map((result, i) => partHtml(result, method, i + 1));
  const header = `<header>\n<h1>${ownText(list.name)}</h1>\n<p class="meta">${escapeHtml(list.meta.join(" · "))}</p>\n<p class="question">${escapeHtml(list.question)}</p>\n<p class="answer">${sentenceHtml(list.answer)}</p>\n</header>`;
  return page(`${list.name}: ${list.subject}`, [header, ...sections, ...parts].join("\n"));
}
