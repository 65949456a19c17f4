import { weightedQuantile, weightedQuantileError } from "../../math/importance/weighted-quantile.ts";
import { type WeightedSample, weightedSampler } from "../../math/importance/weighted-sample.ts";
import { fromLink, type Interval, noInterval, type Target } from "../interval-method.ts";
import { copyRow, type WeightedDraws } from "./weighted-draws.ts";

/** Draws of the null model, and the probability that it holds given the data. */
export interface NullDraws {
  draws: WeightedDraws;
  probability: number;
}

/** A quantity's posterior, summarised. */
export interface QuantitySummary {
  interval: Interval;
  /** Monte-Carlo errors of the estimate and of both ends. */
  errors: [estimate: number, lower: number, upper: number] | null;
  /** Probability that the quantity exists, given that the null model doesn't hold. */
  exists: number;
  /** Natural values that cut off, on either side, twice the probability beyond a limit. */
  cuts: [lower: number, upper: number] | null;
}

/** Summarises one quantity after the other. */
export type QuantitySummarizer = (
  target: Target,
  values: Float64Array,
  draws: WeightedDraws,
  nullDraws: NullDraws | null,
  level: number,
) => QuantitySummary;

/**
 * Makes what summarises a quantity by the median and the equal-tailed interval of its posterior: of the mixture with the null
 * model where it has a value under that, otherwise given that the null model does not hold and the quantity exists.
 *
 * Its values are on the link's scale, one for each draw; NaN where the quantity doesn't exist. Every quantity is sorted in the
 * same memory: to fetch new pages for each took longer than to sort.
 */
export function quantitySummarizer(): QuantitySummarizer {
  const mixtureSample = mixtureSampler();
  return (target, values, draws, nullDraws, level) => {
    const { exists, sum } = existing(values, draws.weights);
    if (!(exists > 0)) return { interval: noInterval, errors: null, exists: 0, cuts: null };
    const linkSquares = squaresAround(sum / exists, values, draws.weights);
    const sample = mixtureSample(target, values, draws, target.underNull ? nullDraws : null, exists);
    const tails = [0.5, 0.5 * (1 - level), 0.5 * (1 + level)] as const;
    const [estimate, lower, upper] = tails.map((p) => weightedQuantile(sample, p)) as [
      number,
      number,
      number,
    ];
    return {
      interval: {
        estimate,
        standardError: standardDeviation(sample),
        lower,
        upper,
        bound: "closed",
        linkStandardError: Math.sqrt(linkSquares / exists),
      },
      errors: tails.map((p) => weightedQuantileError(sample, p) ?? 0) as [number, number, number],
      exists,
      cuts: [weightedQuantile(sample, 1 - level), weightedQuantile(sample, level)],
    };
  };
}

// Loops over all draws stand in functions of their own: compiled once, and not again with each kind of target.

/** The weight of the values that exist, and their weighted sum. */
function existing(values: Float64Array, weights: Float64Array): { exists: number; sum: number } {
  let exists = 0;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    exists += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  return { exists, sum };
}

/** Weighted sum of the squared distances from a mean, of the values that exist. */
function squaresAround(mean: number, values: Float64Array, weights: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!Number.isNaN(values[i]!)) squares += weights[i]! * (values[i]! - mean) ** 2;
  }
  return squares;
}

/**
 * Makes what sorts natural values with their weights: those of the null model beside the others, in proportion to its
 * probability.
 */
function mixtureSampler() {
  const sort = weightedSampler();
  let memory = new Float64Array(0);
  return (
    { link, underNull }: Target,
    values: Float64Array,
    draws: WeightedDraws,
    nullDraws: NullDraws | null,
    exists: number,
  ): WeightedSample => {
    const n = draws.nDraws;
    const size = n + (nullDraws?.draws.nDraws ?? 0);
    if (2 * size > memory.length) memory = new Float64Array(2 * size);
    const natural = memory.subarray(0, size);
    const weights = memory.subarray(size, 2 * size);
    fillNatural(link, values, natural);
    fillWeights((1 - (nullDraws?.probability ?? 0)) / exists, values, draws.weights, weights);
    if (nullDraws) fillNull(underNull!, nullDraws, natural.subarray(n), weights.subarray(n));
    return sort(natural, weights);
  };
}

/** Shares of the weights of the values that exist; 0 for the others. */
function fillWeights(share: number, values: Float64Array, own: Float64Array, weights: Float64Array): void {
  for (let i = 0; i < values.length; i++) weights[i] = Number.isNaN(values[i]!) ? 0 : share * own[i]!;
}

/** Values of a quantity in the draws of the null model, and their weights. */
function fillNull(
  underNull: NonNullable<Target["underNull"]>,
  { draws: { dimension, nDraws, values, weights: own }, probability }: NullDraws,
  natural: Float64Array,
  weights: Float64Array,
): void {
  const theta = new Float64Array(dimension);
  for (let i = 0; i < nDraws; i++) {
    copyRow(values, i, theta);
    natural[i] = underNull(theta);
    weights[i] = probability * own[i]!;
  }
}

/** Natural values of those that exist. */
function fillNatural(link: Target["link"], values: Float64Array, natural: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    // A value beyond every number still has its place: at the end.
    if (!Number.isNaN(values[i]!)) natural[i] = Math.min(fromLink(link, values[i]!), Number.MAX_VALUE);
  }
}

/** null where it is beyond every number. */
function standardDeviation({ values, weights }: WeightedSample): number | null {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += weights[i]! * values[i]!;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += weights[i]! * (values[i]! - mean) ** 2;
  return Number.isFinite(squares) ? Math.sqrt(squares) : null;
}
