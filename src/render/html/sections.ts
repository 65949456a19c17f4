import { escapeHtml } from "../escape-html.ts";
import { sentenceHtml } from "./page.ts";

/** A section of a page under its heading; content is HTML. */
export function section(id: string, heading: string, ...content: string[]): string {
  return [`<section id="${id}">`, `<h2>${escapeHtml(heading)}</h2>`, ...content, "</section>"].join("\n");
}

/** Sentences as a list. */
export function listOf(sentences: readonly string[]): string {
  return `<ul>\n${sentences.map((sentence) => `<li>${sentenceHtml(sentence)}</li>`).join("\n")}\n</ul>`;
}

/** Content that is folded away on a screen until it is asked for; content is HTML. */
export function folded(summary: string, content: string): string {
  return `<details>\n<summary>${escapeHtml(summary)}</summary>\n${content}\n</details>`;
}
