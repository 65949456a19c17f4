import { boxCoxConversion } from "./box-cox.ts";
import { hozo } from "./hozo.ts";
import { logNormalOrderStatistics } from "./log-normal-order-statistics.ts";
import { luo } from "./luo.ts";
import { normalOrderStatistics } from "./normal-order-statistics.ts";
import { quantileEstimation } from "./quantile-estimation.ts";
import type { RangeConversion } from "./range-conversion.ts";
import { rangeOverFour } from "./range-over-four.ts";
import { shi } from "./shi.ts";
import { unknownNonNormal } from "./unknown-non-normal.ts";
import { walterYao } from "./walter-yao.ts";
import { wan } from "./wan.ts";

/** Every way from a range or quartiles to a mean and a standard deviation. */
export const rangeConversions: readonly RangeConversion[] = [
  wan,
  luo,
  shi,
  hozo,
  rangeOverFour,
  walterYao,
  normalOrderStatistics,
  logNormalOrderStatistics,
  quantileEstimation,
  boxCoxConversion,
  unknownNonNormal,
];

export type { ConvertedRange, RangeConversion, RangeScenario, RangeSummary } from "./range-conversion.ts";
export {
  boxCoxConversion,
  hozo,
  logNormalOrderStatistics,
  luo,
  normalOrderStatistics,
  quantileEstimation,
  rangeOverFour,
  shi,
  unknownNonNormal,
  walterYao,
  wan,
};
