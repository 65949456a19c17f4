import type { NormalPriorSetting } from "../schema/prior-set.ts";
import type { RelapseShape } from "./models/relapse-model.ts";

/** A named set of priors on the time to relapse, normal on the working scale; `sd: null` is flat. */
export interface RelapsePriorSet {
  name: string;
  /** ln of the median in days. */
  logMedianDays: NormalPriorSetting;
  /** ln of the shape of a Weibull law; other models take the shape that is about as spread out. */
  logWeibullShape: NormalPriorSetting;
  /** ln of the time ratio for a difference of two standard deviations of a covariate. */
  logTimeRatio: NormalPriorSetting;
  /** ln of the variance of the frailty between patients. */
  logFrailtyVariance: NormalPriorSetting;
}

/**
 * Weak priors: a median of 9 to 1,200 days, a Weibull shape of .5 to 8.
 *
 * The median is centred where that of the response curves' T50 is (105 days), but wider: relief from a course of
 * immunoglobulin lasts weeks to a year. The shape is centred between no memory (1) and the regularity of a drug that
 * wears off; without a prior on it few courses, seen at visits, have no answer. Of five widths tried by simulation (4 to
 * 12 courses, visits every 30 days) these kept the median's 95 % interval above 93 % throughout; with a spread of 1 and a
 * shape of 2.5 (.6) it fell to 90 % for early, irregular relapses.
 *
 * @see Gelman, Jakulin, Pittau & Su (2008), Ann Appl Stat 2:1360–1383 (covariates in units of two standard deviations).
 * doi:10.1214/08-AOAS191
 */
export const weakRelapsePriors: RelapsePriorSet = {
  name: "weak",
  logMedianDays: { mean: Math.log(105), sd: 1.25 },
  logWeibullShape: { mean: Math.log(2), sd: 0.7 },
  logTimeRatio: { mean: 0, sd: 1 },
  logFrailtyVariance: { mean: Math.log(0.25), sd: 1 },
};

const flat: NormalPriorSetting = { mean: 0, sd: null };

/** No priors: maximum likelihood. */
export const flatRelapsePriors: RelapsePriorSet = {
  name: "flat",
  logMedianDays: flat,
  logWeibullShape: flat,
  logTimeRatio: flat,
  logFrailtyVariance: flat,
};

/** Every named set. */
export const relapsePriorSets: readonly RelapsePriorSet[] = [weakRelapsePriors, flatRelapsePriors];

/** Whether every parameter has a proper prior, so that there is a posterior to draw from. */
export function hasProperPriors({ name: _, ...settings }: RelapsePriorSet): boolean {
  return Object.values(settings).every(({ sd }) => sd !== null);
}

/** Whether no parameter has a prior, so that the fit is by maximum likelihood. */
export function isFlat({ name: _, ...settings }: RelapsePriorSet): boolean {
  return Object.values(settings).every(({ sd }) => sd === null);
}

/** The prior on a model's own working shape. */
export function shapePrior(
  { fromWeibull: { shift, slope } }: RelapseShape,
  { logWeibullShape: { mean, sd } }: RelapsePriorSet,
): NormalPriorSetting {
  return { mean: shift + slope * mean, sd: sd === null ? null : Math.abs(slope) * sd };
}

/**
 * The prior on the log time ratio for each unit of a covariate.
 *
 * @param spread Standard deviation of the covariate.
 */
export function unitPrior(
  spread: number,
  { logTimeRatio: { mean, sd } }: RelapsePriorSet,
): NormalPriorSetting {
  return { mean: mean / (2 * spread), sd: sd === null ? null : sd / (2 * spread) };
}
