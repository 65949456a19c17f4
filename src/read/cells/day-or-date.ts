import { calendarDate } from "./calendar-date.ts";
import type { CellKind } from "./cell-kind.ts";
import { decimalNumber } from "./decimal-number.ts";

/** How a day is told: by counting from any origin, or by the calendar (then `value` is days since 1970-01-01). */
export interface ToldDay {
  told: "day" | "date";
  value: number;
}

/** A cell with a number of days or an ISO date. */
export const dayOrDate: CellKind<ToldDay> = {
  needs: "a number of days, or a date of the calendar written yyyy-mm-dd",
  read: (cell, decimalComma) => {
    const date = calendarDate.read(cell, decimalComma);
    if (date !== undefined) return { told: "date", value: date };
    const day = decimalNumber.read(cell, decimalComma);
    return day === undefined ? undefined : { told: "day", value: day };
  },
};
