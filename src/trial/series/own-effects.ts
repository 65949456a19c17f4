import { EstimationError } from "../../errors.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { Trial } from "../../schema/trial.ts";
import type { SeriesSettings } from "./series-options.ts";

/** Each patient's effect by the patient's scores alone. */
export interface OwnEffects {
  rows: Map<string, Estimate>;
  warnings: Warning[];
}

/** Fits the model of one patient to each; a patient without an answer leaves a warning. */
export function ownEffects(trials: readonly Trial[], settings: SeriesSettings): OwnEffects {
  const rows = new Map<string, Estimate>();
  const warnings: Warning[] = [];
  for (const trial of trials) {
    try {
      const answer = settings.model.fit(trial, settings);
      rows.set(trial.patient, { ...answer.estimates[0]!, patient: trial.patient });
      warnings.push(
        ...answer.warnings.map(({ code, message }) => ({
          code,
          message: `${trial.patient} alone: ${message}`,
        })),
      );
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      warnings.push({ code: "no-own-effect", message: `${trial.patient} alone: ${error.message}.` });
    }
  }
  return { rows, warnings };
}
