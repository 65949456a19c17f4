/** Steps from one word to another: letters put in, left out, changed, or two neighbours swapped. */
function distance(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= to.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const changed = rows[i - 1]![j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? rows[i - 2]![j - 2]! + 1
          : Number.POSITIVE_INFINITY;
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, changed, swapped);
    }
  }
  return rows[from.length]![to.length]!;
}

/**
 * The known word that was probably meant: two in five of its letters may be wrong.
 *
 * @see Damerau (1964), Commun ACM 7:171–176, the four kinds of error. doi:10.1145/363958.363994
 */
function closestWord(word: string, known: readonly string[]): string | undefined {
  const wrong = known.map((other) => ({ other, steps: distance(word.toLowerCase(), other.toLowerCase()) }));
  const [best] = wrong.sort((a, b) => a.steps - b.steps);
  return best && best.steps <= Math.max(1, Math.round(0.4 * best.other.length)) ? best.other : undefined;
}

/** ` (did you mean "plateau"?)` or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = closestWord(word, known);
  return meant === undefined ? "" : ` (did you mean "${meant}"?)`;
}
