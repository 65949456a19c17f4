import { immediateChange } from "./immediate-change.ts";
import { logMeanRatio } from "./log-mean-ratio.ts";
import { meanDifference } from "./mean-difference.ts";
import { phaseMeanDifference } from "./phase-mean-difference.ts";
import { probabilityOfSuperiority } from "./probability-of-superiority.ts";
import { slopeDifference } from "./slope-difference.ts";
import type { TrialStatistic } from "./trial-statistic.ts";

export { type OwnStatistic, ownStatistic } from "./own-statistic.ts";
export {
  immediateChange,
  logMeanRatio,
  meanDifference,
  phaseMeanDifference,
  probabilityOfSuperiority,
  slopeDifference,
};

/** Every statistic that a randomization test can compare treatments by. */
export const trialStatistics: readonly TrialStatistic[] = [
  meanDifference,
  logMeanRatio,
  phaseMeanDifference,
  immediateChange,
  slopeDifference,
  probabilityOfSuperiority,
];
