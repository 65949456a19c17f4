import {
  effectSizeAnalysis,
  modelAnalysis,
  nap,
  randomizationAnalysis,
  tau,
  trialModels,
} from "../../trial/index.ts";
import type { PowerAnalysis } from "../../trial/power/power-analysis.ts";

/** Every analysis whose power the command line can look for, the default first. */
export function powerAnalyses(sides: 1 | 2 = 2): readonly PowerAnalysis[] {
  return [
    randomizationAnalysis({ sides }),
    ...trialModels.map(modelAnalysis),
    effectSizeAnalysis(nap, { nullValue: 0.5 }),
    effectSizeAnalysis(tau),
  ];
}
