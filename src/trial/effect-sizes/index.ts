import type { EffectSizeMethod } from "./effect-size-method.ts";
import { ird } from "./ird.ts";
import { logOddsRatio } from "./log-odds-ratio.ts";
import { logRatioOfMedians } from "./log-ratio-of-medians.ts";
import { logResponseRatio } from "./log-response-ratio.ts";
import { nap } from "./nap.ts";
import { pand } from "./pand.ts";
import { pem } from "./pem.ts";
import { percentChange } from "./percent-change.ts";
import { percentOfGoal } from "./percent-of-goal.ts";
import { pnd } from "./pnd.ts";
import { standardizedMeanDifference } from "./standardized-mean-difference.ts";
import { tau } from "./tau.ts";
import { tauBaselineCorrected } from "./tau-baseline-corrected.ts";
import { tauU } from "./tau-u.ts";

/** Every effect size, the default first. Those that `needs` name options for can't be called without them. */
export const effectSizes: readonly EffectSizeMethod[] = [
  nap,
  tau,
  tauU,
  tauBaselineCorrected,
  pnd,
  pem,
  pand,
  ird,
  standardizedMeanDifference,
  logResponseRatio,
  logOddsRatio as EffectSizeMethod,
  percentOfGoal as EffectSizeMethod,
  percentChange,
  logRatioOfMedians,
];

export type { WhenCorrected } from "./baseline-correction.ts";
export type { EffectSizeMethod, EffectSizeOptions, EffectSizeTraits } from "./effect-size-method.ts";
export type { IrdOptions } from "./ird.ts";
export type { LogOddsRatioOptions } from "./log-odds-ratio.ts";
export type { LogRatioOfMediansOptions } from "./log-ratio-of-medians.ts";
export type { LogResponseRatioOptions } from "./log-response-ratio.ts";
export type { NapOptions } from "./nap.ts";
export type { NapStandardError } from "./nap-standard-errors.ts";
export type { PandOptions } from "./pand.ts";
export type { PemOptions } from "./pem.ts";
export type { PercentOfGoalOptions } from "./percent-of-goal.ts";
export type { Phases } from "./phases.ts";
export type { StandardizedMeanDifferenceOptions } from "./standardized-mean-difference.ts";
export type { TauBaselineCorrectedOptions } from "./tau-baseline-corrected.ts";
export type { TauUOptions } from "./tau-u.ts";
export type { TauUDivisor } from "./tau-u-divisors.ts";
export type { TauUVariant } from "./tau-u-variants.ts";
export type { TrendTest } from "./trend-tests.ts";
export {
  ird,
  logOddsRatio,
  logRatioOfMedians,
  logResponseRatio,
  nap,
  pand,
  pem,
  percentChange,
  percentOfGoal,
  pnd,
  standardizedMeanDifference,
  tau,
  tauBaselineCorrected,
  tauU,
};
