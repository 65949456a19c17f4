import type { ConsistencyCheck } from "./consistency-check.ts";
import { debitCheck } from "./debit.ts";
import { grimCheck } from "./grim.ts";
import { grimmerCheck } from "./grimmer.ts";
import { intervalOfMeanCheck } from "./interval-of-mean.ts";
import { percentChangeCheck } from "./percent-change.ts";
import { percentOfCountCheck } from "./percent-of-count.ts";
import { possibleSampleCheck } from "./possible-sample.ts";
import { tStatisticCheck } from "./t-statistic.ts";

export { checkSummary } from "./check-summary.ts";
export type { CheckFinding, ConsistencyCheck } from "./consistency-check.ts";
export { grim } from "./grim.ts";

/** Every check of a report's numbers against each other. */
export const consistencyChecks: readonly ConsistencyCheck[] = [
  possibleSampleCheck,
  grimCheck,
  grimmerCheck,
  debitCheck,
  percentOfCountCheck,
  tStatisticCheck,
  intervalOfMeanCheck,
  percentChangeCheck,
];
