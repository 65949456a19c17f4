import { isWide } from "../display-width.ts";
import { graphemes } from "../plain-text.ts";

const NARROWEST = 0.3;

/** Advance widths of Inter in em, by class of character, rounded up. */
const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/^[ijlI.,:;'!| ·]$/u, NARROWEST],
  [/^[frt()[\]/\\1"*^`{}-]$/u, 0.43],
  [/^[mMwW%@…]$/u, 0.98],
  [/^[A-HJ-LN-VX-Z]$/u, 0.73],
];

function emOf(character: string): number {
  const match = CLASSES.find(([pattern]) => pattern.test(character));
  return match ? match[1] : isWide(character.codePointAt(0) ?? 0) ? 1 : 0.61;
}

/** Widths of the first 256 characters, which nearly every text is made of. */
const LATIN: readonly number[] = Array.from({ length: 256 }, (_, code) => emOf(String.fromCharCode(code)));

/**
 * Estimates how wide text is drawn, since no canvas measures it; within a few per cent of Inter, on the wide side.
 *
 * @returns Width in pixels.
 */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += LATIN[character.codePointAt(0)!] ?? emOf(character);
  return em * fontSize;
}

function fillLines(words: readonly string[], fontSize: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, fontSize) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Breaks text at spaces into as few lines as fit the width, of about equal length; a number stays with its "%".
 *
 * @param width In pixels.
 */
export function wrapText(text: string, fontSize: number, width: number): string[] {
  const words = text.replace(/(\d) %/gu, "$1\u00a0%").split(/ +/u);
  let lines = fillLines(words, fontSize, width);
  for (let narrower = width - 10; narrower > 0; narrower -= 10) {
    const next = fillLines(words, fontSize, narrower);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines.map((line) => line.replaceAll("\u00a0", " "));
}

/** Shortens text so that it fits a width in pixels, the last character then "…". */
export function truncateToWidth(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  // No character is narrower than this, so what lies beyond cannot fit.
  const most = Math.max(2, Math.ceil(width / (NARROWEST * fontSize)));
  const characters = graphemes(text.slice(0, 2 * most));
  const shortened = (length: number): string => `${characters.slice(0, length).join("").trimEnd()}…`;
  let length = 0;
  while (length + 1 < characters.length && textWidth(shortened(length + 1), fontSize) <= width) length++;
  return shortened(length);
}
