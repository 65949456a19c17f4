import type { TrialChecklist } from "../../schema/index.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { checklistSection } from "./checklist-section.ts";

/** A checklist by itself as Markdown. */
export function checklistMarkdown(checklist: TrialChecklist): string {
  const { subject, guideline, reference } = checklist;
  return wordReportMarkdown({
    name: subject,
    subject: `checklist ${guideline}`,
    question: "What is known of the trial already, and what is left to write?",
    meta: [reference],
    answer: "Each item says what is known from the data or the plan; the rest is left to the author.",
    sections: [checklistSection(checklist)],
  });
}
