/** Names longer than this are no slip of the pen. */
const LONGEST = 40;

/** Levenshtein's distance: insertions, deletions and substitutions between two words. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}

function isNear(word: string, name: string, distance: number): boolean {
  const withinTypos = distance <= Math.floor(0.4 * Math.max(word.length, name.length));
  const oneHoldsTheOther = word.length >= 3 && (name.includes(word) || word.includes(name));
  return withinTypos || oneHoldsTheOther;
}

function asWord(name: string): string {
  return name.toLowerCase().replace(/[\s-]+/gu, "_");
}

/**
 * Whether a name looks like a slip of the pen in a known one: the same but for capitals, spaces and hyphens, or with up
 * to two letters of five or more wrong.
 *
 * @param name The name found, in a place where other names are welcome too.
 * @param known The names that mean something.
 * @example
 * isSlip("Patinet", ["patient"]); // true
 */
export function isSlip(name: string, known: readonly string[]): boolean {
  const word = asWord(name);
  if (name.length > LONGEST) return false;
  return known.some((other) => editDistance(word, other) <= (other.length < 5 ? 0 : 2));
}

/**
 * The known name that was probably meant.
 *
 * Capitals, spaces and hyphens count for nothing; two letters in five may differ, or one may hold the other.
 *
 * @param name The name found.
 * @param known The names there are.
 * @returns The nearest, the first of equals; undefined where none is near.
 * @example
 * nearestName("Score", ["day", "score"]); // "score"
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined;
  const word = asWord(name);
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least && isNear(word, candidate, distance)) {
      nearest = candidate;
      least = distance;
    }
  }
  return nearest;
}
