import type { PooledCountsResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { estimatesCsv } from "../csv.ts";
import { formatPercent } from "../format-number.ts";
import { countsPoolMethods } from "../methods/other-pool-methods.ts";
import { closingPages, unknownOnPaper } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import {
  countCells,
  countsAnswer,
  countsDifferenceSentences,
  countsMean,
  countsSubject,
} from "./counts-words.ts";
import { NO_PRIORS, NORMAL_EFFECTS, poolAssumptions } from "./pool-assumptions.ts";
import { formatWithLimits, plain, scaleName } from "./pooled-number.ts";
import { plainRow } from "./pooled-tables.ts";
import { leftOutSentences } from "./pooled-words.ts";

const CAPTION =
  "Thin: each series alone, by the normal interval; arrows where it has none, with all or none of its events. Thick: the mean by the exact likelihood.";

/** What counts cannot tell, however they are pooled. */
const COUNTS_UNKNOWN: readonly string[] = [
  "Whether series exist that were never published cannot be told from these.",
  "Counts do not say who had the event: whether other patients would fare alike cannot be told from them.",
];

function answersTable(result: PooledCountsResult): WordTable {
  const { natural, estimates } = result;
  const [mean, ...spread] = estimates;
  const own = countsMean(result);
  return {
    caption: "The mean, and how far series differ on the scale of the model.",
    head: ["Quantity", `${scaleName(natural)}, ${formatPercent(own.level)}`, "Scale of the model"],
    groups: [
      {
        rows: [
          [own.label, formatWithLimits(own, natural), plainRow(mean!)],
          ...spread.map((row) => [row.label, "–", plainRow(row)]),
        ],
      },
    ],
  };
}

function seriesTable({ series }: PooledCountsResult): WordTable {
  const counts = countCells({ series });
  return {
    caption:
      "Each series with its counts; on the scale of the model “–” where it has all, or none, of its events.",
    head: ["Series", ...counts.heads, "Alone", "Standard error"],
    groups: [
      {
        rows: series.map(({ series: name, estimate, standardError }, i) => [
          name,
          ...counts.rows[i]!,
          plain(estimate),
          plain(standardError),
        ]),
      },
    ],
  };
}

function report(result: PooledCountsResult): WordReport {
  const { natural, measure, fit, leftOut, warnings } = result;
  return {
    name: natural.label,
    subject: countsSubject(result),
    question: "What do the counts of these series say together, and how far do they differ?",
    meta: [
      `measure ${measure}`,
      fit.likelihoodLabel,
      ...(leftOut.length > 0 ? [`${leftOut.length} left out`] : []),
    ],
    answer: countsAnswer(result),
    sections: [
      {
        id: "answers",
        heading: "What the counts say together",
        sentences: [],
        tables: [answersTable(result)],
      },
      {
        id: "differences",
        heading: "How far do the series differ?",
        sentences: countsDifferenceSentences(result),
        tables: [],
      },
      { id: "data", heading: "What each series counted", sentences: [], tables: [seriesTable(result)] },
      { id: "left-out", heading: "What was left out", sentences: leftOutSentences(result), tables: [] },
      {
        id: "warnings",
        heading: "Warnings",
        sentences: warnings.map(({ message }) => message),
        tables: [],
      },
      unknownOnPaper(COUNTS_UNKNOWN),
      poolAssumptions(
        "Patients of one series are alike and independent of each other.",
        NORMAL_EFFECTS,
        NO_PRIORS,
      ),
      ...closingPages(countsPoolMethods(result), [result]),
    ],
  };
}

/** Counts pooled by their exact likelihood, as plain text. */
export function countsText(result: PooledCountsResult): string {
  return wordReportText(report(result));
}

/** The same as Markdown. */
export function countsMarkdown(result: PooledCountsResult): string {
  return wordReportMarkdown(report(result));
}

/** The rows of a pool of counts as CSV: the mean and the spread on the model's scale, then the mean as people read it. */
export function countsCsv({ estimates, natural }: PooledCountsResult): string {
  const given = "as people read it";
  return estimatesCsv([
    { estimates: [...estimates, ...natural.estimates.map((row) => ({ ...row, given }))] },
  ]);
}

/**
 * The same as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `pooledCountsChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function countsHtml(result: PooledCountsResult, svg: string): string {
  return wordReportHtml(report(result), { svg, caption: CAPTION });
}
