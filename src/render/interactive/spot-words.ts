import { plainText, truncateText } from "../plain-text.ts";
import type { DraftSpot, Reading } from "./draft-spot.ts";
import type { PlacedItem } from "./scene.ts";

/** Words stand in a row if they are no farther from its middle than this, in pixels. */
const SAME_ROW = 5;
/** Farther from its marks a name is not that of their row. */
const NEAR_ROW = 16;
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
export function rowName(words: readonly PlacedItem[], { x, y }: PlacedItem, left: number): string {
  const inRow = words
    .filter((word) => Math.abs(word.y - y) <= SAME_ROW && wordsOf(word) !== "")
    .sort((a, b) => a.x - b.x);
  const [name] = words
    .filter((word) => word.x <= left + 1 && Math.abs(word.y - y) <= NEAR_ROW && wordsOf(word) !== "")
    .sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y) || a.x - b.x);
  if (!name) return "";
  const answers = inRow.filter((word) => word !== name).filter((word) => isAnswer(wordsOf(word)));
  // Of several panels in a row each has its numbers behind its marks.
  const own = answers.find((word) => word.x >= x) ?? answers.at(-1);
  const answer = own && wordsOf(own);
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
export function spotWords({ x, y, heading, said: own, row }: DraftSpot): string {
  if (own !== "") return truncateText(own, LONGEST);
  const hasAnswer = row.includes(": ") && isAnswer(row);
  const parts = hasAnswer ? [answeredRow(row, x)] : [row, readingWords(x), readingWords(y)];
  const said = parts.filter((part) => part !== "");
  return said.length === 0
    ? ""
    : truncateText([...(heading === "" ? [] : [heading]), ...said].join("; "), LONGEST);
}
