import { generalizedQByStandardError, generalizedQByVariance } from "./generalized-q-intervals.ts";
import { qProfile } from "./q-profile.ts";
import type { TauSquaredInterval } from "./tau-squared-interval.ts";

/** Every interval for τ², and through it for τ, I² and H²; the default first. */
export const tauSquaredIntervals: readonly TauSquaredInterval[] = [
  qProfile,
  generalizedQByVariance,
  generalizedQByStandardError,
];

export { type GeneralizedQIntervalOptions, generalizedQInterval } from "./generalized-q-intervals.ts";
export type { TauSquaredInterval, TauSquaredLimits } from "./tau-squared-interval.ts";
export { generalizedQByStandardError, generalizedQByVariance, qProfile };
