import { EstimationError } from "../errors.ts";
import type { Warning } from "../schema/provenance.ts";
import type { Trial } from "../schema/trial.ts";
import type { TrialResult } from "../schema/trial-result.ts";
import { adverseEvents } from "./adverse-events/adverse-events.ts";
import { intercurrentEvents } from "./adverse-events/intercurrent-events.ts";
import type { TrialModelSettings } from "./trial-model.ts";

type Besides = Pick<TrialResult, "adverseEvents" | "intercurrentEvents">;

function eventsOf(
  trial: Trial,
  { treatment, reference, level }: TrialModelSettings,
): { found: Besides; warnings: Warning[] } {
  const rows = [...trial.scores, ...(trial.missed ?? [])];
  if (rows.every((row) => row.adverseEvents === undefined)) return { found: {}, warnings: [] };
  try {
    return { found: { adverseEvents: adverseEvents(trial, { treatment, reference, level }) }, warnings: [] };
  } catch (error) {
    if (!(error instanceof EstimationError)) throw error;
    return { found: {}, warnings: [{ code: "no-adverse-events-answer", message: `${error.message}.` }] };
  }
}

/** What happened besides the treatment, as far as the trial tells of it: adverse events, rescue treatment, missing scores. */
export function trialBesides(
  trial: Trial,
  settings: TrialModelSettings,
): { found: Besides; warnings: Warning[] } {
  const { treatment, reference, improvement } = settings;
  const { found, warnings } = eventsOf(trial, settings);
  const hasRescue = [...trial.scores, ...(trial.missed ?? [])].some(({ rescue }) => rescue === true);
  if (!hasRescue && (trial.missed ?? []).length === 0) return { found, warnings };
  const besides = intercurrentEvents(trial, { improvement, treatment, reference });
  return { found: { ...found, intercurrentEvents: besides }, warnings };
}
