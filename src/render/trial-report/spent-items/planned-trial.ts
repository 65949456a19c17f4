import type { TrialPlan } from "../../../schema/index.ts";
import type { AnySchedule } from "../../trial/schedule-words.ts";

/** A trial before its first score: what is answered of it must tell nobody which treatment comes when. */
export interface PlannedTrial {
  schedule: AnySchedule;
  /** null where the analysis was not planned. */
  plan: TrialPlan | null;
}
