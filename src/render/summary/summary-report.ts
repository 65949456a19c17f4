import type { SummaryResult } from "../../schema/index.ts";
import { summaryMethods } from "../methods/summary-methods.ts";
import { closingPages, dataOnPaper } from "../words/ground-sections.ts";
import type { WordReport, WordSection } from "../words/word-report.ts";
import { checksSection } from "./checks-section.ts";
import { conversionsSection, IMPOSSIBLE_CONVERSION } from "./conversions-section.ts";
import { coverageSection } from "./coverage-section.ts";
import { layerSections } from "./layer-sections.ts";
import { mustBeTrueSection } from "./must-be-true-section.ts";
import { notCoveredSection } from "./not-covered-section.ts";
import { samplesSection } from "./samples-section.ts";
import { summaryAnswer } from "./summary-answer.ts";
import { readTable, summaryAssumptions } from "./summary-ground.ts";
import { summaryFacts, summaryName } from "./summary-name.ts";

function warningsSection({ warnings }: SummaryResult): WordSection {
  const said = warnings.filter(({ code }) => code !== IMPOSSIBLE_CONVERSION);
  return {
    id: "warnings",
    heading: "Warnings",
    sentences: said.map(({ message }) => `${message}.`),
    tables: [],
  };
}

/**
 * A report in words, before it is set as text, Markdown or HTML.
 *
 * @param method Of the interval in the headline.
 */
export function summaryReport(result: SummaryResult, method?: string): WordReport {
  const { report } = result;
  return {
    name: summaryName(report),
    subject: "what the report still says",
    question:
      "What do the printed numbers of this report still say of its patients, and of others like them?",
    meta: [
      ...(report.label === undefined ? [] : [summaryFacts(report)]),
      ...(report.source === undefined ? [] : [report.source]),
    ],
    answer: summaryAnswer(result, method),
    sections: [
      mustBeTrueSection(result),
      checksSection(result),
      samplesSection(result),
      ...layerSections(result),
      conversionsSection(result),
      notCoveredSection(result),
      coverageSection(result),
      warningsSection(result),
      summaryAssumptions([result]),
      dataOnPaper([], readTable(result)),
      ...closingPages(summaryMethods(result), [result]),
    ],
  };
}
