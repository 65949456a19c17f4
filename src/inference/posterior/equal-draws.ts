import { systematicResample } from "../../math/importance/systematic-resample.ts";
import { randomStream } from "../../math/random/random-stream.ts";
import type { Interval, IntervalProblem, Target } from "../interval-method.ts";
import { type NullDraws, summarizeQuantity } from "./mixture.ts";
import { targetValues } from "./target-values.ts";
import type { WeightedDraws } from "./weighted-draws.ts";

const N_NULL_DRAWS = 250;

/** Equally weighted draws of the working parameters. */
export function equalDraws(
  { weights, values, dimension }: WeightedDraws,
  nDraws: number,
  seed: number,
): Float64Array[] {
  const chosen = systematicResample(weights, nDraws, randomStream(seed, -1));
  return Array.from(chosen, (i) => values.slice(i * dimension, (i + 1) * dimension));
}

/** The band of a curve from the equally weighted draws. */
export function bandOf(
  curve: readonly Target[],
  equal: readonly Float64Array[],
  nullDraws: NullDraws | null,
  { level, seed }: IntervalProblem,
): Interval[] {
  const drawn = evenDraws(equal);
  const ofNull = nullDraws && {
    draws: evenDraws(equalDraws(nullDraws.draws, N_NULL_DRAWS, seed)),
    probability: nullDraws.probability,
  };
  const values = targetValues(curve);
  values.extend(drawn);
  return curve.map(
    (target, k) => summarizeQuantity(target, values.values[k]!, drawn, ofNull, level).interval,
  );
}

/** Draws of equal weight in the shape of weighted ones. */
function evenDraws(thetas: readonly Float64Array[]): WeightedDraws {
  const nDraws = thetas.length;
  const dimension = thetas[0]!.length;
  const values = new Float64Array(nDraws * dimension);
  for (let i = 0; i < nDraws; i++) values.set(thetas[i]!, i * dimension);
  return {
    dimension,
    nDraws,
    values,
    weights: new Float64Array(nDraws).fill(1 / nDraws),
    paretoShape: null,
    effectiveSampleSize: nDraws,
    logMarginal: { value: 0, monteCarloError: null },
  };
}
