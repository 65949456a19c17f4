import type { Warning } from "../../schema/provenance.ts";
import {
  type Event,
  type IntervalAnswer,
  type IntervalMethod,
  type IntervalProblem,
  type Target,
  toLink,
} from "../interval-method.ts";
import { bandOf } from "./band.ts";
import { equalDraws } from "./equal-draws.ts";
import { type ImportanceSampler, importanceSampler, type SamplerMaker } from "./importance-sampler.ts";
import { type NullDraws, type QuantitySummary, quantitySummarizer } from "./mixture.ts";
import { tailRegions } from "./tail-regions.ts";
import { targetValues } from "./target-values.ts";
import { copyRow, type WeightedDraws } from "./weighted-draws.ts";

/** How precise a posterior has to be. */
export interface PosteriorOptions {
  /** Largest Monte-Carlo error of an estimate or a limit, as a share of its interval's width; default 0.01. */
  monteCarloError?: number;
  /** Draws after which it gives up; default 32,768. */
  maximumDraws?: number;
}

/** Largest k̂ with which the weights are trusted. */
const LARGEST_SHAPE = 0.7;
const N_DRAWS = 400;
/** Draws of the null model, for each of the model itself, before its probability is known. */
const NULL_SHARE = 0.25;

/** All that was found out of one posterior. */
interface Sampled {
  draws: WeightedDraws;
  nullDraws: NullDraws | null;
  summaries: QuantitySummary[];
  /** One for each event. */
  probabilities: number[];
  /** Largest Monte-Carlo error, as a share of the interval's width. */
  error: number;
}

/**
 * Makes the posterior as an interval method: medians and equal-tailed intervals from weighted draws.
 *
 * It draws more, by itself, until k̂ is below .7 and the Monte-Carlo error of every estimate and limit is below its share
 * of the interval's width, and warns where that took too many draws.
 *
 * @throws {RangeError} when a prior is flat.
 * @see `importanceSampler` for the method.
 */
export function posteriorIntervals(options: PosteriorOptions = {}): IntervalMethod {
  return sampledIntervals(importanceSampler, options);
}

/** The intervals of `posteriorIntervals`, by draws of any sampler. */
export function sampledIntervals(sampler: SamplerMaker, options: PosteriorOptions): IntervalMethod {
  const { monteCarloError = 0.01, maximumDraws = 32_768 } = options;
  return {
    name: "posterior",
    reference:
      "Cornuet et al. (2012), doi:10.1111/j.1467-9469.2011.00756.x; Vehtari et al. (2024), J Mach Learn Res 25(72)",
    needsProperPriors: true,
    estimate(problem, targets, further = {}) {
      const { events = [], curve = [] } = further;
      const sampled = sample(sampler, problem, targets, events.map(indicator), {
        monteCarloError,
        maximumDraws,
      });
      return answerOf(problem, sampled, curve, monteCarloError);
    },
  };
}

/** Posterior intervals with the default precision. */
export const posterior: IntervalMethod = {
  ...posteriorIntervals(),
  coarse: posteriorIntervals({ monteCarloError: 0.05, maximumDraws: 4096 }),
};

function sample(
  makeSampler: SamplerMaker,
  problem: IntervalProblem,
  targets: readonly Target[],
  indicators: readonly Target[],
  { monteCarloError, maximumDraws }: Required<PosteriorOptions>,
): Sampled {
  // The short one first: what is compiled for the long one then serves both.
  const nullSampler =
    problem.nullModel && makeSampler(problem.nullModel, [], problem.level, problem.seed, NULL_SHARE);
  const sampler = makeSampler(problem, targets, problem.level, problem.seed);
  const all = targetValues([...targets, ...indicators]);
  const summarize = quantitySummarizer();
  for (;;) {
    const draws = sampler.draws();
    const nullDraws = nullDrawsOf(problem, draws, nullSampler);
    all.extend(draws);
    const values = all.values.slice(0, targets.length);
    const summaries = targets.map((target, k) =>
      summarize(target, values[k]!, draws, nullDraws, problem.level),
    );
    const error = Math.max(0, ...summaries.map(relativeError));
    const settled = isTrusted(draws) && error <= monteCarloError;
    if (settled || 2 * draws.nDraws > maximumDraws) {
      const probabilities = indicators.map((indicator, k) =>
        probabilityOf(indicator, all.values[targets.length + k]!, draws, nullDraws),
      );
      return { draws, nullDraws, summaries, probabilities, error };
    }
    sampler.grow(worstTails(targets, values, summaries, draws.weights, monteCarloError));
  }
}

function isTrusted({ exact, paretoShape }: Pick<WeightedDraws, "exact" | "paretoShape">): boolean {
  if (exact) return true;
  return paretoShape !== null && paretoShape < LARGEST_SHAPE;
}

