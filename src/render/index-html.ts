import { escapeHtml } from "./escape-html.ts";
import { type Cell, htmlTable, inlineSvg, ownText, page, sentenceHtml } from "./html/page.ts";

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
}

/** A link within the folder of the index: a path cannot name a scheme or another host. */
function localLink(href: string, html: string): string {
  const path = /^\.{1,2}\//u.test(href) ? href : `./${href}`;
  return `<a href="${escapeHtml(path)}">${html}</a>`;
}

function row({ patient, href, status, summary, svg }: IndexRow, hasPictures: boolean): Cell[] {
  const name = ownText(patient);
  const cells = [
    { html: href === null ? name : localLink(href, name) },
    { html: escapeHtml(status), isShort: true },
    { html: sentenceHtml(summary) },
  ];
  return hasPictures ? [...cells, { html: svg === undefined ? "" : inlineSvg(svg) }] : cells;
}

/**
 * Writes an index of several reports as one HTML file that works offline and without scripts.
 *
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 * @example
 * indexHtml([{ patient: "P01", href: "P01.html", status: "done", summary: "Best relief was 79 % of baseline." }]);
 */
export function indexHtml(rows: readonly IndexRow[]): string {
  const hasPictures = rows.some(({ svg }) => svg !== undefined);
  const head = ["Patient", "Status", "Finding", ...(hasPictures ? ["Curve"] : [])];
  const n = `${rows.length} patient${rows.length === 1 ? "" : "s"}`;
  const caption = `${n}, one report each. Every curve is that of a single arm without a control period.`;
  const table = htmlTable(caption, head, [{ rows: rows.map((entry) => row(entry, hasPictures)) }]);
  return page(
    "Response to treatment: reports",
    `<h1>Response to treatment</h1>\n${table}`,
    hasPictures ? "wide" : "text",
  );
}
