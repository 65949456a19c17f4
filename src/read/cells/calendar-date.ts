import type { CellKind } from "./cell-kind.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * The ISO date of a day.
 *
 * @param days Whole days since 1970-01-01.
 * @returns `yyyy-mm-dd`.
 * @example
 * isoDate(12_570); // "2004-06-01"
 */
export function isoDate(days: number): string {
  return new Date(days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** A cell with an ISO date that stands in the calendar, read as days since 1970-01-01. */
export const calendarDate: CellKind<number> = {
  needs: "a date of the calendar written yyyy-mm-dd",
  read: (cell) => {
    const text = typeof cell === "string" ? cell.trim() : "";
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return undefined;
    const days = Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_PER_DAY;
    return Number.isFinite(days) && isoDate(days) === text ? days + 0 : undefined;
  },
};
