/** Style of every page: readable on a screen and on paper, all text at least 4.5 : 1 on its ground (WCAG AA). */
export const PAGE_STYLE = `
:root { color-scheme: light; --ink: #1f2933; --quiet: #4f5b64; --line: #d5dade; --ground: #f4f6f7; --accent: #00598c; --warn: #8a3600; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.55 Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.25rem 0 .5rem; }
p, ul { margin: .5rem 0; }
ul { padding-left: 1.2rem; }
li { margin: .2rem 0; }
a { color: var(--accent); }
.meta { color: var(--quiet); margin: 0 0 1.5rem; }
.small { color: var(--quiet); font-size: .875rem; margin: .25rem 0; }
.question { color: var(--quiet); margin: 0; }
.answer { font-size: 1.2rem; line-height: 1.45; font-weight: 600; margin: .25rem 0 1rem; }
.note { background: var(--ground); border-left: 4px solid var(--accent); padding: .6rem 1rem; margin: 1rem 0; }
.warnings { background: #fdf3ec; border-left: 4px solid var(--warn); padding: .1rem 1rem .6rem; margin: 2rem 0 0; }
.warnings h2 { margin-top: .75rem; }
figure { margin: 1.5rem 0; }
figure svg, td svg { display: block; max-width: 100%; height: auto; }
.picture { overflow-x: auto; }
.picture svg { max-width: max(100%, 40rem); }
.large svg { max-width: max(100%, 48rem); }
figcaption { color: var(--quiet); font-size: .875rem; }
@media screen and (max-width: 42rem) {
  .picture { margin: 0 -1rem; padding: 0 1rem; }
  figcaption::before { content: "Wider than this screen: move it sideways. "; }
}
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .9375rem; font-variant-numeric: tabular-nums; }
caption { overflow-wrap: anywhere; text-align: left; color: var(--quiet); font-size: .875rem; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th bdi, td bdi, th[scope="rowgroup"], .long { overflow-wrap: anywhere; }
thead th { color: var(--quiet); font-size: .875rem; border-bottom: 2px solid var(--line); }
th[scope="rowgroup"] { font-weight: 600; padding-top: 1rem; }
td.short, .whole { white-space: nowrap; }
.wide { max-width: 72rem; }
.wide td:last-child:has(svg) { width: 30rem; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
details { margin: .75rem 0; }
summary { color: var(--accent); cursor: pointer; font-size: .9375rem; }
pre, code { font: .8125rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
pre { background: var(--ground); padding: .75rem 1rem; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { color: var(--quiet); font-size: .875rem; margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
@media screen and (max-width: 34rem) {
  td.short { white-space: normal; }
  th, td { padding-right: .35rem; }
  tbody :is(th, td:not(.short)) { overflow-wrap: anywhere; }
  table { font-size: .875rem; }
  .stacks, .stacks :is(caption, tbody, tr, th, td) { display: block; border: 0; padding: 0; }
  .stacks thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacks tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .stacks tbody th { font-weight: 600; }
  .stacks td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); }
}
@media print {
  :root { --ink: #000; --quiet: #333; --line: #999; --ground: #fff; --accent: #000; --warn: #000; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .warnings { background: none; }
  pre { border: 1px solid var(--line); }
  .picture { overflow: visible; }
  .picture svg, .large svg { max-width: 100%; max-height: 85vh; }
  summary { list-style: none; font-weight: 600; }
  summary::-webkit-details-marker { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h2, summary, caption, thead, tr:has(> th[scope="rowgroup"]) { break-after: avoid; }
  figure, tr, .note, .warnings { break-inside: avoid; }
}
`;
