import type { PooledBayesSensitivity, PooledResult } from "../../schema/index.ts";
import { poolMethods } from "../methods/pool-methods.ts";
import { closingPages } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { asReadTable } from "./as-read-table.ts";
import { closingSections } from "./closing-sections.ts";
import { moderatorsSection } from "./moderators-section.ts";
import { KNOWN_VARIANCES, NO_PRIORS, NORMAL_EFFECTS, poolAssumptions } from "./pool-assumptions.ts";
import { pooledAnswer } from "./pooled-answer.ts";
import { answersTable, differenceTable, moderatorsTable, seriesTable } from "./pooled-tables.ts";
import { differenceSentences } from "./pooled-words.ts";
import { priorSentences } from "./prior-words.ts";
import { assumesOneEffect, readPool } from "./read-pool.ts";
import { patientsOf } from "./series-counts.ts";

/** What is asked of a pool. */
const POOL_QUESTION = "What do these series say together, and how far do they differ?";

/** "3 series pooled", "1 series, not pooled". */
export function poolSubject({ nSeries }: PooledResult): string {
  return nSeries === 1 ? "1 series, not pooled" : `${nSeries} series pooled`;
}

/**
 * A pool in words, before it is set as text, Markdown or HTML.
 *
 * @param sensitivity The same series by Bayes' rule under several priors; null for none.
 */
export function pooledReport(
  result: PooledResult,
  sensitivity: PooledBayesSensitivity | null = null,
): WordReport {
  const patients = patientsOf(result.series);
  const { measure, leftOut } = result;
  return {
    name: readPool(result).label,
    subject: poolSubject(result),
    question: POOL_QUESTION,
    meta: [
      ...(patients === null ? [] : [`${patients} patients`]),
      `measure ${measure}`,
      ...(leftOut.length > 0 ? [`${leftOut.length} left out`] : []),
    ],
    answer: pooledAnswer(result),
    sections: [
      {
        id: "answers",
        heading: "What the series say together",
        sentences: [],
        tables: answersTable(result, sensitivity),
      },
      moderatorsSection(result),
      {
        id: "priors",
        heading: "How far would the answer hang on a prior?",
        sentences: sensitivity
          ? [...priorSentences(sensitivity, readPool(result)), "The headline rests on none of them."]
          : [],
        tables: [],
      },
      {
        id: "differences",
        heading: "How far do the series differ?",
        sentences: differenceSentences(result),
        tables: differenceTable(result),
      },
      {
        id: "data",
        heading: "What each series says",
        sentences: [],
        tables: [seriesTable(result), ...asReadTable(result.series), ...moderatorsTable(result)],
      },
      ...closingSections(result),
      poolAssumptions(KNOWN_VARIANCES, ...(assumesOneEffect(result) ? [] : [NORMAL_EFFECTS]), NO_PRIORS),
      ...closingPages(poolMethods(result), sensitivity ? [result, sensitivity] : [result]),
    ],
  };
}
