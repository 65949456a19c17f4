import type {
  ModelComparison,
  NextCourseResult,
  NextScoreResult,
  ResponseDiagnostics,
} from "../../schema/index.ts";
import { INFERENCE } from "../citations/inference.ts";
import { RESPONSE } from "../citations/response.ts";
import { formatPercent } from "../format-number.ts";
import { count } from "../text/assumptions.ts";
import type { Cited } from "../words/cited.ts";
import { plainly, softwareSentence } from "./software.ts";

/** How models were held against each other, for a paper. */
export function comparisonMethods({
  models,
  priors,
  nObservations,
  nCourses,
  provenance,
}: ModelComparison): Cited[] {
  const names = models.map(({ label }) => label).join(", ");
  return [
    {
      sentence: `${count(models.length, "response curve")} (${names}) were fitted to ${count(nObservations, "score")} and ${count(nCourses, "course")} of one patient under the priors “${priors}”, by the likelihood of rounded scores.`,
      references: [INFERENCE.coarseData],
    },
    {
      sentence:
        "Models were compared by how well they predict each score left out, from posterior draws with Pareto-smoothed importance weights, and by refitting where these weights fail.",
      references: [RESPONSE.leaveOneOut, INFERENCE.smoothedImportance],
    },
    {
      sentence:
        "Quantities were averaged by stacking weights and, beside these, by posterior probabilities of the models.",
      references: [RESPONSE.stacking],
    },
    softwareSentence(provenance),
  ];
}

/** How the fit of a curve was judged, for a paper. */
export function diagnosticsMethods({
  model,
  priors,
  nObservations,
  provenance,
}: ResponseDiagnostics): Cited[] {
  return [
    plainly(
      `The fit of the response curve “${model}” under the priors “${priors}” to ${count(nObservations, "score")} was judged score by score.`,
    ),
    {
      sentence:
        "Residuals are quantile residuals of each score given the others, with the range that rounding leaves open.",
      references: [RESPONSE.quantileResiduals],
    },
    {
      sentence: "The influence of a score is the shift of the posterior without it, by importance weights.",
      references: [RESPONSE.leaveOneOut, INFERENCE.smoothedImportance],
    },
    {
      sentence: "Scores drawn from the posterior predictive distribution were compared with those observed.",
      references: [RESPONSE.predictiveChecks],
    },
    softwareSentence(provenance),
  ];
}

/** How a look ahead was computed, for a paper. */
export function forecastMethods(
  { model, level, provenance }: NextCourseResult,
  score: NextScoreResult,
): Cited[] {
  return [
    plainly(
      `The day on which the declared threshold is crossed was predicted from posterior draws of the response curve “${model}” (level ${formatPercent(level)}).`,
    ),
    ...(score.best === null
      ? []
      : [
          {
            sentence:
              "The day of one more score was chosen by the expected standard deviation of the relapse day after it (preposterior analysis).",
            references: [RESPONSE.preposterior],
          },
        ]),
    softwareSentence(provenance),
  ];
}
