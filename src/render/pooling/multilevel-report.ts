import type { Estimate, MultilevelResult, PooledSeries } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { estimatesCsv } from "../csv.ts";
import { formatPercent } from "../format-number.ts";
import { multilevelMethods } from "../methods/other-pool-methods.ts";
import { assumptionsOnPaper, closingPages, dataOnPaper, unknownOnPaper } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { asReadTable } from "./as-read-table.ts";
import {
  correlationSentences,
  multilevelAnswer,
  multilevelSubject,
  nestingSentences,
} from "./multilevel-words.ts";
import { KNOWN_VARIANCES, NO_PRIORS, SAME_QUANTITY } from "./pool-assumptions.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatWithLimits, plain, scaleName } from "./pooled-number.ts";
import { plainRow } from "./pooled-tables.ts";

/** A multilevel pool with what stands beside it. */
export interface MultilevelPool {
  result: MultilevelResult;
  effects: readonly PooledSeries[];
  /** The scale that people read. */
  view: PoolView;
}

const CAPTION =
  "Thin: each estimate alone, by the normal interval. Black: their mean, by the interval that rests on the outermost groups.";

/** "Mean effect, relief" where there are two outcomes. */
function withOutcome(label: string, { outcome }: Estimate): string {
  return outcome === undefined ? label : `${label}, ${outcome}`;
}

function answersTable({ result, view }: MultilevelPool): WordTable {
  const means = result.estimates.filter(({ parameter }) => parameter === "mean");
  const spread = result.estimates.slice(means.length);
  const line = (label: string, row: Estimate): string[] => [
    withOutcome(label, row),
    formatWithLimits(viewSpan(row, view), view.scale),
    plainRow(row),
  ];
  return {
    caption:
      means.length > 1
        ? "Both means, other intervals beside them, and how true effects vary between groups."
        : "The mean, other intervals beside it, and the variance between groups.",
    head: ["Quantity", `${scaleName(view.scale)}, ${formatPercent(means[0]!.level)}`, "Scale of the pool"],
    groups: [
      {
        rows: [
          ...means.map((mean) => line(mean.label, mean)),
          ...result.companions.map(({ label, row }) => line(label, row)),
          ...spread.map((row) => [withOutcome(row.label, row), "–", plainRow(row)]),
        ],
      },
    ],
  };
}

function sensitivityTable({ result: { sensitivity = [] }, view }: MultilevelPool): WordTable[] {
  const means = sensitivity.filter(({ parameter }) => parameter === "mean");
  if (means.length === 0) return [];
  return [
    {
      caption: "The same under other correlations of sampling errors within a group.",
      head: ["Assumption", `${scaleName(view.scale)}, ${formatPercent(means[0]!.level)}`],
      groups: [
        {
          rows: means.map((row) => [
            withOutcome(row.given ?? "–", row),
            formatWithLimits(viewSpan(row, view), view.scale),
          ]),
        },
      ],
    },
  ];
}

/** Each estimate as it was pooled. */
function effectsTable(effects: readonly PooledSeries[]): WordTable {
  return {
    caption: "Each estimate on the scale of the pool, alone by the normal interval.",
    head: ["Series", "Estimate", "Standard error"],
    groups: [{ rows: effects.map((one) => [one.series, plainRow(one), plain(one.standardError)]) }],
  };
}

function report(pool: MultilevelPool): WordReport {
  const { result, view } = pool;
  return {
    name: view.scale.label,
    subject: multilevelSubject(result),
    question: "What do these estimates say together, when those of one group go together?",
    meta: [
      `levels ${result.levels.map(({ level }) => level).join(" › ")}`,
      `sampling errors ${result.fit.sampling}`,
    ],
    answer: multilevelAnswer(result, view),
    sections: [
      {
        id: "answers",
        heading: "What the estimates say together",
        sentences: [],
        tables: [answersTable(pool)],
      },
      { id: "levels", heading: "Where do they differ?", sentences: nestingSentences(result), tables: [] },
      {
        id: "correlation",
        heading: "How far does the answer hang on the correlation?",
        sentences: correlationSentences(result, view),
        tables: sensitivityTable(pool),
      },
      {
        id: "warnings",
        heading: "Warnings",
        sentences: result.warnings.map(({ message }) => message),
        tables: [],
      },
      unknownOnPaper([
        `With ${result.levels[0]!.nGroups} groups by ${result.levels[0]!.level}, little is known of how far groups differ; the intervals allow for that.`,
        "How sampling errors within a group go together is seldom reported; it is assumed, not estimated.",
      ]),
      assumptionsOnPaper([
        KNOWN_VARIANCES,
        `Sampling errors within a group are taken as ${result.fit.sampling}; groups are independent of each other.`,
        SAME_QUANTITY,
        NO_PRIORS,
      ]),
      dataOnPaper([], effectsTable(pool.effects), ...asReadTable(pool.effects)),
      ...closingPages(multilevelMethods(result), [result]),
    ],
  };
}

/** A multilevel pool as plain text. */
export function multilevelText(pool: MultilevelPool): string {
  return wordReportText(report(pool));
}

/** A multilevel pool as Markdown. */
export function multilevelMarkdown(pool: MultilevelPool): string {
  return wordReportMarkdown(report(pool));
}

/** The estimates of a multilevel pool, then those under several correlations, as CSV on the scale of the pool. */
export function multilevelCsv({ result: { estimates, sensitivity = [] } }: MultilevelPool): string {
  return estimatesCsv([{ estimates: [...estimates, ...sensitivity] }]);
}

/**
 * A multilevel pool as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `multilevelChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function multilevelHtml(pool: MultilevelPool, svg: string): string {
  return wordReportHtml(report(pool), { svg, caption: CAPTION });
}
