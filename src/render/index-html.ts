import { escapeHtml } from "./escape-html.ts";
import { inlineSvg, ownText, sentenceHtml } from "./html/page.ts";
import { INDEX_MEASURES, type IndexMeasure } from "./index-page/index-measures.ts";
import { indexClosing, indexOpening } from "./index-page/index-shell.ts";

/** One report in an index. */
export interface IndexRow {
  patient: string;
  /** Path of the report relative to the index, percent-encoded; null where there is none. */
  href: string | null;
  /** How it went, in a word or two: `done`, `no answer`. */
  status: string;
  /** The finding, or what failed, in one sentence. */
  summary: string;
  /** A small picture, as `toSvg` makes it. */
  svg?: string;
  /** Path of a picture relative to the index, percent-encoded, instead of one that stands in the page. */
  picture?: string;
  /** What the table can be sorted by, where the index has such columns. */
  measures?: readonly IndexMeasure[];
}

/** What an index shows beside patient, status and finding. */
export interface IndexColumns {
  pictures: boolean;
  measures: boolean;
  /** Whether a script in the page, the only one allowed to run, sorts and filters. */
  sortable: boolean;
}

/** A path within the folder of the index: it cannot name a scheme or another host. */
function localPath(path: string): string {
  return escapeHtml(/^\.{1,2}\//u.test(path) ? path : `./${path}`);
}

function pictureOf({ svg, picture }: IndexRow): string {
  if (picture !== undefined) return `<img loading="lazy" alt="" src="${localPath(picture)}">`;
  return svg === undefined ? "" : inlineSvg(svg);
}

function measureCell({ text, value }: IndexMeasure): string {
  return `<td class="short" data-value="${value ?? ""}">${escapeHtml(text)}</td>`;
}

/** What stands above the rows of an index. */
export function indexStart(nReports: number, columns: IndexColumns): string {
  const { pictures, measures, sortable } = columns;
  const n = `${nReports} patient${nReports === 1 ? "" : "s"}`;
  const caption = `${n}, one report each. Every curve is that of a single arm without a control period.`;
  const head = (text: string, sort: string): string =>
    `<th scope="col"${sortable ? ` data-sort="${sort}"` : ""}>${text}</th>`;
  const heads = [
    ...["Patient", "Status", "Finding"].map((text) => head(text, "text")),
    ...(measures ? INDEX_MEASURES.map((text) => head(text, "number")) : []),
    ...(pictures ? ['<th scope="col">Curve</th>'] : []),
  ];
  return `${indexOpening(sortable)}<table class="reports">\n<caption>${caption}</caption>\n<thead><tr>${heads.join("")}</tr></thead>\n<tbody>\n`;
}

/** One row of an index. */
export function indexLine(row: IndexRow, columns: IndexColumns): string {
  const name = ownText(row.patient);
  const link = row.href === null ? name : `<a href="${localPath(row.href)}">${name}</a>`;
  const measures = INDEX_MEASURES.map((_, i) => row.measures?.[i] ?? { text: "", value: null });
  const cells = [
    `<th scope="row">${link}</th>`,
    `<td class="status">${escapeHtml(row.status)}</td>`,
    `<td>${sentenceHtml(row.summary)}</td>`,
    ...(columns.measures ? measures.map(measureCell) : []),
    ...(columns.pictures ? [`<td>${pictureOf(row)}</td>`] : []),
  ];
  return `<tr>${cells.join("")}</tr>\n`;
}

/** What stands below the rows of an index. */
export function indexEnd({ sortable }: IndexColumns): string {
  return `</tbody>\n</table>\n${indexClosing(sortable)}`;
}

/**
 * Writes an index of several reports as one HTML file that works offline and without scripts.
 *
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 * @example
 * indexHtml([{ patient: "P01", href: "P01.html", status: "done", summary: "Best relief was 79 % of baseline." }]);
 */
export function indexHtml(rows: readonly IndexRow[]): string {
  const columns: IndexColumns = {
    pictures: rows.some(({ svg, picture }) => svg !== undefined || picture !== undefined),
    measures: rows.some(({ measures }) => measures !== undefined),
    sortable: false,
  };
  const lines = rows.map((row) => indexLine(row, columns));
  return `${indexStart(rows.length, columns)}${lines.join("")}${indexEnd(columns)}`;
}
