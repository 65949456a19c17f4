import type { PooledSeries, SeriesSummary } from "../../schema/index.ts";

/** Columns of what a series counted, as text. */
export interface SeriesCounts {
  heads: string[];
  /** One row for each series. */
  cells: string[][];
}

/** A column and what its cell says; undefined where the series does not give it. */
interface CountColumn {
  head: string;
  cell(summary: SeriesSummary, n: number | null): string | undefined;
}

function over(top: number | undefined, bottom: number | undefined): string | undefined {
  return top === undefined || bottom === undefined ? undefined : `${top}/${bottom}`;
}

const treated: CountColumn = { head: "Treated", cell: ({ events, n }) => over(events, n) };
const control: CountColumn = {
  head: "Control",
  cell: ({ events_control, n_control }) => over(events_control, n_control),
};

/** Sets of columns, the most telling first; the first one that every series fills is taken. */
const COLUMNS: readonly (readonly CountColumn[])[] = [
  [treated, control],
  [
    { head: "Treated", cell: ({ events, time }) => over(events, time) },
    { head: "Control", cell: ({ events_control, time_control }) => over(events_control, time_control) },
  ],
  [{ head: "Events/n", cell: ({ events, n }) => over(events, n) }],
  [{ head: "Events/time", cell: ({ events, time }) => over(events, time) }],
  [
    { head: "n", cell: ({ n, n_control }) => (n_control === undefined ? undefined : n?.toString()) },
    { head: "n control", cell: ({ n_control }) => n_control?.toString() },
  ],
  [{ head: "n", cell: ({ n }, patients) => (n ?? patients ?? undefined)?.toString() }],
];

/** What each series counted: events among patients, or patients alone; no column where nothing is known of all. */
export function seriesCounts(series: readonly PooledSeries[]): SeriesCounts {
  for (const columns of COLUMNS) {
    const cells = series.map(({ summary, n }) => columns.map(({ cell }) => cell(summary ?? {}, n)));
    if (cells.every((row): row is string[] => row.every((cell) => cell !== undefined)))
      return { heads: columns.map(({ head }) => head), cells };
  }
  return { heads: [], cells: series.map(() => []) };
}

/** Patients of all series together; null where one doesn't say. */
export function patientsOf(series: readonly PooledSeries[]): number | null {
  const counts = series.map(({ n }) => n);
  return counts.every((n) => n !== null) ? counts.reduce((sum, n) => sum + n, 0) : null;
}
