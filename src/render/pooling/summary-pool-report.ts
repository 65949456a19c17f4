import type { Estimate, PooledSeries, PooledSummariesResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { estimatesCsv } from "../csv.ts";
import { formatPercent, formatValue } from "../format-number.ts";
import { summaryPoolMethods } from "../methods/other-pool-methods.ts";
import { closingPages } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { asReadTable } from "./as-read-table.ts";
import { closingSections } from "./closing-sections.ts";
import { KNOWN_VARIANCES, NORMAL_EFFECTS, poolAssumptions } from "./pool-assumptions.ts";
import { type PoolView, viewSpan } from "./pool-view.ts";
import { formatWithLimits, plain, scaleName } from "./pooled-number.ts";
import { plainRow } from "./pooled-tables.ts";
import {
  besideOf,
  extremesOf,
  feasibleText,
  missingSentences,
  summaryPoolAnswer,
  summaryPoolSubject,
} from "./summary-pool-words.ts";

const CAPTION =
  "Thin: each series alone. Shaded: where the ends of an interval may lie, since the series gives no standard deviation. Black: the mean. Thick: the mean with the unknown standard deviations at an end. Last bar: where a further series may lie.";

const EFFECTS: readonly string[] = ["mean", "prediction", "seriesEffect"];

function rowOf(label: string, row: Estimate, view: PoolView): string[] {
  const isEffect = EFFECTS.includes(row.parameter);
  return [label, isEffect ? formatWithLimits(viewSpan(row, view), view.scale) : "–", plainRow(row)];
}

function answersTable(result: PooledSummariesResult, view: PoolView): WordTable {
  const { estimates, combination } = result;
  const [mean, ...others] = estimates;
  const extremes = extremesOf(result);
  return {
    caption: `The mean, how far series differ, and the mean at the ends of what is feasible.`,
    head: ["Quantity", `${scaleName(view.scale)}, ${formatPercent(mean!.level)}`, "Scale of the pool"],
    groups: [
      {
        rows: [
          rowOf(`Mean: ${combination.label}`, mean!, view),
          ...besideOf(result).map(({ label, row }) => rowOf(`Mean: ${label}`, row, view)),
          ...others.map((row) => rowOf(row.label, row, view)),
        ],
      },
      {
        heading: "Mean at an end",
        rows: extremes.map(({ label, row }) => rowOf(label, row, view)),
      },
    ],
  };
}

function unknownTable({ unknown, law }: PooledSummariesResult, view: PoolView): WordTable {
  return {
    caption: `What the reports without a standard deviation leave, in the unit of that column; ${law.label.toLowerCase()}.`,
    head: ["Series", "Missing", "Feasible", "Alone, at the lowest", "Alone, at the highest"],
    groups: [
      {
        rows: unknown.map((one) => {
          const alone = (limits: { lower: number; upper: number }): string => {
            const estimate = 0.5 * (limits.lower + limits.upper);
            return formatWithLimits(viewSpan({ estimate, ...limits }, view), view.scale);
          };
          return [one.series, one.column, feasibleText(one), alone(one.narrowest), alone(one.widest)];
        }),
      },
    ],
  };
}

function seriesTable({ series, unknown }: PooledSummariesResult): WordTable {
  const names = unknown.map((one) => one.series);
  const row = ({ series: name, n, estimate, standardError, weight }: PooledSeries): string[] => [
    names.includes(name) ? `${name} *` : name,
    n === null ? "–" : String(n),
    plain(estimate),
    plain(standardError),
    formatValue(weight, "fraction"),
  ];
  return {
    caption: "Each series on the scale of the pool; * with its average variance and weight under the law.",
    head: ["Series", "Patients", "Alone", "Standard error", "Weight"],
    groups: [{ rows: series.map(row) }],
  };
}

function report(result: PooledSummariesResult, view: PoolView): WordReport {
  const { measure, combination, law, leftOut } = result;
  return {
    name: view.scale.label,
    subject: summaryPoolSubject(result),
    question: "What do these series say together, when some do not report how much their patients differ?",
    meta: [
      `measure ${measure}`,
      combination.label,
      law.label,
      ...(leftOut.length > 0 ? [`${leftOut.length} left out`] : []),
    ],
    answer: summaryPoolAnswer(result, view),
    sections: [
      {
        id: "answers",
        heading: "What the series say together",
        sentences: [],
        tables: [answersTable(result, view)],
      },
      {
        id: "missing",
        heading: "What is not reported, and what it does",
        sentences: missingSentences(result),
        tables: [unknownTable(result, view)],
        notes: [
          "A standard deviation is never made up as one number: every one that some patients with this report can have counts, as the law says.",
        ],
      },
      {
        id: "data",
        heading: "What each series found",
        sentences: [],
        tables: [seriesTable(result), ...asReadTable(result.series)],
      },
      ...closingSections(result),
      poolAssumptions(
        KNOWN_VARIANCES,
        NORMAL_EFFECTS,
        `Standard deviations that are not reported: ${law.label}, over all that are compatible with the report.`,
      ),
      ...closingPages(summaryPoolMethods(result), [result]),
    ],
  };
}

/** A pool in which some standard deviations are not known, as plain text. */
export function summaryPoolText(result: PooledSummariesResult, view: PoolView): string {
  return wordReportText(report(result, view));
}

/** The same as Markdown. */
export function summaryPoolMarkdown(result: PooledSummariesResult, view: PoolView): string {
  return wordReportMarkdown(report(result, view));
}

/**
 * The same as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `summaryPoolChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function summaryPoolHtml(result: PooledSummariesResult, view: PoolView, svg: string): string {
  return wordReportHtml(report(result, view), { svg, caption: CAPTION });
}

/** The limits of each series without a standard deviation at both of its ends. */
function endRows({ unknown, series, estimates }: PooledSummariesResult): Estimate[] {
  const { unit, level } = estimates[0]!;
  return unknown.flatMap(({ series: name, narrowest, widest, lowest, highest, column }) => {
    const own = series.find((one) => one.series === name)!;
    const row = (limits: { lower: number; upper: number }, sd: number): Estimate => ({
      parameter: "effect",
      label: `Effect of ${name} alone`,
      unit,
      estimate: own.estimate,
      standardError: null,
      ...limits,
      level,
      method: "z",
      bound: "closed",
      given: `${column} ${sd}`,
      series: name,
    });
    return [row(narrowest, lowest), row(widest, highest)];
  });
}

/** Mean, prediction and differences, then the mean by other ways and at the ends, each series at both ends, on the scale of the pool. */
export function summaryPoolCsv(result: PooledSummariesResult): string {
  const { estimates, companions } = result;
  const beside = companions.map(({ label, row }) => ({ ...row, parameter: "companion", label }));
  return estimatesCsv([{ estimates: [...estimates, ...beside, ...endRows(result)] }]);
}
