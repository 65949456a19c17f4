import type { ComparedModel, ModelComparison } from "../../schema/index.ts";
import { toCsv } from "../csv.ts";

/** Columns of a model beside the others, in the order of a `ComparedModel`. */
const COLUMNS: readonly (keyof ComparedModel)[] = [
  "model",
  "label",
  "nParameters",
  "elpd",
  "standardError",
  "monteCarloError",
  "difference",
  "differenceStandardError",
  "differenceFromNoEffect",
  "differenceFromNoEffectStandardError",
  "largestParetoShape",
  "nRefits",
  "stackingWeight",
  "posteriorProbability",
  "logMarginalLikelihood",
  "logMarginalLikelihoodError",
  "logBayesFactor",
  "aicc",
];

/** Writes comparisons as CSV: a row for each model of each patient. */
export function comparisonCsv(comparisons: readonly ModelComparison[]): string {
  return toCsv(
    ["patient", "outcome", "priors", ...COLUMNS],
    comparisons.flatMap(({ patient, outcome, priors, models }) =>
      models.map((model) => [patient, outcome, priors, ...COLUMNS.map((column) => model[column])]),
    ),
  );
}
