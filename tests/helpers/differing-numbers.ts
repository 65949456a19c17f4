/**
 * Where two JSON values differ: texts and shapes at all, numbers by more than a share of the larger one; draws, which are
 * on a log or logit scale, by more than that share of the larger one or of 1.
 *
 * @returns One line for each difference, with its path.
 */
export function differingNumbers(a: unknown, b: unknown, relative: number, path = "result"): string[] {
  if (typeof a === "number" && typeof b === "number") {
    const least = path.includes(".draws.") ? 1 : 0;
    const most = relative * Math.max(Math.abs(a), Math.abs(b), least);
    return a === b || Math.abs(a - b) <= most ? [] : [`${path}: ${a} and ${b}`];
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return a === b ? [] : [`${path}: ${String(a)} and ${String(b)}`];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differingNumbers(
      (a as Record<string, unknown>)[key],
      (b as Record<string, unknown>)[key],
      relative,
      `${path}.${key}`,
    ),
  );
}

/** How many numbers a JSON value holds. */
export function countNumbers(value: unknown): number {
  if (typeof value === "number") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((count: number, entry) => count + countNumbers(entry), 0);
}
