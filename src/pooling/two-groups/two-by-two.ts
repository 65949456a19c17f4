import { InputError } from "../../errors.ts";
import type { SeriesSummary } from "../../schema/series.ts";
import { twoGroupEvents } from "../effect-measures/event-counts.ts";

/** Events and patients of a treated and a control group. */
export interface TwoByTwo {
  /** Name for messages and tables; its place in the list where it is absent. */
  series?: string;
  events: number;
  n: number;
  events_control: number;
  n_control: number;
}

/** The four cells and the total of a table. */
export interface Cells {
  /** Treated, with and without the event. */
  a: number;
  b: number;
  /** Control, with and without the event. */
  c: number;
  d: number;
  total: number;
}

/** A table under its name. */
export interface NamedTable {
  series: string;
  summary: SeriesSummary;
  cells: Cells;
}

/**
 * Names the tables and checks their counts.
 *
 * @throws {InputError} with every count that can't be, or when there is no table.
 */
export function namedTables(tables: readonly TwoByTwo[]): NamedTable[] {
  if (tables.length === 0)
    throw new InputError([{ path: "tables", message: "needs at least one table, got none" }]);
  const named = tables.map(({ series, events, n, events_control, n_control }, i) => ({
    series: series ?? `Series ${i + 1}`,
    summary: { events, n, events_control, n_control },
    cells: {
      a: events,
      b: n - events,
      c: events_control,
      d: n_control - events_control,
      total: n + n_control,
    },
  }));
  const issues = named.flatMap(({ series, summary }) =>
    twoGroupEvents.checks.flatMap((check) =>
      check(summary).map(({ column, message }) => ({ path: series, column, message })),
    ),
  );
  if (issues.length > 0) throw new InputError(issues);
  return named;
}

/** Whether nobody, or everybody, had the event in both groups. */
export function isUninformative({ a, b, c, d }: Cells): boolean {
  return (a === 0 && c === 0) || (b === 0 && d === 0);
}
