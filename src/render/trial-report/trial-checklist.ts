import type { TrialChecklist, TrialResult } from "../../schema/index.ts";
import { cent2015 } from "./cent-items/index.ts";
import { checklistOf } from "./checklist-item.ts";

/**
 * Holds a trial's result against CENT 2015: what the data answer, and what is left for the author to write.
 *
 * @example
 * trialChecklist(result).items.filter(({ status }) => status === "to-write").length; // items that only the author knows
 */
export function trialChecklist(result: TrialResult): TrialChecklist {
  return checklistOf(cent2015, result, result.patient);
}
