import { scheduleChart } from "../../render/charts/index.ts";
import {
  protocolChecklist,
  scheduleCsv,
  scheduleHtml,
  scheduleMarkdown,
  scheduleText,
} from "../../render/index.ts";
import type { TrialPlan } from "../../schema/trial-plan.ts";
import type { TrialSchedule } from "../../schema/trial-schedule.ts";
import type { ReportWriter } from "../output-formats.ts";

/**
 * Writes schedules.
 *
 * @param plan How the trial will be analysed, for the checklist; null where that is not planned.
 * @param hasChecklist Whether SPENT 2019 stands in every format; a page always has it.
 */
export function scheduleWriter(plan: TrialPlan | null, hasChecklist: boolean): ReportWriter<TrialSchedule> {
  const checklistOf = (schedule: TrialSchedule) => protocolChecklist(schedule, plan);
  const asked = (schedule: TrialSchedule) => (hasChecklist ? checklistOf(schedule) : null);
  return {
    text: (schedules) => schedules.map((schedule) => scheduleText(schedule, asked(schedule))).join("\n"),
    results: (schedule) => [schedule, ...(hasChecklist ? [checklistOf(schedule)] : [])],
    csv: ([schedule]) => scheduleCsv(schedule!),
    markdown: (schedules) =>
      schedules.map((schedule) => scheduleMarkdown(schedule, asked(schedule))).join("\n"),
    chart: (schedule) => scheduleChart(schedule),
    html: (schedule, svg) => scheduleHtml(schedule, svg, checklistOf(schedule)),
  };
}
