import type { Estimate } from "../../../schema/estimate.ts";
import type { EffectEstimate } from "../../../schema/series.ts";
import { priorAsJson, withBayesDefaults } from "../../bayes/bayes-options.ts";
import { type BayesModel, type BayesPosterior, bayesPosterior } from "../../bayes/bayes-posterior.ts";
import { bayesSeriesRows, momentsOf, pooledRows, seriesEffectRows } from "../../bayes/bayes-rows.ts";
import { bayesWarnings } from "../../bayes/bayes-warnings.ts";
import { flatMean, type MeanPrior } from "../../bayes/mean-prior.ts";
import { mixtureMoments, mixtureQuantile } from "../../bayes/normal-mixture.ts";
import type { TauPrior } from "../../bayes/tau-priors/tau-prior.ts";
import { checkRows } from "../../check-rows.ts";
import { mergedMean, mergePosteriors } from "./merge-posteriors.ts";
import {
  type CombinedPool,
  type KnownPoolOptions,
  type SpreadCombination,
  widthShare,
} from "./spread-combination.ts";
import { MOST_BY_QUADRATURE, type SpreadNodes, spreadNodes } from "./spread-nodes.ts";
import { limitError } from "./spread-points.ts";
import type { SpreadProblem } from "./spread-problem.ts";

/** What is believed before the data. */
export interface BayesianIntegralOptions {
  /** Prior of τ, such as `halfNormal(0.2)`. */
  prior: TauPrior;
  /** Prior of the mean effect; default `flatMean`. */
  mean?: MeanPrior;
}

type Priors = Required<BayesianIntegralOptions>;

/** Numerical error of a limit that is allowed, as a share of their distance. */
const ALLOWED = 0.002;

function modelOf(effects: readonly EffectEstimate[], { prior, mean }: Priors): BayesModel {
  return {
    data: {
      effects: Float64Array.from(effects, ({ estimate }) => estimate),
      variances: Float64Array.from(effects, ({ variance }) => variance),
    },
    tauPrior: prior,
    meanPrior: mean,
  };
}

const settingsOf = ({ level, measure, backTransform, unit }: KnownPoolOptions) =>
  withBayesDefaults({
    ...(level !== undefined && { level }),
    ...(measure !== undefined && { measure }),
    ...(backTransform !== undefined && { backTransform }),
    ...(unit !== undefined && { unit }),
  });

interface Integral extends SpreadNodes {
  posteriors: BayesPosterior[];
  effects: EffectEstimate[][];
  error: number | null;
}

function limitsOf(
  posteriors: readonly BayesPosterior[],
  weights: readonly number[],
  level: number,
): [number, number] {
  const mean = mergedMean(posteriors, weights);
  const tail = 0.5 * (1 - level);
  return [mixtureQuantile(mean, tail), mixtureQuantile(mean, 1 - tail)];
}

/** The error of the limits: how they moved since the rule before, or how they differ between replicates. */
function errorOf(
  { posteriors, replicates }: Omit<Integral, "error">,
  limits: [number, number],
  before: [number, number] | null,
  level: number,
): number | null {
  const width = limits[1] - limits[0];
  const groups = [...new Set(replicates)];
  if (groups.length === 1)
    return before && Math.max(...[0, 1].map((side) => Math.abs(limits[side]! - before[side]!))) / width;
  const own = groups.map((group) => {
    const members = posteriors.filter((_, i) => replicates[i] === group);
    return limitsOf(
      members,
      members.map(() => 1 / members.length),
      level,
    );
  });
  return limitError(own, width);
}

function integral(problem: SpreadProblem, priors: Priors, level: number, seed: number): Integral {
  let found: Integral | null = null;
  let before: [number, number] | null = null;
  for (const nodes of spreadNodes(problem.nOpen, seed)) {
    const effects = nodes.points.map((point) => problem.effectsWith(problem.sdsAt(point)));
    const posteriors = effects.map((own) => bayesPosterior(modelOf(own, priors)));
    const limits = limitsOf(posteriors, nodes.weights, level);
    const parts = { ...nodes, posteriors, effects };
    found = { ...parts, error: problem.nOpen === 0 ? 0 : errorOf(parts, limits, before, level) };
    before = limits;
    if (found.error !== null && found.error <= ALLOWED) break;
  }
  return found!;
}

