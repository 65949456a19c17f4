import type { ResponseResult } from "../../schema/index.ts";
import { INFERENCE, INTERVAL_SOURCES } from "../citations/inference.ts";
import { RESPONSE, RESPONSE_MODEL_SOURCES } from "../citations/response.ts";
import { sourcesOf } from "../citations/sources.ts";
import { formatPercent } from "../format-number.ts";
import { isPriorsAlone } from "../is-priors-alone.ts";
import { describeRelapseRule, higherIsBetter } from "../relapse-rule.ts";
import { count } from "../text/assumptions.ts";
import type { Cited } from "../words/cited.ts";
import { plainly, softwareSentence } from "./software.ts";

/** What is said of estimates, by the names of interval methods. */
const ESTIMATES: Readonly<Record<string, string>> = {
  posterior:
    "Estimates are posterior medians and intervals cut off equal tails, from weighted draws by adaptive importance sampling with Pareto-smoothed weights",
  prior: "No score entered: estimates are medians of the priors and intervals cut off their equal tails",
  profile: "Estimates maximise the penalised likelihood; intervals are those of its profile",
  bootstrap: "Estimates maximise the penalised likelihood; intervals are those of a parametric bootstrap",
  wald: "Estimates maximise the penalised likelihood; intervals are Wald’s, from its curvature",
};

/** The curve and what is fitted to it. */
function curveSentences(
  result: Pick<ResponseResult, "model" | "scale" | "nObservations" | "nCourses">,
): Cited[] {
  const { model, scale, nObservations, nCourses } = result;
  return [
    {
      sentence: `The response curve “${model}” was fitted to ${count(nObservations, "score")} and ${count(nCourses, "course")} of one patient.`,
      references: sourcesOf(RESPONSE_MODEL_SOURCES, model),
    },
    {
      sentence: `Scores scatter normally about the curve and are seen rounded to steps of ${scale.step} between ${scale.minimum} and ${scale.maximum}; the likelihood is that of the rounded values, and the ends of the scale also stand for what lies beyond it.`,
      references: [INFERENCE.coarseData],
    },
  ];
}

/** How a response was computed, for a paper. */
export function responseMethods(result: ResponseResult): Cited[] {
  const { estimates, priors, relapseAt, noEffect, provenance } = result;
  const [first] = estimates;
  const priorsAlone = isPriorsAlone(result);
  const method = priorsAlone ? "prior" : (first?.method ?? "");
  const how = ESTIMATES[method] ?? `Intervals are by ${method}`;
  return [
    ...(priorsAlone ? [] : curveSentences(result)),
    plainly(`The priors are those of the set “${priors.set}”, given with the results.`),
    ...(first
      ? [
          {
            sentence: `${how} (level ${formatPercent(first.level)}).`,
            references: sourcesOf(INTERVAL_SOURCES, method),
          },
        ]
      : []),
    plainly(`Relapse was declared as: ${describeRelapseRule(relapseAt, higherIsBetter(result))}.`),
    ...(noEffect === null || priorsAlone
      ? []
      : [plainly("The curve was compared with a constant level by a Bayes factor under the same priors.")]),
    ...(higherIsBetter(result)
      ? []
      : [
          {
            sentence: "A fall by 30 % is called moderate, one by 50 % substantial.",
            references: [RESPONSE.importance, RESPONSE.elevenPoints],
          },
        ]),
    softwareSentence(provenance),
  ];
}
