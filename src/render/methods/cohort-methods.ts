import type { CohortResult } from "../../schema/index.ts";
import { APPROXIMATION_SOURCES, COHORT } from "../citations/cohort.ts";
import { INFERENCE, INTERVAL_SOURCES } from "../citations/inference.ts";
import { RESPONSE_MODEL_SOURCES } from "../citations/response.ts";
import { sourcesOf } from "../citations/sources.ts";
import { formatPercent } from "../format-number.ts";
import { count } from "../text/assumptions.ts";
import type { Cited } from "../words/cited.ts";
import { plainly, softwareSentence } from "./software.ts";

/** How several patients were fitted at once, for a paper. */
export function cohortMethods(result: CohortResult): Cited[] {
  const { model, approximation, nPatients, nObservations, scale, estimates, priors, summaries, provenance } =
    result;
  const method = estimates[0]?.method ?? "";
  return [
    {
      sentence: `The response curves (“${model}”) of ${count(nPatients, "patient")} with ${count(nObservations, "score")} were fitted at once, in a hierarchical model in which patients differ.`,
      references: [...sourcesOf(RESPONSE_MODEL_SOURCES, model), COHORT.hierarchy],
    },
    {
      sentence: `Scores are seen rounded to steps of ${scale.step}; the likelihood is that of the rounded values.`,
      references: [INFERENCE.coarseData],
    },
    {
      sentence: `The patients’ own values were integrated out by “${approximation}”.`,
      references: sourcesOf(APPROXIMATION_SOURCES, approximation.replace(/-\d+$/u, "")),
    },
    {
      sentence: `Intervals are by the method “${method}” (level ${formatPercent(estimates[0]?.level ?? 0.95)}), under the priors “${priors.set}”, which are given with the results.`,
      references: sourcesOf(INTERVAL_SOURCES, method),
    },
    ...(summaries.length === 0
      ? []
      : [
          plainly(
            `${count(summaries.length, "published summary").replace(/summarys$/u, "summaries")} entered by the likelihood of the printed numbers.`,
          ),
        ]),
    softwareSentence(provenance),
  ];
}
