import { escapeHtml } from "../escape-html.ts";
import { plainText } from "../plain-text.ts";
import { contentPolicy, type PageContent } from "./content-policy.ts";

/** A page to be written. */
export interface HtmlDocument extends PageContent {
  /** Text. */
  title: string;
  /** `wide` for tables with pictures. */
  width: "text" | "wide";
}

/** Longer titles of windows are cut off by every browser. */
const LONGEST_TITLE = 300;

function shortTitle(title: string): string {
  const text = plainText(title);
  return text.length <= LONGEST_TITLE ? text : `${[...text].slice(0, LONGEST_TITLE).join("")}…`;
}

/** A page up to the opening tag of its content: its language, its policy, its title and its style. */
export function documentStart({ title, width, ...content }: HtmlDocument): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(content)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="nof1">
<title>${escapeHtml(shortTitle(title))}</title>
<style>${content.style}</style>
</head>
<body>
<main${width === "wide" ? ' class="wide"' : ""}>
`;
}

/** A page from the end of its content on, with its scripts. */
export function documentEnd(scripts: readonly string[] = []): string {
  const tags = scripts.map((script) => `<script>${script}</script>\n`).join("");
  return `</main>\n${tags}</body>\n</html>\n`;
}
