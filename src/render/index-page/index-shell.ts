import { PAGE_STYLE } from "../html/style.ts";
import { INDEX_SCRIPT, INDEX_SCRIPT_HASH } from "./index-script.ts";

const INDEX_STYLE = `
.controls { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; margin: 1rem 0 0; }
.controls output { color: var(--quiet); font-size: .875rem; }
thead button { all: unset; cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
thead button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[aria-sort="ascending"] button::after { content: " ↑"; }
[aria-sort="descending"] button::after { content: " ↓"; }
td img { display: block; width: 10rem; height: 7rem; object-fit: contain; object-position: left top; }
.status { white-space: nowrap; }
@media (max-width: 44rem) {
  .reports, .reports caption, .reports :is(thead, tbody, tr, th, td) { display: block; border: 0; padding: .1rem 0; }
  .reports thead tr { display: flex; flex-wrap: wrap; gap: 0 1rem; }
  .reports tbody tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .reports td.short, .reports tr[hidden] { display: none; }
}
@media print { .controls { display: none; } }
`;

/** Pictures come from the folder of the index only; one script may run, by its hash. */
const policy = (script: boolean): string =>
  [
    "default-src 'none'",
    ...(script ? [`script-src '${INDEX_SCRIPT_HASH}'`] : []),
    "style-src 'unsafe-inline'",
    "img-src 'self' file: data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/**
 * Head of an index, up to the opening tag of its content.
 *
 * @param script Whether the table can be sorted and filtered.
 */
export function indexOpening(script: boolean): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="nof1">
<title>Response to treatment: reports</title>
<style>${PAGE_STYLE}${INDEX_STYLE}</style>
</head>
<body>
<main class="wide">
<h1>Response to treatment</h1>
`;
}

/** End of an index, with the script that works on the table above it. */
export function indexClosing(script: boolean): string {
  return `${script ? `<script>${INDEX_SCRIPT}</script>\n` : ""}</main>\n</body>\n</html>\n`;
}
