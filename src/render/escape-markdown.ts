import { plainText } from "./plain-text.ts";

/**
 * Escapes text for Markdown, so that it is shown as it stands: no markup, no HTML, no links, no new table cell.
 *
 * @example
 * escapeMarkdown("a|b <i>"); // "a\|b &lt;i&gt;"
 */
export function escapeMarkdown(text: string): string {
  return plainText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]{}#|~!$]/gu, "\\$&")
    .replace(/^([-+=]+|\d+[.)])(?=\s|$)/u, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
