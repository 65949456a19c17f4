import { parse } from "csv-parse/sync";
import type { NameOf } from "./named-commands.ts";

/** What a careless program would run, load, or let disturb the words beside it. */
const attacks: readonly string[] = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "=cmd|' /C calc'!A0",
  "</title><svg onload=alert(1)>",
  "]]></style></script><script>alert(1)</script>",
  "abc\u202egnp.exe\u202c\u2066x\u2069\u200f",
  "[x](javascript:alert(1)) ![x](http://127.0.0.1:9/x.png)",
  "a|b `code` **bold** <http://127.0.0.1:9/>",
  "first\n# injected\n- injected\n\n| injected |",
  "nul \u0000 bell \u0007 escape \u001b[31m delete \u007f next \u0085 feff \ufeff",
  "lone \ud800 and \udc00 here \uffff",
  "{{7*7}} #{7*7} &lt;script&gt; %3Cscript%3E",
];

/** First characters that make a formula of a text. */
const FIRST = ["=", "+", "-", "@", "\t=", "\r=", "\uff1d", "\n-", " ="];

/** More than 10,000 characters, each of two code points. */
const LONG = "Wj\u0301".repeat(3500);

/** Every attack in every name, each number beginning with another one; every third name overflows whatever it stands in. */
export const hostileNames: NameOf = (n) => {
  const start = n % attacks.length;
  const all = [...attacks.slice(start), ...attacks.slice(0, start)].join(" ");
  return `${FIRST[n % FIRST.length]}${all}${n % 3 === 1 ? LONG : ""} #${n}`;
};

/** Tags that pages and pictures of this package are made of. */
const TAGS = new Set(
  (
    "!doctype html head meta title style body main header section h1 h2 h3 p ul li figure figcaption table caption " +
    "thead tbody tr th td bdi span details summary pre code a strong em div br dl dt dd ol footer nav " +
    "svg g path line text tspan rect circle desc defs clippath lineargradient stop marker"
  ).split(" "),
);

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}|[\ufffe\uffff]/u;

/** What is wrong with a page or a picture; empty where all that a file said is text. */
export function activeMarkup(markup: string): string[] {
  const withoutStyle = markup.replace(/<style>[\s\S]*?<\/style>/gu, "");
  const problems: string[] = [];
  if (CONTROLS.test(markup)) problems.push("a control character");
  if (BIDI.test(withoutStyle.replace(/<bdi>[^<]*(?:<span[^>]*>[^<]*<\/span>[^<]*)*<\/bdi>/gu, "")))
    problems.push("a mark of writing direction outside <bdi>");
  for (const [tag, name] of withoutStyle.matchAll(/<\/?([^\s>/]*)[^>]*>/gu)) {
    if (!TAGS.has(name!.toLowerCase())) problems.push(tag.slice(0, 80));
    const attributes = tag.replace(/="[^"]*"/gu, '=""');
    if (/\son\w+\s*=/iu.test(attributes) || /["'<]/u.test(attributes.replace(/=""/gu, "").slice(1)))
      problems.push(`an attribute: ${tag.slice(0, 80)}`);
    if (/(?:href|src)="(?!\.{0,2}\/|#|data:)/iu.test(tag)) problems.push(`a link: ${tag.slice(0, 80)}`);
  }
  if (/<(?![a-z/!])/iu.test(withoutStyle)) problems.push("a bare <");
  return problems;
}

/** What a reader of Markdown would run, load or set as more than text. */
export function activeMarkdown(markdown: string): string[] {
  const problems: string[] = [];
  if (CONTROLS.test(markdown)) problems.push("a control character");
  if (BIDI.test(markdown)) problems.push("a mark of writing direction");
  // What stands between fences is shown as it stands.
  const plain = markdown.replace(/^(`{3,})sh\n[\s\S]*?\n\1$/gmu, "").replace(/\\[\s\S]/gu, "");
  if (/^\s*(?:#|-|\|) ?injected/mu.test(plain)) problems.push("an injected line");
  if (/\]\(/u.test(plain)) problems.push("a link");
  if (/<[a-z/!]/iu.test(plain)) problems.push("a tag");
  if (/(?<!`)`[^`\n]*code|\*\*bold/u.test(plain)) problems.push("injected emphasis");
  for (const block of plain.split(/\n(?!\|)/u).filter((lines) => /^\|.*\n\| ?---/u.test(lines.trimStart()))) {
    const widths = new Set(
      block
        .trim()
        .split("\n")
        .map((line) => line.split("|").length),
    );
    if (widths.size > 1) problems.push(`a table of uneven rows: ${[...widths].join(", ")}`);
  }
  return problems;
}

/** Cells of CSV that a spreadsheet would run, and rows that fall apart. */
export function activeCsv(csv: string): string[] {
  const problems: string[] = [];
  if (CONTROLS.test(csv.replaceAll("\r", ""))) problems.push("a control character");
  const rows: string[][] = parse(csv, { relaxColumnCount: false });
  for (const cell of rows.flat()) {
    if (
      /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) &&
      !/^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/u.test(cell)
    )
      problems.push(cell.slice(0, 40));
    if (/^[\t\r\n]/u.test(cell)) problems.push("white space first");
  }
  return problems;
}

/** What is wrong with JSON as a file: halves of characters and orders to a terminal. */
export function activeJson(json: string): string[] {
  JSON.parse(json);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return /[\u0000-\u0009\u000b-\u001f]|\p{Cs}/u.test(json) ? ["a control character"] : [];
}

/** What a terminal would take for an order, or show in another order. */
export function activeText(text: string): string[] {
  const problems: string[] = [];
  if (CONTROLS.test(text) || /[\t\r]/u.test(text)) problems.push("a control character");
  if (BIDI.test(text)) problems.push("a mark of writing direction");
  if (/^\s*(?:#|-|\|) injected/mu.test(text)) problems.push("an injected line");
  return problems;
}
