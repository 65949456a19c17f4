import type { Improvement } from "../schema/scale.ts";
import type { TrialPlan } from "../schema/trial-plan.ts";
import { comparedTreatments } from "./compared-treatments.ts";
import { meanDifference } from "./statistics/mean-difference.ts";
import type { TrialStatistic } from "./statistics/trial-statistic.ts";
import type { TrialDesign } from "./trial-design.ts";

/** Options of `planTrial`. */
export interface PlanTrialOptions {
  /** Which way scores move when the patient is better. */
  improvement: Improvement;
  /** Default: the difference of means. */
  statistic?: TrialStatistic;
  /** Default: the design's first treatment after the reference. */
  treatment?: string;
  /** Default: the design's first treatment. */
  reference?: string;
  /** Default 2. */
  sides?: 1 | 2;
  /** In (0, 1); default 0.95. */
  level?: number;
  /** Least effect that would matter, in the statistic's unit, ≥ 0; default none. */
  threshold?: number | null;
}

/**
 * Writes down how a trial will be analysed.
 *
 * @returns Plain JSON; `canonicalJson` gives the text to hash before unblinding.
 * @throws {RangeError} when an option is out of range.
 * @example
 * const design = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 6 });
 * planTrial(design, { improvement: "decrease", threshold: 2 }).statistic; // "mean-difference"
 */
export function planTrial(design: TrialDesign, options: PlanTrialOptions): TrialPlan {
  const { improvement, statistic = meanDifference, sides = 2, level = 0.95, threshold = null } = options;
  if (improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be decrease or increase, got ${improvement}`);
  if (sides !== 1 && sides !== 2) throw new RangeError(`sides must be 1 or 2, got ${sides}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (threshold !== null && !(threshold >= 0 && threshold < Infinity))
    throw new RangeError(`threshold must be a number of at least 0, got ${threshold}`);
  const { treatment, reference } = comparedTreatments(design.treatments, options);
  return {
    kind: "trial-plan",
    schemaVersion: 1,
    design: design.name,
    settings: design.settings,
    statistic: statistic.name,
    treatment,
    reference,
    sides,
    level,
    improvement,
    threshold,
  };
}
