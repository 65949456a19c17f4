import type { SummaryResult } from "../../schema/index.ts";
import { summaryListMethods } from "../methods/summary-methods.ts";
import { closingPages, dataOnPaper } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { headlineOf } from "./headline.ts";
import { notCoveredSection } from "./not-covered-section.ts";
import { methodName, rowLimits } from "./row-words.ts";
import { readTable, summaryAssumptions } from "./summary-ground.ts";
import { summaryFacts, summaryName } from "./summary-name.ts";
import { shownLevel, summaryNumber, withUnit } from "./summary-number.ts";

function cells(result: SummaryResult, method: string | undefined): string[] {
  const { report } = result;
  const row = headlineOf(result, method);
  const name = [summaryName(report), report.label === undefined ? "–" : summaryFacts(report)];
  if (row === null) return [...name, "–", "–", "–", "–", "no interval"];
  const { lower, upper } = rowLimits(row);
  const factor = row.unit === "fraction" ? 100 : 1;
  const width = factor * ((row.upper ?? 0) - (row.lower ?? 0));
  const estimate =
    row.estimate === null ? "–" : withUnit(summaryNumber(factor * row.estimate, width), row.unit);
  return [
    ...name,
    estimate,
    withUnit(lower, row.unit),
    withUnit(upper, row.unit),
    shownLevel(row.level),
    methodName(row, result),
  ];
}

/** What is wrong with a report, or open in it, each with its name. */
function warnings({ report, warnings: own }: SummaryResult): string[] {
  return own.map(({ message }) => `${summaryName(report)}: ${message}.`);
}

/**
 * Several reports in words: one line each, and what none of their intervals covers.
 *
 * @param method Of the intervals; where a report has none by it, the usual one is taken.
 */
export function summaryListReport(results: readonly SummaryResult[], method?: string): WordReport {
  const [first] = results;
  const sources = [...new Set(results.map(({ report }) => report.source))];
  const all = { ...first!, estimates: results.flatMap(({ estimates }) => estimates) };
  return {
    name: `${results.length} reports`,
    subject: "what they still say",
    question: "What do the printed numbers of these reports still say?",
    meta: sources.flatMap((source) => source ?? []),
    answer: "One line for each report: what it says, and the widest interval that can be defended.",
    sections: [
      {
        id: "reports",
        heading: "Each report",
        sentences: [
          "By itself, a report is shown with every interval, its checks and its samples: in a file of its own, or on the page of --format html.",
        ],
        tables: [
          {
            caption: 'The interval of each report; "–" where there is none.',
            head: ["Report", "Says", "Estimate", "From", "To", "Level", "By"],
            groups: [{ rows: results.map((result) => cells(result, method)) }],
          },
        ],
      },
      notCoveredSection(all),
      { id: "warnings", heading: "Warnings", sentences: results.flatMap(warnings), tables: [] },
      summaryAssumptions(results),
      dataOnPaper([], ...results.map(readTable)),
      ...closingPages(summaryListMethods(results), results),
    ],
  };
}
