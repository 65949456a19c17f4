import { isolatedHtml } from "../escape-html.ts";
import { documentEnd, documentStart } from "./document.ts";
import { PAGE_STYLE } from "./style.ts";

/** Text from a file, set apart so that its direction cannot disturb what stands around it. */
export const ownText: (text: string) => string = isolatedHtml;

/** A sentence of ours, which may quote a file: a number is kept on one line with its "%". */
export function sentenceHtml(sentence: string): string {
  return ownText(sentence).replace(/[\d.]+ %/gu, '<span class="whole">$&</span>');
}

/**
 * A page that works offline and without scripts.
 *
 * @param title Text.
 * @param body HTML.
 * @param width `wide` for tables with pictures.
 */
export function page(title: string, body: string, width: "text" | "wide" = "text"): string {
  return `${documentStart({ title, width, style: PAGE_STYLE })}${body}\n${documentEnd()}`;
}

/**
 * Lets a picture into a page only if it is one SVG element without scripts, foreign content or handlers.
 *
 * @throws {TypeError} when it is anything else.
 */
export function inlineSvg(svg: string): string {
  const picture = svg.trim();
  const isOneElement = /^<svg[\s>]/u.test(picture) && picture.endsWith("</svg>");
  const tags = picture.match(/<[^>]*>/gu) ?? [];
  const isActive = tags.some((tag) =>
    /^<\/?(script|foreignObject|iframe)\b|\son\w+\s*=|javascript:/iu.test(tag),
  );
  if (!isOneElement || isActive)
    throw new TypeError("Cannot place the picture: needs one <svg> element without scripts");
  return picture;
}

/** A cell: text as it is read, or ready HTML. */
export interface Cell {
  html: string;
  /** Kept on one line where there is room. */
  isShort?: boolean;
}

/** A group of rows under a heading of its own; the heading is HTML. */
export interface RowGroup {
  heading?: string;
  rows: readonly (readonly Cell[])[];
}

/** Tables of more columns are stacked on a telephone, each cell under the name of its column. */
const MOST_COLUMNS = 4;

/** Roles that a table keeps where its rows are stacked, since browsers then forget that it is one. */
const ROLES = { table: ' role="table"', group: ' role="rowgroup"', row: ' role="row"' } as const;
const PLAIN_ROLES = { table: "", group: "", row: "" } as const;

/** Words so long that they are broken anywhere. */
const LONG_WORD = /[^\s<>&;]{30}/u;

/** A table with a caption; the first cell of each row is its header. Caption and head are HTML. */
export function htmlTable(caption: string, head: readonly string[], groups: readonly RowGroup[]): string {
  const stacks = head.length > MOST_COLUMNS;
  const { table, group, row } = stacks ? ROLES : PLAIN_ROLES;
  const names = stacks ? head.map((cell) => cell.replace(/<[^>]*>/gu, "")) : [];
  const columnRole = stacks ? ' role="columnheader"' : "";
  const headRow = head
    .map((cell) => `<th scope="col"${columnRole}${LONG_WORD.test(cell) ? ' class="long"' : ""}>${cell}</th>`)
    .join("");
  const bodies = groups.map(({ heading, rows }) => {
    const title =
      heading === undefined
        ? ""
        : `<tr${row}><th scope="rowgroup" colspan="${head.length}"${stacks ? ' role="rowheader"' : ""}>${heading}</th></tr>\n`;
    return `<tbody${group}>\n${title}${rows.map((cells) => htmlRow(cells, names, row)).join("\n")}\n</tbody>`;
  });
  return `<table${table}${stacks ? ' class="stacks"' : ""}>\n<caption>${caption}</caption>\n<thead${group}><tr${row}>${headRow}</tr></thead>\n${bodies.join("\n")}\n</table>`;
}

/** @param names Names of the columns; none where the table isn't stacked. */
function htmlRow(cells: readonly Cell[], names: readonly string[], role: string): string {
  const tags = cells.map(({ html, isShort }, i) => {
    const isLong = LONG_WORD.test(html);
    const look = isLong ? ' class="long"' : isShort && i > 0 ? ' class="short"' : "";
    const name = names[i];
    if (i === 0) return `<th scope="row"${name === undefined ? "" : ' role="rowheader"'}${look}>${html}</th>`;
    const label = name === undefined || html === "" ? "" : ` data-label="${name}"`;
    return `<td${name === undefined ? "" : ' role="cell"'}${look}${label}>${html}</td>`;
  });
  return `<tr${role}>${tags.join("")}</tr>`;
}
