import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatDay } from "../format-number.ts";

/** Scores as they were read, on their days. */
export function scoresReadTable(scores: readonly { day: number; score: string }[]): WordTable {
  return {
    caption: "Scores, by days in the patient’s own count.",
    head: ["Day", "Score"],
    groups: [{ rows: scores.map(({ day, score }) => [formatDay(day), score]) }],
  };
}
