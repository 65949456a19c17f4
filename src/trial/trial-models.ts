import { EstimationError } from "../errors.ts";
import type { Warning } from "../schema/provenance.ts";
import type { Trial } from "../schema/trial.ts";
import type { TrialModelAnswer } from "../schema/trial-model-answer.ts";
import type { TrialModel, TrialModelSettings } from "./trial-model.ts";
import { typeOneErrorWarnings } from "./type-one-error-warnings.ts";

/** What each model says of a trial; one that has no answer leaves a warning. */
export function trialModelAnswers(
  trial: Trial,
  models: readonly TrialModel[],
  settings: TrialModelSettings,
): { models: TrialModelAnswer[]; warnings: Warning[] } {
  const answers: TrialModelAnswer[] = [];
  const warnings: Warning[] = [];
  for (const model of models) {
    try {
      const answer = model.fit(trial, settings);
      const warnings = [...answer.warnings, ...typeOneErrorWarnings(answer.model, trial)];
      answers.push({ ...answer, reference: model.reference, warnings });
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      warnings.push({ code: "no-model-answer", message: `${model.label}: ${error.message}.` });
    }
  }
  return { models: answers, warnings };
}
