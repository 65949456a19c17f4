import { fromLink, type Target } from "../../inference/interval-method.ts";
import { type TargetValues, targetValues } from "../../inference/posterior/target-values.ts";
import type { ScoreInfluence } from "../../schema/response-diagnostics.ts";
import type { Draws, LeftOutScore } from "../comparison/leave-one-out.ts";
import type { SampledModel } from "../comparison/sampled-model.ts";
import { weightedSummarizer } from "../comparison/weighted-summary.ts";

/**
 * How far the medians of relapse day, relief-days and best relief move when one score is left out, in posterior standard
 * deviations: by the weights of leaving it out, or by the fit without it where these can't be trusted.
 *
 * @param leftOut What `leaveOneOut` returned for the model.
 * @returns One row for each score and quantity; none where the model has no effect.
 * @see Bradlow & Zaslavsky (1997), J Comput Graph Stat 6:314–331 (case influence by importance weights)
 */
export function scoreInfluence(model: SampledModel, leftOut: readonly LeftOutScore[]): ScoreInfluence[] {
  const { targets, draws, settings } = model;
  model.values.extend(draws);
  const summarize = weightedSummarizer();
  const shared = naturalValues(targets, model.values);
  const whole = shared.map((values) => summarize(values, draws.weights, settings.level));
  return leftOut.flatMap(({ draws: without, refitted, paretoShape }, i) => {
    const values = without && refitted ? valuesIn(targets, without) : shared;
    const { day, score } = model.observations[i]!;
    return targets.map(({ parameter, label, unit, course }, k) => {
      const left = without && summarize(values[k]!, without.weights, settings.level);
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

/** Natural values of the targets in draws of their own. */
function valuesIn(targets: readonly Target[], draws: Draws): Float64Array[] {
  const own = targetValues(targets);
  own.extend(draws);
  return naturalValues(targets, own);
}

function naturalValues(targets: readonly Target[], { values }: TargetValues): Float64Array[] {
  return targets.map(({ link }, k) => values[k]!.map((value) => fromLink(link, value)));
}
