import type { TrialChecklist, TrialResult } from "../../schema/index.ts";
import { checklistLines, checklistSection } from "../trial-report/checklist-section.ts";
import { trialMethods } from "../trial-report/methods-paragraph.ts";
import { trialChecklist } from "../trial-report/trial-checklist.ts";
import { methodsSection } from "../words/methods-section.ts";
import type { WordSection } from "../words/word-report.ts";
import { type Picture, wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { trialReport } from "./trial-report.ts";

/** Section in which each further picture stands, by the name of its chart. */
const PLACES: Readonly<Record<string, { section: string; caption: string }>> = {
  randomization: {
    section: "test",
    caption:
      "The statistic for every assignment that was counted, if the treatments did the same. Dark: as extreme as the actual one.",
  },
  "paired-dots": {
    section: "blocks",
    caption:
      "Left: means under both treatments, those of one block joined. Right: their differences, and the effect with its interval.",
  },
};

const MAIN_CAPTION =
  "Every score, on the ground of its treatment. Thick: the mean of each period, with its limits as a box; they take the scores of the period as independent.";

const sectionsOf = (checklist: TrialChecklist | null): WordSection[] =>
  checklist ? [checklistSection(checklist)] : [];

/**
 * A trial as plain text for a terminal.
 *
 * @param checklist What stands below, with a methods paragraph; null (the default) for neither.
 */
export function trialText(result: TrialResult, checklist: TrialChecklist | null = null): string {
  const methods = { ...methodsSection(trialMethods(result)), isForPaper: false };
  const further = checklist ? [methods, checklistLines(checklist)] : [];
  return wordReportText(trialReport(result, further));
}

/**
 * A trial as Markdown, with a methods paragraph.
 *
 * @param checklist What stands below; null (the default) for none.
 */
export function trialMarkdown(result: TrialResult, checklist: TrialChecklist | null = null): string {
  return wordReportMarkdown(trialReport(result, sectionsOf(checklist)));
}

/**
 * A trial as one HTML page that works offline and without scripts, with a methods paragraph and the CENT 2015 checklist.
 *
 * @param svgs Pictures as `toSvg` makes them, by the names of their charts: `trial-timeline`, `randomization`, `paired-dots`;
 * one that is absent is left out.
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 */
export function trialHtml(result: TrialResult, svgs: Readonly<Record<string, string>>): string {
  const main = svgs["trial-timeline"];
  const pictures: Record<string, Picture> = {};
  for (const [name, { section, caption }] of Object.entries(PLACES)) {
    const svg = svgs[name];
    if (svg !== undefined) pictures[section] = { svg, caption };
  }
  const further = [checklistSection(trialChecklist(result))];
  const picture = main === undefined ? null : { svg: main, caption: MAIN_CAPTION };
  return wordReportHtml(trialReport(result, further), picture, pictures);
}
