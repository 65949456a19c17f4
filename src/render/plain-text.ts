const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;
const CONTROLS = /\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
const BIDI_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Each of these is a character of its own. */
const ASCII = /^[ -~]*$/u;
const REPLACEMENT = "\ufffd";

/**
 * Makes text from a file safe to write as XML or HTML text: line breaks become spaces; control characters (with them
 * ANSI escapes) and lone surrogates become U+FFFD. Marks of writing direction stay.
 *
 * @example
 * withoutControls("a\u001b[31mb\nc"); // "a\ufffd[31mb c"
 */
export function withoutControls(text: string): string {
  return text.replace(LINE_BREAKS, " ").replace(CONTROLS, REPLACEMENT);
}

/**
 * Makes text from a file safe for a terminal, a chart or Markdown: as `withoutControls`, and marks of writing direction,
 * which could reorder what stands beside them, become U+FFFD too.
 *
 * @example
 * plainText("P\u202e01"); // "P\ufffd01"
 */
export function plainText(text: string): string {
  return withoutControls(text).replace(BIDI_MARKS, REPLACEMENT);
}

/**
 * As `plainText`, but line breaks stay: words of a picture, which may stand in several lines.
 *
 * @example
 * plainLines("P\u202e01\nB\u0007"); // "P\ufffd01\nB\ufffd"
 */
export function plainLines(text: string): string {
  return text.split("\n").map(plainText).join("\n");
}

/** What a reader sees as one character each: `é`, `👩‍🔬`. */
export function graphemes(text: string): string[] {
  if (ASCII.test(text)) return text.split("");
  return Array.from(
    new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text),
    (part) => part.segment,
  );
}

/**
 * Shortens text to at most `length` characters, the last of them "…".
 *
 * @example
 * truncateText("abcdef", 4); // "abc…"
 */
export function truncateText(text: string, length: number): string {
  const characters = graphemes(text);
  if (characters.length <= length) return text;
  return `${characters
    .slice(0, length - 1)
    .join("")
    .trimEnd()}…`;
}
