import { plainText, truncateText } from "../plain-text.ts";
import type { DraftSpot, Reading } from "./draft-spot.ts";
import type { PlacedItem } from "./scene.ts";

/** Words stand in a row if they are no farther from its middle than this, in pixels. */
const SAME_ROW = 5;
const LONGEST = 200;

function wordsOf({ item }: PlacedItem): string {
  const text = Array.isArray(item.text) ? item.text.join(" ") : String(item.text ?? "");
  return plainText(text).trim();
}

/** Numbers with what they stand between: "118 (102 to 140)", "61 to 93 %". */
const isAnswer = (words: string): boolean =>
  /\d/u.test(words) && /\bto\b|\(|\babove\b|\bbelow\b/u.test(words);

/**
 * What the picture itself writes in a row: its name, and its numbers where they stand there.
 *
 * @param left Where the drawing begins; names of rows stand before it.
 */
export function rowName(words: readonly PlacedItem[], { y }: PlacedItem, left: number): string {
  const inRow = words
    .filter((word) => Math.abs(word.y - y) <= SAME_ROW && wordsOf(word) !== "")
    .sort((a, b) => a.x - b.x);
  const [name] = inRow;
  if (!name || name.x > left + 1) return "";
  const answer = inRow.slice(1).map(wordsOf).find(isAnswer);
  return answer === undefined ? wordsOf(name) : `${wordsOf(name)}: ${answer}`;
}

/** At most three digits more than the whole part needs. */
function formatReading(value: number): string {
  const digits = Math.max(3, Math.floor(Math.log10(Math.abs(value) || 1)) + 1);
  return String(Number(value.toPrecision(digits))).replace("-", "\u2212");
}

function readingWords(reading: Reading | null): string {
  if (reading === null) return "";
  const { title, value, from, to } = reading;
  const span = [from, to].filter((end) => end !== null).map(formatReading);
  const isSpan = span.length === 2 && span[0] !== span[1];
  const isWithin = from !== null && to !== null && value !== null && value > from && value < to;
  if (value === null) {
    if (span.length === 0) return "";
    return `${title}: ${isSpan ? span.join(" to ") : span[0]}`;
  }
  return `${title}: ${formatReading(value)}${isSpan && isWithin ? ` (${span.join(" to ")})` : ""}`;
}

/** Whether an axis is one of time, by its unit. */
export function isTime({ title }: Reading): boolean {
  return /\b(?:days?|weeks?|months?|years?)\b/iu.test(title);
}

/** A row's own numbers, and on what axis they stand: on one of time counted from its beginning. */
function answeredRow(row: string, x: Reading | null): string {
  if (x === null) return row;
  if (!isTime(x)) return `${x.title}: ${row}`;
  return x.value === null ? row : `${row}; ${x.title}: ${formatReading(x.value)}`;
}

/** What a spot says; empty where nothing is known of it. */
export function spotWords({ x, y, row }: DraftSpot): string {
  const hasAnswer = row.includes(": ") && isAnswer(row);
  const parts = hasAnswer ? [answeredRow(row, x)] : [row, readingWords(x), readingWords(y)];
  return truncateText(parts.filter((part) => part !== "").join("; "), LONGEST);
}
