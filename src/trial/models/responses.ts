import type { Trial } from "../../schema/trial.ts";
import type { TrialModel, TrialModelSettings } from "../trial-model.ts";
import { type PeriodMean, periodMeans } from "./period-means.ts";

/** A model of responses: periods whose mean score reaches a cut-off that the user declares. */
export interface ResponderModelMethod {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  readonly assumes: string;
  /**
   * The model for one cut-off.
   * @param cutoff In score points; a period responds when its mean score is there or on the better side of it.
   * @throws {RangeError} when the cut-off is not a finite number.
   */
  at(cutoff: number): TrialModel;
}

/** One period, and whether it responded. */
export interface Response extends PeriodMean {
  responds: boolean;
}

/** The periods of a trial as responses. */
export function responsesOf(
  label: string,
  trial: Trial,
  settings: TrialModelSettings,
  cutoff: number,
): Response[] {
  const sign = settings.improvement === "increase" ? 1 : -1;
  return periodMeans(label, trial, settings).map((period) => ({
    ...period,
    responds: sign * period.mean >= sign * cutoff,
  }));
}

/** Makes a model for a cut-off from what it does. */
export function responderModel(
  method: Omit<ResponderModelMethod, "at">,
  answer: (trial: Trial, settings: TrialModelSettings, cutoff: number) => ReturnType<TrialModel["fit"]>,
): ResponderModelMethod {
  return {
    ...method,
    at(cutoff) {
      if (!Number.isFinite(cutoff)) throw new RangeError(`cutoff must be a finite number, got ${cutoff}`);
      const label = `${method.label}, cut-off ${cutoff}`;
      return {
        ...method,
        label,
        fit: (trial, settings) => ({ ...answer(trial, settings, cutoff), label }),
      };
    },
  };
}
