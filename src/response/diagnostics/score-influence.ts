import { fromLink, type Target } from "../../inference/interval-method.ts";
import { targetValues } from "../../inference/posterior/target-values.ts";
import type { ScoreInfluence } from "../../schema/response-diagnostics.ts";
import type { LeftOutScore } from "../comparison/leave-one-out.ts";
import type { SampledModel } from "../comparison/sampled-model.ts";
import { summarizeWeighted, type WeightedSummary } from "../comparison/weighted-summary.ts";

/**
 * How far the medians of relapse day, relief-days and best relief move when one score is left out, in posterior standard
 * deviations: by the weights of leaving it out, or by the fit without it where these can't be trusted.
 *
 * @param leftOut What `leaveOneOut` returned for the model.
 * @returns One row for each score and quantity; none where the model has no effect.
 * @see Bradlow & Zaslavsky (1997), J Comput Graph Stat 6:314–331 (case influence by importance weights)
 */
export function scoreInfluence(model: SampledModel, leftOut: readonly LeftOutScore[]): ScoreInfluence[] {
  const { targets, draws, values, settings } = model;
  values.extend(draws);
  const whole = targets.map(({ link }, k) =>
    summaryOf(link, values.values[k]!, draws.weights, settings.level),
  );
  return leftOut.flatMap(({ draws: without, refitted, paretoShape }, i) => {
    const own = refitted && without ? targetValues(targets) : values;
    if (refitted && without) own.extend(without);
    const { day, score } = model.observations[i]!;
    return targets.map(({ parameter, label, unit, course, link }, k) => {
      const left = without && summaryOf(link, own.values[k]!, without.weights, settings.level);
      const { estimate, standardError } = whole[k]!;
      const estimateWithout = left?.estimate ?? null;
      const known = estimate !== null && estimateWithout !== null && standardError;
      return {
        observation: i + 1,
        day,
        score,
        parameter,
        label,
        unit,
        course: course!,
        estimate,
        estimateWithout,
        change: known ? (estimateWithout - estimate) / standardError : null,
        paretoShape,
        refitted,
      };
    });
  });
}

function summaryOf(
  link: Target["link"],
  onLink: Float64Array,
  weights: Float64Array,
  level: number,
): WeightedSummary {
  const natural = onLink.map((value) => fromLink(link, value));
  return summarizeWeighted(natural, weights, level);
}