/** The tails whose limits are known worst, where their errors exceed the goal. */
function worstTails(
  targets: readonly Target[],
  values: readonly Float64Array[],
  summaries: readonly QuantitySummary[],
  weights: Float64Array,
  goal: number,
): Float64Array[] {
  const tails = summaries.flatMap(({ errors, cuts, interval }, k) => {
    const width = (interval.upper ?? 0) - (interval.lower ?? 0);
    if (!errors || !cuts || !(width > 0)) return [];
    const { link } = targets[k]!;
    return ([-1, 1] as const).map((side, end) => ({
      values: values[k]!,
      side,
      cut: toLink(link, cuts[end]!),
      error: errors[end + 1]! / width,
    }));
  });
  const bad = tails.filter(({ error }) => error > goal).sort((a, b) => b.error - a.error);
  return tailRegions(bad, weights);
}

/** An event as a target: 1 where it happens. */
function indicator({ happens, happensUnderNull }: Event): Target {
  return {
    link: "identity",
    evaluate: (theta) => (happens(theta) ? 1 : 0),
    underNull: (theta) => (happensUnderNull(theta) ? 1 : 0),
  };
}

/** Draws of the null model, in proportion to its probability given the data, which both marginal likelihoods tell. */
function nullDrawsOf(
  { nullModel }: IntervalProblem,
  { logMarginal, nDraws }: WeightedDraws,
  nullSampler: ImportanceSampler | null,
): NullDraws | null {
  if (!nullModel || !nullSampler) return null;
  const { priorProbability: prior } = nullModel;
  for (;;) {
    const draws = nullSampler.draws();
    const odds = (prior / (1 - prior)) * Math.exp(draws.logMarginal.value - logMarginal.value);
    const probability = odds === Infinity ? 1 : odds / (1 + odds);
    if (draws.nDraws >= 0.9 * probability * nDraws) return { draws, probability };
    nullSampler.grow([]);
  }
}

function relativeError({ interval, errors }: QuantitySummary): number {
  const width = (interval.upper ?? 0) - (interval.lower ?? 0);
  return errors && width > 0 ? Math.max(...errors) / width : 0;
}

function answerOf(
  problem: IntervalProblem,
  { draws, nullDraws, summaries, probabilities, error }: Sampled,
  curve: readonly Target[],
  goal: number,
): IntervalAnswer {
  const equal = equalDraws(draws, N_DRAWS, problem.seed);
  return {
    intervals: summaries.map(({ interval }) => interval),
    draws: equal.map((theta) => Array.from(theta)),
    posterior: {
      probabilities,
      band: bandOf(curve, draws, nullDraws, problem),
      errors: summaries.map(({ errors }) => errors),
      exists: summaries.map(({ exists }) => exists),
      summary: {
        nDraws: draws.nDraws,
        effectiveSampleSize: draws.effectiveSampleSize,
        paretoShape: draws.paretoShape,
        monteCarloError: error,
        logMarginalLikelihood: draws.logMarginal.value,
        nullModel: nullDraws && {
          priorProbability: problem.nullModel!.priorProbability,
          probability: nullDraws.probability,
          logBayesFactor: draws.logMarginal.value - nullDraws.draws.logMarginal.value,
        },
      },
    },
    warnings: doubts(draws, error, goal),
  };
}

/** Mean of an indicator over the mixture with the null model. */
function probabilityOf(
  { underNull }: Target,
  values: Float64Array,
  { weights, nDraws }: WeightedDraws,
  nullDraws: NullDraws | null,
): number {
  let share = 0;
  for (let i = 0; i < nDraws; i++) if (weights[i]! > 0) share += weights[i]! * values[i]!;
  if (!nullDraws) return Math.min(1, share);
  const { draws, probability } = nullDraws;
  const theta = new Float64Array(draws.dimension);
  let under = 0;
  for (let i = 0; i < draws.nDraws; i++) {
    copyRow(draws.values, i, theta);
    under += draws.weights[i]! * underNull!(theta);
  }
  return Math.min(1, (1 - probability) * share + probability * under);
}

function doubts({ exact, paretoShape, nDraws }: WeightedDraws, error: number, goal: number): Warning[] {
  const warnings: Warning[] = [];
  if (!isTrusted({ exact, paretoShape })) {
    warnings.push({
      code: "importance-weights",
      message: `The posterior was hard to sample (k̂ ${paretoShape?.toFixed(2) ?? "has no value"}): don't rely on these intervals.`,
    });
  }
  if (error > goal) {
    warnings.push({
      code: "monte-carlo-error",
      message: `After ${nDraws} draws a limit is still uncertain by ${(100 * error).toPrecision(2)} % of its interval's width.`,
    });
  }
  return warnings;
}
