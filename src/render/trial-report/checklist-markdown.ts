import type { TrialChecklist } from "../../schema/index.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { checklistSection } from "./checklist-section.ts";

/** A checklist by itself as Markdown. */
export function checklistMarkdown(checklist: TrialChecklist): string {
  const { subject, guideline, reference } = checklist;
  return wordReportMarkdown({
    name: subject,
    subject: `checklist ${guideline}`,
    meta: [reference],
    answer: "What is known of the trial already, and what is left to write.",
    sections: [checklistSection(checklist)],
  });
}
