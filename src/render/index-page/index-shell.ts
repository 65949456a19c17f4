import { documentEnd, documentStart } from "../html/document.ts";
import { PAGE_STYLE } from "../html/style.ts";
import { INDEX_SCRIPT } from "./index-script.ts";

const INDEX_STYLE = `
.controls { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; margin: 1rem 0 0; }
.controls output { color: var(--quiet); font-size: .875rem; }
thead button { all: unset; cursor: pointer; text-decoration: underline dotted; text-underline-offset: .2em; }
thead button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[aria-sort="ascending"] button::after { content: " ↑"; }
[aria-sort="descending"] button::after { content: " ↓"; }
td img { display: block; width: 10rem; height: 7rem; object-fit: contain; object-position: left top; }
.status { white-space: nowrap; }
@media screen and (max-width: 44rem) {
  .reports, .reports caption, .reports :is(thead, tbody, tr, th, td) { display: block; border: 0; padding: .1rem 0; }
  .reports thead tr { display: flex; flex-wrap: wrap; gap: 0 1rem; }
  .reports tbody tr { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .reports td.short, .reports tr[hidden] { display: none; }
}
@media print {
  .controls { display: none; }
  thead button { text-decoration: none; }
  .reports tbody th { min-width: 7rem; }
}
`;

const scriptsOf = (sortable: boolean): string[] => (sortable ? [INDEX_SCRIPT] : []);

/**
 * Head of an index, up to the title above its table. Its pictures come from its own folder only.
 *
 * @param sortable Whether the table can be sorted and filtered, by the one script that may run.
 */
export function indexOpening(sortable: boolean): string {
  const start = documentStart({
    title: "Response to treatment: reports",
    width: "wide",
    style: `${PAGE_STYLE}${INDEX_STYLE}`,
    scripts: scriptsOf(sortable),
    pictures: true,
  });
  return `${start}<h1>Response to treatment</h1>\n`;
}

/** End of an index, with the script that works on the table above it. */
export function indexClosing(sortable: boolean): string {
  return documentEnd(scriptsOf(sortable));
}
