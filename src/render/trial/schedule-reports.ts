import type { TrialChecklist } from "../../schema/index.ts";
import { toCsv } from "../csv.ts";
import { checklistLines, checklistSection } from "../trial-report/checklist-section.ts";
import type { WordSection } from "../words/word-report.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { scheduleReport } from "./schedule-report.ts";
import { type AnySchedule, scheduledPeriods } from "./schedule-words.ts";

const CAPTION: Readonly<Record<AnySchedule["kind"], string>> = {
  "trial-schedule": "Each bar is a period of treatment, with what is given.",
  "blinded-schedule": "Each bar is a period of treatment, with the kit that is opened.",
};

const sectionsOf = (checklist: TrialChecklist | null): WordSection[] =>
  checklist ? [checklistSection(checklist)] : [];

/**
 * A schedule as plain text for a terminal; a blinded one names no treatment of a period.
 *
 * @param checklist What stands below; null (the default) for none.
 */
export function scheduleText(schedule: AnySchedule, checklist: TrialChecklist | null = null): string {
  return wordReportText(scheduleReport(schedule, checklist ? [checklistLines(checklist)] : []));
}

/**
 * A schedule as Markdown.
 *
 * @param checklist What stands below; null (the default) for none.
 */
export function scheduleMarkdown(schedule: AnySchedule, checklist: TrialChecklist | null = null): string {
  return wordReportMarkdown(scheduleReport(schedule, sectionsOf(checklist)));
}

/**
 * A schedule as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `scheduleChart`.
 * @param checklist What stands below; null (the default) for none.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function scheduleHtml(
  schedule: AnySchedule,
  svg: string,
  checklist: TrialChecklist | null = null,
): string {
  return wordReportHtml(scheduleReport(schedule, sectionsOf(checklist)), {
    svg,
    caption: CAPTION[schedule.kind],
  });
}

/** A schedule as CSV, one row for each period. */
export function scheduleCsv(schedule: AnySchedule): string {
  const names = schedule.kind === "trial-schedule" ? ["treatment"] : [];
  const columns = ["patient", "period", "block", ...names, "kit", "first_day", "last_day"];
  const rows = scheduledPeriods(schedule).map(
    ({ patient, period, block, treatment, kit, firstDay, lastDay }) => [
      patient,
      period,
      block,
      ...(names.length > 0 ? [treatment] : []),
      kit,
      firstDay,
      lastDay,
    ],
  );
  return toCsv(columns, rows);
}
