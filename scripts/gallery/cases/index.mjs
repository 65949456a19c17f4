import { calibrationCases } from "./calibration.mjs";
import { cohortCases } from "./cohort.mjs";
import { poolingCases } from "./pooling.mjs";
import { relapseCases } from "./relapse.mjs";
import { responseCases } from "./response.mjs";
import { trialCases } from "./trial.mjs";

/**
 * Every picture of the gallery: the chart of the registry that draws it, what it shows, and `result()`, what is drawn. A
 * first case of a chart says in `note` what to look at and in `made` how to make it.
 */
export const galleryCases = [
  ...responseCases,
  ...relapseCases,
  ...poolingCases,
  ...trialCases,
  ...cohortCases,
  ...calibrationCases,
];
