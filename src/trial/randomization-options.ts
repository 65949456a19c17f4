import type { Improvement } from "../schema/scale.ts";
import type { TrialShift } from "./shifts/trial-shift.ts";
import { meanDifference } from "./statistics/mean-difference.ts";
import type { TrialStatistic } from "./statistics/trial-statistic.ts";
import type { TrialDesign } from "./trial-design.ts";

/** Options of `randomizationTest`. */
export interface RandomizationTestOptions {
  /** The design by which the treatments were assigned. */
  design: TrialDesign;
  /** Default: the difference of means. */
  statistic?: TrialStatistic;
  /** The treatment that is compared with the reference; default the design's first one after it. */
  treatment?: string;
  /** Default: the design's first treatment. */
  reference?: string;
  /** 1 tests for improvement only, 2 (default) either way. */
  sides?: 1 | 2;
  /** Which way scores move when the patient is better; must be said where `sides` is 1. */
  improvement?: Improvement;
  /** Level of the interval in (0, 1); default 0.95. */
  level?: number;
  /** The kind of effect that the interval is about; default the statistic's own, null for none. */
  shift?: TrialShift | null;
  /** Largest number of assignments that are all counted; default 2²⁰. */
  maxAssignments?: number;
  /** How many are drawn where there are more; default 99,999. */
  nDraws?: number;
  /** Seed of the draws, a whole number; default 1. */
  seed?: number;
}

/** Options after defaults. */
export interface RandomizationSettings {
  statistic: TrialStatistic;
  sides: 1 | 2;
  improvement: Improvement | null;
  level: number;
  shift: TrialShift | null;
  maxAssignments: number;
  nDraws: number;
  seed: number;
}

function checkCount(option: string, value: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < 1 || value > most)
    throw new RangeError(`${option} must be a whole number from 1 to ${most}, got ${value}`);
}

/**
 * Fills in the defaults of `randomizationTest` and checks every option.
 *
 * @throws {RangeError} when an option is out of range.
 */
export function randomizationSettings({
  statistic = meanDifference,
  sides = 2,
  improvement,
  level = 0.95,
  shift = statistic.shift,
  maxAssignments = 2 ** 20,
  nDraws = 99_999,
  seed = 1,
}: RandomizationTestOptions): RandomizationSettings {
  if (sides !== 1 && sides !== 2) throw new RangeError(`sides must be 1 or 2, got ${sides}`);
  if (improvement !== undefined && improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be decrease or increase, got ${improvement}`);
  if (sides === 1 && improvement === undefined)
    throw new RangeError("a one-sided test needs improvement: decrease or increase");
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  checkCount("maxAssignments", maxAssignments, 2 ** 26);
  checkCount("nDraws", nDraws, 2 ** 26);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  return {
    statistic,
    sides,
    improvement: improvement ?? null,
    level,
    shift,
    maxAssignments,
    nDraws,
    seed,
  };
}

/** Whether the interval of these settings can be had from breakpoints, without a search. */
export function hasBreakpoints({ statistic, shift }: RandomizationSettings): boolean {
  return statistic.linear && shift?.isTranslation === true;
}
