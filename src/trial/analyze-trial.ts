import { InputError, type InputIssue } from "../errors.ts";
import type { Trial } from "../schema/trial.ts";
import type { TrialResult } from "../schema/trial-result.ts";
import {
  type AnalyzeTrialOptions,
  checkAnalyzeOptions,
  type TrialComparison,
  trialComparison,
} from "./analyze-options.ts";
import { compareTreatments } from "./compare-treatments.ts";

/** Trials that one design assigned together: every treatment against the reference, patient by patient. */
function analyzeTogether(
  trials: readonly Trial[],
  { design, reference, treatments }: TrialComparison,
  options: AnalyzeTrialOptions,
): TrialResult[] {
  const results = treatments.map((treatment) =>
    compareTreatments({ trials, design, compared: { treatment, reference }, options }),
  );
  return trials.flatMap((_, p) => results.map((ofTreatment) => ofTreatment[p]!));
}

/**
 * Analyses the trials of a file: every treatment against the reference, patient by patient.
 *
 * A design for several patients (a multiple baseline, a Latin square) is tested with all of them together; with any other one
 * each patient's trial is a trial of its own.
 *
 * @returns For each patient a result for each treatment but the reference.
 * @throws {InputError} with every row, of all patients, that the design could not have given.
 * @throws {RangeError} when an option is out of range.
 * @example
 * const trials = readTrials("treatment,score\nsaline,7\nIVIG,3\nIVIG,2\nsaline,6");
 * analyzeTrials(trials, { improvement: "decrease", design: randomizedPairs }).length; // 1
 */
export function analyzeTrials(trials: readonly Trial[], options: AnalyzeTrialOptions): TrialResult[] {
  checkAnalyzeOptions(options);
  const whole = isForSeveral(trials, options) ? [trials] : trials.map((trial) => [trial]);
  const issues: InputIssue[] = [];
  const results = whole.map((group) => {
    try {
      return analyzeTogether(group, trialComparison(group, options), options);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      issues.push(...error.issues);
      return [];
    }
  });
  if (issues.length > 0) throw new InputError(issues);
  return results.flat();
}

/** Whether the design assigns treatments to several patients at once. */
function isForSeveral(trials: readonly Trial[], options: AnalyzeTrialOptions): boolean {
  const { design = null } = options;
  if (design === null) return false;
  if ("space" in design) return design.nPatients > 1;
  return design.design(design.example).nPatients > 1 && trials.length > 0;
}

/**
 * Answers whether a treatment worked in one patient's trial: the effect with the interval of the randomization test that the
 * design allows, effect sizes, and what models say.
 *
 * @param trial One patient's scores in the order of time.
 * @param options The direction of improvement must be said; the design, or a kind of design that takes its settings from the trial,
 * is what the test rests on.
 * @returns The treatment compared with the reference; where there are several, the first one unless `treatment` names it.
 * `analyzeTrials` gives all.
 * @throws {InputError} with every row that the design could not have given.
 * @throws {RangeError} when an option is out of range.
 * @see Edgington & Onghena (2007), Randomization Tests, 4th ed., chapter 11; Vohra et al. (2015), BMJ 350:h1738 (CENT 2015).
 * @example
 * const [trial] = readTrials("treatment,score\nsaline,7\nIVIG,3\nIVIG,2\nsaline,6\nIVIG,4\nsaline,8\nsaline,7\nIVIG,3");
 * analyzeTrial(trial, { improvement: "decrease", design: randomizedPairs }).estimates[0].estimate; // −4
 */
export function analyzeTrial(trial: Trial, options: AnalyzeTrialOptions): TrialResult {
  checkAnalyzeOptions(options);
  const comparison = trialComparison([trial], options);
  return analyzeTogether(
    [trial],
    { ...comparison, treatments: comparison.treatments.slice(0, 1) },
    options,
  )[0]!;
}
