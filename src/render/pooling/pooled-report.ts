import type { PooledResult } from "../../schema/index.ts";
import type { WordReport } from "../words/word-report.ts";
import { pooledAnswer } from "./pooled-answer.ts";
import { answersTable, differenceTable, moderatorsTable, seriesTable } from "./pooled-tables.ts";
import { differenceSentences, leftOutSentences, meaningSentences } from "./pooled-words.ts";
import { readPool } from "./read-pool.ts";
import { patientsOf } from "./series-counts.ts";

/** "3 series pooled", "1 series, not pooled". */
export function poolSubject({ nSeries }: PooledResult): string {
  return nSeries === 1 ? "1 series, not pooled" : `${nSeries} series pooled`;
}

/** A pool in words, before it is set as text, Markdown or HTML. */
export function pooledReport(result: PooledResult): WordReport {
  const patients = patientsOf(result.series);
  const { measure, leftOut, warnings } = result;
  return {
    name: readPool(result).label,
    subject: poolSubject(result),
    meta: [
      ...(patients === null ? [] : [`${patients} patients`]),
      `measure ${measure}`,
      ...(leftOut.length > 0 ? [`${leftOut.length} left out`] : []),
    ],
    answer: pooledAnswer(result),
    sections: [
      { id: "answers", heading: "What the series say together", sentences: [], tables: answersTable(result) },
      {
        id: "differences",
        heading: "How far do the series differ?",
        sentences: differenceSentences(result),
        tables: differenceTable(result),
      },
      {
        id: "series",
        heading: "What each series says",
        sentences: [],
        tables: [seriesTable(result), ...moderatorsTable(result)],
      },
      { id: "left-out", heading: "What was left out", sentences: leftOutSentences(result), tables: [] },
      {
        id: "meaning",
        heading: "What this can and cannot mean",
        sentences: meaningSentences(result),
        tables: [],
      },
      {
        id: "warnings",
        heading: "Warnings",
        sentences: warnings.map(({ message }) => (/[.!?]$/u.test(message) ? message : `${message}.`)),
        tables: [],
      },
    ],
  };
}
