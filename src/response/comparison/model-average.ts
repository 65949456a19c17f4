import { fromLink } from "../../inference/interval-method.ts";
import { tailRegions } from "../../inference/posterior/tail-regions.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { ModelAverage } from "../../schema/model-comparison.ts";
import type { EventProbability } from "../../schema/response-result.ts";
import type { ResponseTarget } from "../quantities/derived-quantities.ts";
import { canGrow, type SampledModel } from "./sampled-model.ts";
import { summarizeWeighted } from "./weighted-summary.ts";

/** A model with its weight in the mixture. */
export interface WeightedModel {
  sampled: SampledModel;
  weight: number;
}

/** Models of a smaller weight are left out. */
const NEGLIGIBLE_WEIGHT = 1e-6;
/** Models of a smaller weight need no further draws. */
const SMALL_WEIGHT = 0.05;
/** Largest Monte-Carlo error that is aimed at, as a share of an interval's width. */
const GOAL = 0.05;
/** Below this, the probability that a quantity doesn't exist isn't mentioned. */
const NEGLIGIBLE = 5e-4;

/**
 * Averages the quantities of each course over models: medians and equal-tailed intervals of the mixture of their
 * posteriors. A model without an effect adds reliefs of 0, and no relapse day. Models that matter draw more until the limits
 * are known to a twentieth of their interval's width, as far as draws go.
 *
 * @param models Weights adding to 1.
 * @param weighting Name of what the weights are.
 */
export function averageModels(
  models: readonly WeightedModel[],
  weighting: string,
  level: number,
): ModelAverage {
  const used = models.filter(({ weight }) => weight > NEGLIGIBLE_WEIGHT);
  const named = models.map(({ sampled }) => sampled.targets).find(({ length }) => length > 0) ?? [];
  for (;;) {
    const rows = named.map((target) => averagedRow(target, used, weighting, level));
    const monteCarloError = Math.max(0, ...rows.map(({ error }) => error));
    const open = monteCarloError <= GOAL ? [] : used.filter(mayTellMore);
    if (open.length === 0) {
      const estimates = rows.map(({ row }) => row);
      return { weighting, estimates, probabilities: averagedEvents(used), monteCarloError };
    }
    for (const { sampled } of open) drawMore(sampled, level);
  }
}

function mayTellMore({ weight, sampled }: WeightedModel): boolean {
  return weight > SMALL_WEIGHT && sampled.targets.length > 0 && canGrow(sampled.draws);
}

/** As many draws again, most of them in the tails of the quantities. */
function drawMore(sampled: SampledModel, level: number): void {
  const { draws, sampler } = sampled;
  const tails = valuesOf(sampled).flatMap((values) => {
    const { cuts } = summarizeWeighted(values, draws.weights, level);
    return cuts ? ([-1, 1] as const).map((side, end) => ({ values, side, cut: cuts[end]! })) : [];
  });
  sampler.grow(tailRegions(tails, draws.weights));
  sampled.draws = sampler.draws();
}

/** The targets of a model on their natural scale, in every draw; NaN where they don't exist. */
function valuesOf({ targets, values, draws }: SampledModel): Float64Array[] {
  values.extend(draws);
  return targets.map(({ link }, k) => values.values[k]!.map((value) => fromLink(link, value)));
}

function averagedRow(
  named: ResponseTarget,
  models: readonly WeightedModel[],
  weighting: string,
  level: number,
): { row: Estimate; error: number } {
  const parts = models.map(({ sampled, weight }) => {
    const own = sampled.targets.findIndex(
      ({ parameter, course }) => parameter === named.parameter && course === named.course,
    );
    const { nDraws, values, weights } = sampled.draws;
    const withoutEffect = named.underNull?.(values) ?? Number.NaN;
    return {
      values: valuesOf(sampled)[own] ?? new Float64Array(nDraws).fill(withoutEffect),
      weights: weights.map((w) => weight * w),
    };
  });
  const total = models.reduce((sum, { weight }) => sum + weight, 0);
  const summary = summarizeWeighted(
    concatenated(parts.map(({ values }) => values)),
    concatenated(parts.map(({ weights }) => weights)),
    level,
  );
  const { exists, monteCarloError: error, estimate, standardError, lower, upper } = summary;
  const row: Estimate = {
    parameter: named.parameter,
    label: named.label,
    unit: named.unit,
    estimate,
    standardError,
    lower,
    upper,
    level,
    method: weighting,
    bound: estimate === null ? "open" : "closed",
    patient: models[0]!.sampled.patient.patient,
  };
  if (named.exists !== undefined && exists > 0 && exists < total - NEGLIGIBLE) row.given = named.exists;
  if (named.course !== undefined) row.course = named.course;
  return { row, error };
}

function averagedEvents(models: readonly WeightedModel[]): EventProbability[] {
  const { events, patient } = models[0]!.sampled;
  return events.map(({ event, label, course }, e) => {
    const shares = models.map(({ sampled: { values, targets, draws }, weight }) => {
      values.extend(draws);
      const happens = values.values[targets.length + e]!;
      return weight * draws.weights.reduce((sum, w, s) => (w > 0 ? sum + w * happens[s]! : sum), 0);
    });
    const probability = Math.min(
      1,
      shares.reduce((sum, share) => sum + share, 0),
    );
    return { event, label, probability, patient: patient.patient, course };
  });
}

function concatenated(arrays: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  for (const array of arrays) {
    all.set(array, from);
    from += array.length;
  }
  return all;
}
