import { scheduleChart, toSvg } from "../../render/charts/index.ts";
import { checklistMarkdown, protocolChecklist, scheduleCsv, scheduleHtml } from "../../render/index.ts";
import type { TrialPlan } from "../../schema/trial-plan.ts";
import type { BlindedSchedule, TrialSchedule } from "../../schema/trial-schedule.ts";
import { blindedSchedule, canonicalJson } from "../../trial/index.ts";
import { planHash } from "./plan-file.ts";

async function formatsOf(
  schedule: TrialSchedule | BlindedSchedule,
  name: string,
): Promise<[string, string][]> {
  const svg = await toSvg(scheduleChart(schedule));
  return [
    [`${name}.json`, `${JSON.stringify(schedule, null, 2)}\n`],
    [`${name}.csv`, scheduleCsv(schedule)],
    [`${name}.html`, scheduleHtml(schedule, svg)],
  ];
}

/**
 * The files of a planned trial: two folders, one for those who prepare the treatments and one for everybody else, and the plan
 * with its hash, as `sha256sum --check` reads it.
 *
 * @returns Text by path.
 */
export async function scheduleFolder(schedule: TrialSchedule, plan: TrialPlan): Promise<Map<string, string>> {
  const blinded = blindedSchedule(schedule);
  return new Map([
    ...(await formatsOf(schedule, "pharmacy/pharmacy-schedule")),
    ...(await formatsOf(blinded, "blinded/blinded-schedule")),
    ["blinded/protocol-checklist.md", checklistMarkdown(protocolChecklist(blinded, plan))],
    ["plan.json", canonicalJson(plan)],
    ["plan.sha256", `${planHash(plan)}  plan.json\n`],
  ]);
}
