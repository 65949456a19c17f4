import type { ProportionResult, ProportionRow } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatInterval, formatPercent, formatValue } from "../format-number.ts";
import { proportionMethods } from "../methods/proportion-methods.ts";
import { assumptionsOnPaper, closingPages, dataOnPaper, unknownOnPaper } from "../words/ground-sections.ts";
import type { WordReport } from "../words/word-report.ts";
import { countsInWords, proportionAnswer, proportionSentences } from "./proportion-answer.ts";

function limit(value: number | null): string {
  return formatValue(value, "fraction", 0.05);
}

function intervalsTable({ intervals, estimates }: ProportionResult): WordTable {
  const level = formatPercent(estimates[0]!.level);
  return {
    caption: `The ${level} interval by every method, the chosen one first. "Never below" covers every true proportion at least as often as the level says.`,
    head: ["Method", "From", "To", "Width", "Never below"],
    groups: [
      {
        rows: intervals.map(({ label, guaranteed, row }) => [
          label,
          limit(row.lower),
          limit(row.upper),
          row.lower === null || row.upper === null
            ? "–"
            : `${limit(row.upper - row.lower).replace(" %", " points")}`,
          guaranteed ? "yes" : "no",
        ]),
      },
    ],
  };
}

/** Each warning once, with the methods that it is of where those are not all. */
function warningSentences(intervals: readonly ProportionRow[]): string[] {
  const methods = new Map<string, string[]>();
  for (const { label, warnings } of intervals) {
    for (const { message } of warnings) methods.set(message, [...(methods.get(message) ?? []), label]);
  }
  return [...methods].map(([message, labels]) =>
    labels.length === intervals.length ? `${message}.` : `${labels.join(", ")}: ${message}.`,
  );
}

/** One proportion in words, before it is set as text, Markdown or HTML. */
export function proportionReport(result: ProportionResult): WordReport {
  const { estimates, intervals } = result;
  return {
    name: countsInWords(result),
    subject: "one proportion",
    question: "How large may the true proportion be?",
    meta: [formatInterval(estimates[0]!)],
    answer: proportionAnswer(result),
    sections: [
      {
        id: "intervals",
        heading: "By every method",
        sentences: proportionSentences(result),
        tables: [intervalsTable(result)],
      },
      { id: "warnings", heading: "Warnings", sentences: warningSentences(intervals), tables: [] },
      dataOnPaper([`${countsInWords(result)} patients had the event.`]),
      unknownOnPaper([
        "Without a control group this says what happened, not what a treatment did.",
        "Who was not counted, such as patients who stopped, is not seen in two numbers.",
      ]),
      assumptionsOnPaper([
        "Patients are independent of each other and drawn from those whom the proportion is about.",
        "No prior enters, but for the methods that name one.",
      ]),
      ...closingPages(proportionMethods(result), [result]),
    ],
  };
}
