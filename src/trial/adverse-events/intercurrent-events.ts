import { mean } from "../../math/descriptive/mean.ts";
import type { IntercurrentEventsResult, TreatmentConduct } from "../../schema/adverse-events.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { Improvement } from "../../schema/scale.ts";
import type { Trial, TrialScore } from "../../schema/trial.ts";
import { version } from "../../version.ts";
import { comparedTreatments } from "../compared-treatments.ts";
import { type IntercurrentStrategy, intercurrentStrategies } from "./strategies/index.ts";

/** Options of `intercurrentEvents`. */
export interface IntercurrentEventsOptions {
  /** Which way scores move when the patient is better. */
  improvement: Improvement;
  /** Default: the trial's first treatment after the reference. */
  treatment?: string;
  /** Default: the trial's first treatment. */
  reference?: string;
  /** Default: all that there are. */
  strategies?: readonly IntercurrentStrategy[];
}

/** What happened under one treatment. */
function conductOf({ scores, missed = [] }: Trial, treatment: string): TreatmentConduct {
  const taken = scores.filter((score) => score.treatment === treatment);
  const missing = missed.filter((score) => score.treatment === treatment);
  const nRescue = [...taken, ...missing].filter(({ rescue }) => rescue === true).length;
  return { treatment, nPlanned: taken.length + missing.length, nMissing: missing.length, nRescue };
}

function differenceOf(scores: readonly TrialScore[], treatment: string, reference: string): number | null {
  const of = (name: string) => scores.flatMap((s) => (s.treatment === name ? s.score : []));
  const [treated, control] = [of(treatment), of(reference)];
  return treated.length === 0 || control.length === 0 ? null : mean(treated) - mean(control);
}

function listed(conduct: readonly TreatmentConduct[], count: (one: TreatmentConduct) => number): string {
  return conduct.map((one) => `${count(one)} of ${one.nPlanned} under ${one.treatment}`).join(", ");
}

function warningsOf(conduct: readonly TreatmentConduct[]): Warning[] {
  const warnings: Warning[] = [];
  if (conduct.some(({ nRescue }) => nRescue > 0))
    warnings.push({
      code: "rescue-treatment",
      message: `Rescue treatment was taken with ${listed(conduct, ({ nRescue }) => nRescue)} of the scores. All analyses count these scores as they are (treatment policy), unless told otherwise: the effect is then that of the treatment with the rescue that goes with it.`,
    });
  if (conduct.some(({ nMissing }) => nMissing > 0))
    warnings.push({
      code: "missing-scores",
      message: `Scores are missing: ${listed(conduct, ({ nMissing }) => nMissing)}. They are left out, which is harmless only where they are missing for reasons that have nothing to do with the pain; a patient who was too ill, or too well, to answer makes the effect wrong.`,
    });
  return warnings;
}

/**
 * Counts rescue treatment and missing scores, and tells what the difference of means is under each way to count them: the
 * strategies for intercurrent events of ICH E9(R1).
 *
 * @throws {RangeError} when an option is out of range.
 * @see ICH E9(R1) (2019), Addendum on estimands and sensitivity analysis in clinical trials, section A.3.2.
 * @example
 * const [trial] = readTrials("treatment,score,rescue\nsaline,7,\nIVIG,3,\nIVIG,2,\nsaline,2,yes");
 * intercurrentEvents(trial, { improvement: "decrease" }).strategies.map(({ difference }) => difference); // [−2, −4.5, −4.5, −4.5]
 */
export function intercurrentEvents(
  trial: Trial,
  options: IntercurrentEventsOptions,
): IntercurrentEventsResult {
  const { improvement, strategies = intercurrentStrategies } = options;
  if (improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be decrease or increase, got ${improvement}`);
  const { treatment, reference } = comparedTreatments(trial.treatments, options);
  const treatments = [reference, treatment].map((name) => conductOf(trial, name));
  return {
    kind: "intercurrent-events",
    schemaVersion: 1,
    patient: trial.patient,
    treatment,
    reference,
    treatments,
    strategies: strategies.map(({ name, label, question, apply }) => {
      const scores = apply(trial.scores, improvement);
      const nScores = scores.filter((s) => s.treatment === treatment || s.treatment === reference).length;
      const difference = differenceOf(scores, treatment, reference);
      return { strategy: name, label, question, nScores, difference };
    }),
    warnings: warningsOf(treatments),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { improvement, treatment, reference, strategies: strategies.map(({ name }) => name) },
    },
  };
}