/** The effects with their average variances. */
function averaged({ effects, weights }: Integral): EffectEstimate[] {
  return effects[0]!.map((effect, i) => ({
    ...effect,
    variance: weights.reduce((sum, weight, j) => sum + weight * effects[j]![i]!.variance, 0),
  }));
}

/** Weights of the law once the agreement of the series has its say. */
function updated({ posteriors, weights }: Integral): number[] {
  const logs = posteriors.map(({ tau }) => tau.logMarginalLikelihood);
  const greatest = Math.max(...logs);
  const raw = weights.map((weight, i) => weight * Math.exp(logs[i]! - greatest));
  const total = raw.reduce((sum, one) => sum + one, 0);
  return raw.map((one) => one / total);
}

function varianceShare({ posteriors, weights }: Integral, model: BayesModel): number | null {
  if (momentsOf(model).mean < 2) return null;
  const moments = posteriors.map(({ mean }) => mixtureMoments(mean));
  const mean = moments.reduce((sum, one, i) => sum + weights[i]! * one.mean, 0);
  const between = moments.reduce((sum, one, i) => sum + weights[i]! * (one.mean - mean) ** 2, 0);
  const within = moments.reduce((sum, one, i) => sum + weights[i]! * one.standardDeviation ** 2, 0);
  return posteriors.length === 1 ? 0 : between / (between + within);
}

function combined(problem: SpreadProblem, settings: KnownPoolOptions, priors: Priors): CombinedPool {
  const shared = settingsOf(settings);
  const found = integral(problem, priors, shared.level, settings.seed ?? 1);
  const { posteriors, weights, error } = found;
  const rows = checkRows(averaged(found));
  const model = modelOf(rows, priors);
  const merged = mergePosteriors(posteriors, weights);
  const estimates = [...pooledRows(model, merged, shared), ...seriesEffectRows(rows, merged, shared)];
  const mean = estimates[0]!;
  const known = posteriors.map((one): Estimate => {
    const [lower, upper] = limitsOf([one], [1], shared.level);
    return { ...mean, lower, upper };
  });
  const learnt = pooledRows(model, mergePosteriors(posteriors, updated(found)), shared)[0]!;
  return {
    estimates,
    companions:
      problem.nOpen === 0 ? [] : [{ label: "Law updated by how well the series agree", row: learnt }],
    series: bayesSeriesRows(rows, merged, shared),
    missing: {
      varianceShare: varianceShare(found, model),
      missingInformation: null,
      widthShare: widthShare(known, weights, mean),
    },
    average: { nSets: posteriors.length, limitError: error },
    warnings: [
      ...bayesWarnings(model),
      ...((error ?? 0) > 0.01
        ? [
            {
              code: "numerical-error",
              message: `The limits of the mean are known to ${Number((100 * error!).toPrecision(2))} % of their distance only, even with ${posteriors.length} sets of standard deviations`,
            },
          ]
        : []),
    ],
  };
}

/**
 * The Bayesian integral: the posterior of `poolBayes` averaged over the law of the standard deviations, by Gauss–Legendre
 * quadrature for up to two of them and by evenly spread random points for more. The law is not updated by how well the series
 * agree, since that says more of τ; the answer where it is stands beside.
 *
 * @throws {RangeError} never itself; the prior was checked where it was made.
 * @see Röver (2020), J Stat Softw 93(6), section 2 (each posterior). doi:10.18637/jss.v093.i06; Rubin (1987), Multiple
 * Imputation for Nonresponse in Surveys, result 3.1 (the average). doi:10.1002/9780470316696
 * @example
 * poolSummaries(series, { measure: reliefMeanOfRatios, combination: bayesianIntegral({ prior: halfNormal(0.2) }) }).estimates[0];
 */
export function bayesianIntegral({ prior, mean = flatMean }: BayesianIntegralOptions): SpreadCombination {
  const priors: Priors = { prior, mean };
  return {
    name: "bayesian-integral",
    label: "Bayesian integral",
    reference: "Röver (2020), doi:10.18637/jss.v093.i06",
    usesSeed: (nOpen) => nOpen > MOST_BY_QUADRATURE,
    options: () => ({
      prior: priorAsJson(prior),
      mean: { name: mean.name, mean: mean.mean, standardDeviation: mean.standardDeviation },
    }),
    atKnown(effects, settings) {
      const model = modelOf(effects, priors);
      return pooledRows(model, bayesPosterior(model), settingsOf(settings))[0]!;
    },
    combine: (problem, settings) => combined(problem, settings, priors),
  };
}
