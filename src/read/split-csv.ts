/** Why a CSV file cannot be read any further. */
export type CsvProblem = "quote-not-closed" | "text-after-quote" | "quote-within-field";

const QUOTE = '"';

/** Where the quote stands that closes a field; a doubled one is a character. −1 where there is none. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from);
  while (at !== -1 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || character === "\n" || character === "\r";
}

/** Where a field without quotes ends. */
function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] !== delimiter && !isLineEnd(text[at])) at++;
  return at;
}

/** The field that begins at a place, and where what follows it begins. */
function fieldAt(text: string, from: number, delimiter: string): { field: string; end: number } | CsvProblem {
  if (text[from] !== QUOTE) {
    const end = plainEnd(text, from, delimiter);
    const field = text.slice(from, end);
    return field.includes(QUOTE) ? "quote-within-field" : { field, end };
  }
  const closing = closingQuote(text, from + 1);
  if (closing === -1) return "quote-not-closed";
  const end = closing + 1;
  if (text[end] !== delimiter && !isLineEnd(text[end])) return "text-after-quote";
  return { field: text.slice(from + 1, closing).replaceAll('""', QUOTE), end };
}

/**
 * Splits CSV as RFC 4180 has it, with records of any length and lines that end in any of the three ways.
 *
 * Written here because csv-parse's build for browsers does not run in Deno, which has no `__proto__`; a test holds it to
 * csv-parse's.
 *
 * @param text Without a byte order mark; a blank line is a record with one blank field.
 * @param delimiter One character.
 * @param keep Called with the fields of each record, in their order.
 * @returns Why reading stopped within the record after those; null where it reached the end.
 * @see RFC 4180, section 2. doi:10.17487/RFC4180
 */
export function splitCsv(
  text: string,
  delimiter: string,
  keep: (fields: string[]) => void,
): CsvProblem | null {
  let at = 0;
  while (at < text.length) {
    const fields: string[] = [];
    for (let begins = true; begins; ) {
      const found = fieldAt(text, at, delimiter);
      if (typeof found === "string") return found;
      fields.push(found.field);
      begins = text[found.end] === delimiter;
      at = begins ? found.end + 1 : found.end;
    }
    keep(fields);
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return null;
}
