import { escapeHtml } from "../escape-html.ts";
import { plainText } from "../plain-text.ts";
import { PAGE_STYLE } from "./style.ts";

/** Nothing is loaded and nothing runs: style, pictures and fonts stand in the file itself. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/** Text from a file, set apart so that its direction cannot disturb what stands around it. */
export function ownText(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/** A sentence of ours, which may quote a file: a number is kept on one line with its "%". */
export function sentenceHtml(sentence: string): string {
  return `<bdi>${escapeHtml(sentence).replace(/[\d.]+ %/gu, '<span class="whole">$&</span>')}</bdi>`;
}

/**
 * A page that works offline and without scripts.
 *
 * @param title Text.
 * @param body HTML.
 * @param width `wide` for tables with pictures.
 */
export function page(title: string, body: string, width: "text" | "wide" = "text"): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="nof1">
<title>${escapeHtml(plainText(title))}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main${width === "wide" ? ' class="wide"' : ""}>
${body}
</main>
</body>
</html>
`;
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

/** A table with a caption; the first cell of each row is its header. Caption and head are HTML. */
export function htmlTable(caption: string, head: readonly string[], groups: readonly RowGroup[]): string {
  const headRow = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const bodies = groups.map(({ heading, rows }) => {
    const title =
      heading === undefined ? "" : `<tr><th scope="rowgroup" colspan="${head.length}">${heading}</th></tr>\n`;
    return `<tbody>\n${title}${rows.map(htmlRow).join("\n")}\n</tbody>`;
  });
  return `<table>\n<caption>${caption}</caption>\n<thead><tr>${headRow}</tr></thead>\n${bodies.join("\n")}\n</table>`;
}

function htmlRow(cells: readonly Cell[]): string {
  const tags = cells.map(({ html, isShort }, i) => {
    if (i === 0) return `<th scope="row">${html}</th>`;
    return isShort ? `<td class="short">${html}</td>` : `<td>${html}</td>`;
  });
  return `<tr>${tags.join("")}</tr>`;
}
