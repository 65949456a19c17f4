import type { PooledSeries } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";

/** Columns of counts, which stand in the table of each series already. */
const COUNTED: readonly string[] = ["events", "n", "time", "events_control", "n_control", "time_control"];

/** The numbers of each series as the file gives them; none where they are counts or estimates. */
export function asReadTable(series: readonly Pick<PooledSeries, "series" | "summary">[]): WordTable[] {
  const columns = [...new Set(series.flatMap(({ summary }) => Object.keys(summary ?? {})))];
  if (columns.every((column) => COUNTED.includes(column))) return [];
  return [
    {
      caption: "The numbers of each series as the file gives them; “–” where it gives none.",
      head: ["Series", ...columns],
      groups: [
        {
          rows: series.map(({ series: name, summary }) => [
            name,
            ...columns.map((column) => String(summary?.[column] ?? "–").replace("-", "−")),
          ]),
        },
      ],
    },
  ];
}
