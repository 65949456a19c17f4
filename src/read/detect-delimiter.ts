/** What may stand between two fields of a CSV file. */
export type Delimiter = "," | ";" | "\t";

/**
 * The delimiter of a CSV file, by its first line that holds anything: the one it has most of outside quotes.
 *
 * @param text The file, without a byte order mark.
 * @returns The delimiter, the first of `,` `;` tab where equally many; `,` where there is none.
 * @example
 * detectDelimiter('day;"score, worst"\n0;7'); // ";"
 */
export function detectDelimiter(text: string): Delimiter {
  const counts: Record<Delimiter, number> = { ",": 0, ";": 0, "\t": 0 };
  let quoted = false;
  for (let i = Math.max(0, text.search(/\S/u)); i < text.length; i++) {
    const character = text[i] as string;
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === "\n" || character === "\r") break;
    else if (character in counts) counts[character as Delimiter] += 1;
  }
  const delimiters = Object.keys(counts) as Delimiter[];
  return delimiters.reduce((most, next) => (counts[next] > counts[most] ? next : most));
}
