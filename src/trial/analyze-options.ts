import type { ResponseResult } from "../schema/response-result.ts";
import type { Improvement } from "../schema/scale.ts";
import type { Trial } from "../schema/trial.ts";
import { comparedTreatments } from "./compared-treatments.ts";
import type { EffectSizeMethod } from "./effect-sizes/effect-size-method.ts";
import { logResponseRatio } from "./effect-sizes/log-response-ratio.ts";
import { nap } from "./effect-sizes/nap.ts";
import { percentChange } from "./effect-sizes/percent-change.ts";
import { percentOfGoal } from "./effect-sizes/percent-of-goal.ts";
import { standardizedMeanDifference } from "./effect-sizes/standardized-mean-difference.ts";
import { tau } from "./effect-sizes/tau.ts";
import type { RandomizationTestOptions } from "./randomization-options.ts";
import type { TrialDesign, TrialDesignMethod } from "./trial-design.ts";
import type { TrialModel } from "./trial-model.ts";

/** An effect size with options of its own, such as the goal of `percentOfGoal`. */
export interface ChosenEffectSize {
  method: EffectSizeMethod;
  options?: { [option: string]: unknown };
}

/** Options of `analyzeTrial`. */
export interface AnalyzeTrialOptions extends Omit<RandomizationTestOptions, "design" | "improvement"> {
  /** Which way scores move when the patient is better; never guessed. */
  improvement: Improvement;
  /**
   * The design by which treatments were assigned; a kind of design takes its settings from the trial and from `settings`.
   * null (the default) where treatments were not assigned at random: there is then no test.
   */
  design?: TrialDesign | TrialDesignMethod | null;
  /** Settings that a kind of design cannot take from the trial, such as `minimumLength`. */
  settings?: { [setting: string]: unknown };
  /** Effect sizes; default NAP, Tau, the standardized mean difference, the log ratio, and the change in percent. */
  effectSizes?: readonly (EffectSizeMethod | ChosenEffectSize)[];
  /** Models of the scores; default none. */
  models?: readonly TrialModel[];
  /** Least effect that would matter, in the statistic's unit, ≥ 0; default null, none named. */
  threshold?: number | null;
  /** A fitted response of the patient, to see whether relief carried over. */
  response?: ResponseResult;
}

/**
 * The effect sizes that are given unasked. Percent of the way to 0 needs 0 to be the best score, so that it is only given where
 * lower is better.
 */
export function defaultEffectSizes(improvement: Improvement): readonly ChosenEffectSize[] {
  const toNone = { method: percentOfGoal as EffectSizeMethod, options: { goal: 0 } };
  return [
    { method: nap },
    { method: tau },
    { method: standardizedMeanDifference },
    { method: logResponseRatio },
    improvement === "decrease" ? toNone : { method: percentChange },
  ];
}

/** Effect sizes with their options, after defaults. */
export function chosenEffectSizes({
  effectSizes,
  improvement,
}: AnalyzeTrialOptions): readonly ChosenEffectSize[] {
  return (effectSizes ?? defaultEffectSizes(improvement)).map((one) =>
    typeof one === "function" ? { method: one } : one,
  );
}

/** What a trial is analysed by: its design, and which treatments are compared with which. */
export interface TrialComparison {
  /** null where there is none. */
  design: TrialDesign | null;
  reference: string;
  /** Those that are compared with the reference. */
  treatments: readonly string[];
}

/** A design by value, or made of what the trials show and the settings that were given. */
function designOf(
  trials: readonly Trial[],
  { design = null, settings }: AnalyzeTrialOptions,
  seen: readonly string[],
): TrialDesign | null {
  if (design === null || "space" in design) return design;
  const treatments = (settings?.treatments as readonly string[] | undefined) ?? seen;
  return design.design({ ...design.settingsOf(trials, treatments), ...settings, treatments });
}

/**
 * Fills in the design and the treatments that are compared.
 *
 * @param trials One for each patient of the design.
 * @throws {RangeError} for settings of which no design can be made, and for treatments that there are not.
 */
export function trialComparison(trials: readonly Trial[], options: AnalyzeTrialOptions): TrialComparison {
  const seen = [...new Set(trials.flatMap(({ treatments }) => treatments))];
  const design = designOf(trials, options, seen);
  const all = design?.treatments ?? seen;
  const { reference } = comparedTreatments(all, options);
  const others = options.treatment === undefined ? all : [options.treatment];
  return { design, reference, treatments: others.filter((name) => name !== reference) };
}

/**
 * Checks what only the analysis of a whole trial takes; the test checks the rest.
 *
 * @throws {RangeError} when an option is out of range.
 */
export function checkAnalyzeOptions({ improvement, threshold, level = 0.95 }: AnalyzeTrialOptions): void {
  if (improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be decrease or increase, got ${improvement}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (threshold !== undefined && threshold !== null && !(threshold >= 0 && threshold < Infinity))
    throw new RangeError(`threshold must be a number of at least 0, got ${threshold}`);
}
