import type { Estimate } from "../schema/estimate.ts";
import type { Provenance, Warning } from "../schema/provenance.ts";
import type { Trial } from "../schema/trial.ts";
import type { TrialResult } from "../schema/trial-result.ts";
import { version } from "../version.ts";
import { type AnalyzeTrialOptions, chosenEffectSizes } from "./analyze-options.ts";
import { withBlocks } from "./models/with-blocks.ts";
import { meanDifference } from "./statistics/mean-difference.ts";
import { trialBesides } from "./trial-besides.ts";
import { trialCarryover } from "./trial-carryover.ts";
import type { TrialDesign } from "./trial-design.ts";
import { trialEffectSizes } from "./trial-effect-sizes.ts";
import { trialModelAnswers } from "./trial-models.ts";
import { trialPeriods } from "./trial-periods.ts";
import { type TrialTest, testTrials } from "./trial-test.ts";
import { untestedEffect } from "./untested-effect.ts";

/** One treatment against another in some patients whose trials one design assigned. */
export interface TreatmentComparison {
  trials: readonly Trial[];
  design: TrialDesign | null;
  compared: { treatment: string; reference: string };
  options: AnalyzeTrialOptions;
}

function together(nPatients: number): Warning[] {
  if (nPatients === 1) return [];
  const message = `The test, and the effect with its interval, are of the ${nPatients} patients together, for the design assigns treatments to all of them; effect sizes and models are of this patient.`;
  return [{ code: "tested-together", message }];
}

function provenanceOf(
  { design, compared, options }: TreatmentComparison,
  { randomization }: TrialTest,
): Provenance {
  const { statistic = meanDifference, sides = 2, improvement, level = 0.95, threshold = null } = options;
  const ofTest = randomization?.provenance.options;
  return {
    package: "nof1",
    version,
    seed: randomization?.provenance.seed ?? null,
    inputSha256: null,
    options: {
      design: design?.name ?? null,
      settings: design?.settings ?? null,
      statistic: statistic.name,
      ...compared,
      sides,
      improvement,
      level,
      threshold,
      effectSizes: chosenEffectSizes(options).map(({ method, options: own = {} }) => ({
        name: method.name,
        options: JSON.parse(JSON.stringify(own)),
      })),
      models: (options.models ?? []).map(({ name }) => name),
      response: options.response?.patient ?? null,
      ...(ofTest && { maxAssignments: ofTest.maxAssignments!, nDraws: ofTest.nDraws! }),
    },
  };
}

/** The effect that answers the question: of the test, or without an interval. */
function effectOf(trial: Trial, comparison: TreatmentComparison, { randomization }: TrialTest): Estimate[] {
  const { trials, compared, options } = comparison;
  const { statistic = meanDifference, level = 0.95 } = options;
  const found = randomization?.estimates ?? [];
  if (found.length === 0)
    return [{ ...untestedEffect(trial, { ...compared, statistic, level }), patient: trial.patient }];
  return trials.length > 1 ? found : found.map((row) => ({ ...row, patient: trial.patient }));
}

function resultOf(trial: Trial, comparison: TreatmentComparison, test: TrialTest): TrialResult {
  const { trials, design, compared, options } = comparison;
  const { improvement, level = 0.95, threshold = null, seed = 1 } = options;
  const asked = { ...compared, improvement, level };
  const estimates = effectOf(trial, comparison, test);
  const periods = trialPeriods(trial, design, level);
  const sizes = trialEffectSizes(trial, chosenEffectSizes(options), asked);
  const settings = { ...asked, threshold, seed };
  const whole = withBlocks(trial, design);
  const answers = trialModelAnswers(whole, options.models ?? [], settings);
  const besides = trialBesides(whole, settings);
  return {
    kind: "trial",
    schemaVersion: 1,
    patient: trial.patient,
    ...compared,
    improvement,
    design: design?.name ?? "none",
    scores: trial.scores,
    periods,
    estimates,
    randomization: test.randomization,
    effectSizes: sizes.effectSizes,
    models: answers.models,
    ...besides.found,
    warnings: [
      ...test.warnings,
      ...together(trials.length),
      ...trialCarryover(options.response, periods, compared.reference),
      ...sizes.warnings,
      ...answers.warnings,
      ...besides.warnings,
    ],
    provenance: provenanceOf(comparison, test),
  };
}

/**
 * Compares two treatments: one result for each patient, with the test of all of them together.
 *
 * @throws {InputError} with every row that the design could not have given.
 * @throws {RangeError} when an option is out of range.
 */
export function compareTreatments(comparison: TreatmentComparison): TrialResult[] {
  const { trials, design, compared, options } = comparison;
  const test = testTrials(trials, design, compared, options);
  return trials.map((trial) => resultOf(trial, comparison, test));
}
