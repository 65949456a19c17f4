import { boundOf } from "../../inference/interval-method.ts";
import { importanceSampler } from "../../inference/posterior/importance-sampler.ts";
import { weightedQuantile } from "../../math/importance/weighted-quantile.ts";
import { weightedSample } from "../../math/importance/weighted-sample.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import { normalSurvival } from "../../math/special/normal-tails.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { WeighedModel } from "./weighed-model.ts";

type Limits = Pick<Estimate, "estimate" | "lower" | "upper" | "bound">;

/** Times that a sampler doubles its draws, to some 5,000: the limits of a median are then known to 1 or 2 %. */
const N_DOUBLINGS = 1;

/** Median and equal-tailed interval of the mixture of the models' posteriors, by weighted draws of each. */
export function mixtureMedian(models: readonly WeighedModel[], level: number): Limits {
  const values: number[] = [];
  const weights: number[] = [];
  for (const { answer, weight } of models) {
    const { intervals, median } = answer;
    const sampler = importanceSampler(intervals, [median], level, intervals.seed);
    for (let i = 0; i < N_DOUBLINGS; i++) sampler.grow([]);
    const draws = sampler.draws();
    const { dimension } = draws;
    for (let i = 0; i < draws.nDraws; i++) {
      if (draws.weights[i] === 0) continue;
      const theta = draws.values.subarray(i * dimension, (i + 1) * dimension);
      const value = median.evaluate(theta);
      if (value === null) continue;
      values.push(Math.exp(value));
      weights.push(weight * draws.weights[i]!);
    }
  }
  const sample = weightedSample(Float64Array.from(values), Float64Array.from(weights));
  const [lower, estimate, upper] = [0.5 * (1 - level), 0.5, 0.5 * (1 + level)].map((p) =>
    weightedQuantile(sample, p),
  ) as [number, number, number];
  return { estimate, lower, upper, bound: "closed" };
}

/** On the log scale: what is added to a bracket, and how closely a limit is known. */
const MARGIN = 1e-6;
const CLOSE = 1e-12;

/**
 * Weighted mean of the models' log medians, with limits that leave the level's tail area to either side, averaged over
 * the models: each model's tail is normal on the log scale on either side of its estimate, as wide as its own limit on that
 * side is away.
 *
 * @see Turek & Fletcher (2012), Comput Stat Data Anal 56:2809–2815, equation 4 (model-averaged tail area).
 * doi:10.1016/j.csda.2012.03.002
 */
export function tailAreaMedian(models: readonly WeighedModel[], level: number): Limits {
  const deviate = normalQuantile(0.5 * (1 + level));
  const rows = models.map(({ answer, weight }) => ({ weight, row: answer.result.estimates[0]! }));
  const estimate = Math.exp(rows.reduce((sum, { weight, row }) => sum + weight * Math.log(row.estimate!), 0));
  const limit = (side: -1 | 1): number | null => {
    const end = (row: Estimate): number | null => (side < 0 ? row.lower : row.upper);
    if (rows.some(({ row }) => end(row) === null)) return null;
    const ends = rows.flatMap(({ row }) => [Math.log(end(row)!), Math.log(row.estimate!)]);
    const tail = (x: number): number =>
      rows.reduce(
        (sum, { weight, row }) => {
          const center = Math.log(row.estimate!);
          const unit = (Math.log(end(row)!) - center) / deviate;
          return sum + weight * normalSurvival((x - center) / unit);
        },
        -0.5 * (1 - level),
      );
    // With one model the root is an end itself.
    const root = findRoot(tail, Math.min(...ends) - MARGIN, Math.max(...ends) + MARGIN, CLOSE);
    return root === null ? null : Math.exp(root);
  };
  const [lower, upper] = [limit(-1), limit(1)];
  return { estimate, lower, upper, bound: boundOf(lower, upper) };
}
