import { averagedDays } from "./averaged-days.ts";
import type { SensitivityAnalysis } from "./sensitivity-analysis.ts";
import { serialCorrelation } from "./serial-correlation.ts";
import { withoutRescue } from "./without-rescue.ts";

/** Every assumption that is tried, where it makes a difference. */
export const sensitivityAnalyses: readonly SensitivityAnalysis[] = [
  averagedDays,
  withoutRescue,
  serialCorrelation,
];
