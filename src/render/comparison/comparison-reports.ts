import type { ModelComparison, ResponseSensitivity } from "../../schema/index.ts";
import { escapeHtml } from "../escape-html.ts";
import { htmlTable, inlineSvg, ownText, page } from "../html/page.ts";
import { escapeMarkdown } from "../markdown.ts";
import { plainText } from "../plain-text.ts";
import { SINGLE_ARM } from "../response-text.ts";
import { textTable } from "../table.ts";
import { averageTables, modelsTable, sensitivityTables, type WordTable } from "./comparison-tables.ts";

/** A patient under every model and every set of priors. */
export interface ComparisonReport {
  comparison: ModelComparison;
  sensitivity: ResponseSensitivity;
}

function tablesOf({ comparison, sensitivity }: ComparisonReport): WordTable[] {
  return [modelsTable(comparison), ...averageTables(comparison), ...sensitivityTables(sensitivity)];
}

function sentences({ comparison }: ComparisonReport): string[] {
  return [...comparison.warnings.map(({ message }) => message), SINGLE_ARM[0]!];
}

/** A comparison as plain text. */
export function comparisonText(report: ComparisonReport): string {
  const tables = tablesOf(report).map(({ caption, head, groups }) => {
    const rows = groups.flatMap(({ heading, rows }) => [...(heading ? [[heading]] : []), ...rows]);
    return [caption, ...textTable([head, ...rows], 2)].join("\n");
  });
  const lines = sentences(report).map((sentence) => `! ${plainText(sentence)}`);
  return `${plainText(report.comparison.patient)}\n\n${tables.join("\n\n")}\n\n${lines.join("\n")}\n`;
}

/** A comparison as Markdown. */
export function comparisonMarkdown(report: ComparisonReport): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const tables = tablesOf(report).map(({ caption, head, groups }) =>
    groups
      .map(({ heading, rows }) => {
        const title = heading === undefined ? "" : `### ${escapeMarkdown(heading)}\n\n`;
        return `${title}${[line(head), `| ${head.map(() => "---").join(" | ")} |`, ...rows.map(line)].join("\n")}`;
      })
      .reduce((text, table) => `${text}\n\n${table}`, `## ${escapeMarkdown(caption)}`),
  );
  const list = sentences(report).map((sentence) => `- ${escapeMarkdown(sentence)}`);
  return `# ${escapeMarkdown(report.comparison.patient)}\n\n${list.join("\n")}\n\n${tables.join("\n\n")}\n`;
}

/**
 * A comparison as one HTML page.
 *
 * @param pictures SVG of each model's curve, with its title.
 */
export function comparisonHtml(
  report: ComparisonReport,
  pictures: readonly { title: string; svg: string }[],
): string {
  const { patient, nObservations, nCourses } = report.comparison;
  const tables = tablesOf(report).map(({ caption, head, groups }) =>
    htmlTable(
      escapeHtml(caption),
      head.map(escapeHtml),
      groups.map(({ heading, rows }) => ({
        ...(heading !== undefined && { heading: escapeHtml(heading) }),
        rows: rows.map((cells) => cells.map((cell) => ({ html: escapeHtml(cell), isShort: true }))),
      })),
    ),
  );
  const figures = pictures.map(
    ({ title, svg }) =>
      `<figure>\n${inlineSvg(svg)}\n<figcaption>${escapeHtml(title)}</figcaption>\n</figure>`,
  );
  const list = sentences(report).map((sentence) => `<li>${escapeHtml(sentence)}</li>`);
  const body = `<header>
<h1>${ownText(patient)}</h1>
<p class="meta">${nObservations} scores, ${nCourses} courses · every model and every set of priors</p>
</header>
<ul>
${list.join("\n")}
</ul>
${tables.join("\n")}
${figures.join("\n")}`;
  return page(`${patient}: models beside each other`, body, "wide");
}
