import type { TrialChecklist, TrialPlan } from "../../schema/index.ts";
import type { AnySchedule } from "../trial/schedule-words.ts";
import { checklistOf } from "./checklist-item.ts";
import { spent2019 } from "./spent-items/index.ts";

/**
 * Holds a planned trial against SPENT 2019. It tells nothing of which treatment comes when, so that everybody may see it.
 *
 * @param plan How it will be analysed; null where that is not planned.
 * @example
 * protocolChecklist(schedule, null).guideline; // "SPENT 2019"
 */
export function protocolChecklist(schedule: AnySchedule, plan: TrialPlan | null): TrialChecklist {
  return checklistOf(spent2019, { schedule, plan }, schedule.label);
}
