import { plainText, withoutControls } from "./plain-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Replaces what HTML reads as more than text. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ENTITIES[character]!);
}

/**
 * Escapes text for HTML or SVG, as content or as a quoted attribute. Marks of writing direction, which could reorder what
 * stands beside them, become U+FFFD.
 *
 * @example
 * escapeHtml('<b title="x">'); // "&lt;b title=&quot;x&quot;&gt;"
 */
export function escapeHtml(text: string): string {
  return escaped(plainText(text));
}

/**
 * Text from a file as HTML, set apart so that its direction cannot disturb what stands around it.
 *
 * @example
 * isolatedHtml("P\u202e01"); // "<bdi>P\u202e01</bdi>"
 */
export function isolatedHtml(text: string): string {
  return `<bdi>${escaped(withoutControls(text))}</bdi>`;
}
