import { fromLink } from "../../inference/interval-method.ts";
import type { Extrapolation } from "../../schema/response-diagnostics.ts";
import type { SampledModel } from "../comparison/sampled-model.ts";
import { summarizeWeighted } from "../comparison/weighted-summary.ts";

/**
 * Sets the relapse day of each course beside the last score that could show it, the last before the next course.
 *
 * @returns One row for each course; none where the model has no effect.
 */
export function courseExtrapolation(model: SampledModel): Extrapolation[] {
  const { targets, events, values, draws, courses, observations, settings } = model;
  values.extend(draws);
  return targets.flatMap(({ parameter, course, link }, k) => {
    if (parameter !== "relapseDay") return [];
    const { day } = courses[course! - 1]!;
    const next = courses[course!]?.day ?? Infinity;
    const seen = observations.map((score) => score.day).filter((at) => at > day && at <= next);
    const lastScore = seen.length === 0 ? 0 : Math.max(...seen) - day;
    const natural = values.values[k]!.map((value) => fromLink(link, value));
    const { estimate, upper } = summarizeWeighted(natural, draws.weights, settings.level);
    const after = events.findIndex(
      (event) => event.event === "relapseAfterLastVisit" && event.course === course,
    );
    const happens = values.values[targets.length + after]!;
    const probability = draws.weights.reduce((sum, w, s) => (w > 0 ? sum + w * happens[s]! : sum), 0);
    return [
      {
        course: course!,
        lastScore,
        relapseDay: estimate,
        upper,
        probabilityAfter: Math.min(1, probability),
        extrapolated: upper !== null && upper > lastScore,
      },
    ];
  });
}
