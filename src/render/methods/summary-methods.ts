import type { SummaryResult } from "../../schema/index.ts";
import { sourcesOf } from "../citations/sources.ts";
import { CONSISTENCY_SOURCES, CONVERSION_SOURCES, SUMMARY_INTERVAL_SOURCES } from "../citations/summaries.ts";
import { formatPercent } from "../format-number.ts";
import { summaryFacts } from "../summary/summary-name.ts";
import type { Cited } from "../words/cited.ts";
import { plainly, softwareSentence } from "./software.ts";

const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** How a report alone was read, for a paper. */
export function summaryMethods(result: SummaryResult): Cited[] {
  const { report, estimates, conversions, consistency, reconstruction, provenance } = result;
  const methods = distinct(estimates.map(({ method }) => method));
  const labels = distinct(estimates.map(({ methodLabel }) => methodLabel));
  const named = distinct(conversions.map(({ label }) => label));
  return [
    plainly(
      `The report (${summaryFacts(report)}) was taken as printed: every sample of patients compatible with its rounded numbers was allowed for.`,
    ),
    ...(consistency.checks.length === 0
      ? []
      : [
          {
            sentence: "Whether its numbers can all be true was checked.",
            references: distinct(consistency.checks.map(({ check }) => check)).flatMap((name) =>
              sourcesOf(CONSISTENCY_SOURCES, name),
            ),
          },
        ]),
    ...(reconstruction === null ? [] : [plainly("The samples of scores that fit it were listed.")]),
    ...(labels.length === 0
      ? []
      : [
          {
            sentence: `Intervals (${formatPercent(estimates[0]!.level)}) are by: ${labels.join("; ")}.`,
            references: methods.flatMap((name) => sourcesOf(SUMMARY_INTERVAL_SOURCES, name)),
          },
        ]),
    ...(named.length === 0
      ? []
      : [
          {
            sentence: `Its range was also converted into a mean and a standard deviation by: ${named.join("; ")}.`,
            references: distinct(conversions.map(({ method }) => method)).flatMap((name) =>
              sourcesOf(CONVERSION_SOURCES, name),
            ),
          },
        ]),
    softwareSentence(provenance),
  ];
}

/** How several reports were read: each sentence once. */
export function summaryListMethods(results: readonly SummaryResult[]): Cited[] {
  const all = results.flatMap(summaryMethods);
  return all.filter(({ sentence }, i) => all.findLastIndex((one) => one.sentence === sentence) === i);
}
