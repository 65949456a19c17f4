/** What the cells of a column may hold, and how they are read. */
export interface CellKind<T> {
  /** What the cell must be, to follow "must be" in a message: `a number`. */
  needs: string;
  /**
   * Reads one cell that is not missing.
   * @param cell Text of a CSV cell, or any JSON value.
   * @param decimalComma True where `7,5` is a number.
   * @returns The value; undefined where the cell holds something else.
   */
  read(cell: unknown, decimalComma: boolean): T | undefined;
}

/**
 * Whether a cell says that nothing is known.
 *
 * @param cell Text of a CSV cell, or any JSON value.
 * @returns True for null, undefined, and text that is empty, `NA` or `.`.
 * @example
 * isMissing(" NA "); // true
 */
export function isMissing(cell: unknown): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell !== "string") return false;
  const text = cell.trim();
  return text === "" || text === "NA" || text === ".";
}
