import { normalCdf } from "../../math/special/normal-tails.ts";
import { type Effects, logLikelihoodAt, type MeanAtTau, meanAtTau } from "./mean-at-tau.ts";
import type { MeanPrior } from "./mean-prior.ts";
import type { NormalMixture } from "./normal-mixture.ts";
import { type TauPosterior, type TauProblem, tauPosterior } from "./tau-posterior.ts";
import type { TauPrior } from "./tau-priors/tau-prior.ts";

/** The model: normal effects about a normal mean, and what is believed before the data. */
export interface BayesModel {
  data: Effects;
  tauPrior: TauPrior;
  meanPrior: MeanPrior;
}

/** The posterior of everything, each quantity as a mixture over τ. */
export interface BayesPosterior {
  tau: TauPosterior;
  mean: NormalMixture;
  prediction: NormalMixture;
  series: NormalMixture[];
  /** Posterior mean share of each series in the mean; what is missing to 1 is the prior's. */
  weights: number[];
  /** Posterior mean share of the mean in each series' own effect, in [0, 1]. */
  shrinkage: number[];
}

/** Moments whose tail falls more slowly hang on the far tail alone. */
const SLOWEST = 0.12;

/** Below this share of the effects' size, their rounding shows in a distribution function. */
const ROUNDING_SHOWS = 0.02;

/** Whether E τ^moment exists, and does not hang on values of τ far beyond anything sensible. */
export function momentExists({ data, tauPrior, meanPrior }: BayesModel, moment: number): boolean {
  const k = data.effects.length;
  const decay = tauPrior.tailPower + (meanPrior.standardDeviation === null ? k - 1 : k);
  return decay - 1 - moment > SLOWEST;
}

/** Smallest and largest τ at which the likelihood changes. */
function scalesOf({ effects, variances }: Effects, { mean, standardDeviation }: MeanPrior): [number, number] {
  const errors = Array.from(variances, Math.sqrt);
  const all = mean === null ? [...effects] : [...effects, mean];
  const spread = Math.max(...all) - Math.min(...all);
  return [Math.min(...errors), Math.max(...errors, spread, standardDeviation ?? 0)];
}

/**
 * Probes that make the quadrature exact for moments of τ and for distribution functions. Those are 1 + a part that shrinks where
 * rounding of the effects would show in it.
 */
function probesOf(
  model: BayesModel,
  scales: readonly [number, number],
): Pick<TauProblem, "probes" | "nProbes"> {
  const { data, meanPrior } = model;
  const size = Math.max(...data.effects.map(Math.abs));
  const typical = Math.min(model.tauPrior.median, scales[1]);
  const at = meanAtTau(data, meanPrior, typical * typical);
  const spread = Math.sqrt(at.variance);
  const points = [-2, 0, 2].map((z) => at.mean + z * spread);
  const share = (point: number, mean: number, sd: number): number =>
    1 + Math.min(1, sd / (ROUNDING_SHOWS * size + Number.MIN_VALUE)) * normalCdf((point - mean) / sd);
  const probes = (tau: number, out: Float64Array): void => {
    const square = tau * tau;
    const { mean, variance } = meanAtTau(data, meanPrior, square);
    const sd = Math.sqrt(variance);
    const farther = Math.sqrt(variance + square);
    out[0] = momentExists(model, 1) ? tau : 1;
    out[1] = momentExists(model, 2) ? square : 1;
    points.forEach((point, i) => {
      out[2 + i] = share(point, mean, sd);
      out[5 + i] = share(point, mean, farther);
    });
    data.effects.forEach((effect, i) => {
      const own = seriesAt(effect, data.variances[i]!, square, { mean, variance });
      out[8 + i] = share(effect, own.mean, own.standardDeviation);
    });
  };
  return { probes, nProbes: 8 + data.effects.length };
}

/** A series' own effect at a known τ: drawn from its estimate towards the mean. */
function seriesAt(
  effect: number,
  variance: number,
  tauSquared: number,
  at: Pick<MeanAtTau, "mean" | "variance">,
): { mean: number; standardDeviation: number; shrinkage: number } {
  const shrinkage = variance / (variance + tauSquared);
  return {
    mean: effect + shrinkage * (at.mean - effect),
    standardDeviation: Math.sqrt(
      variance * (tauSquared / (variance + tauSquared)) + shrinkage ** 2 * at.variance,
    ),
    shrinkage,
  };
}

/**
 * The posterior by quadrature over τ: at a known τ all is normal, so that every posterior is a mixture of normal distributions.
 *
 * @throws {EstimationError} `not-converged` where the prior's density is too rough.
 * @see Röver (2020), J Stat Softw 93(6), section 2. doi:10.18637/jss.v093.i06
 */
export function bayesPosterior(model: BayesModel): BayesPosterior {
  const { data, tauPrior, meanPrior } = model;
  const scales = scalesOf(data, meanPrior);
  const tau = tauPosterior({
    prior: tauPrior,
    scales,
    moment: [2, 1].find((moment) => momentExists(model, moment)) ?? 0,
    logLikelihood: (square) => meanAtTau(data, meanPrior, square).logLikelihood,
    ...probesOf(model, scales),
  });
  const { masses } = tau;
  const squares = tau.taus.map((one) => one * one);
  const at = Array.from(squares, (square) => meanAtTau(data, meanPrior, square));
  const means = Float64Array.from(at, ({ mean }) => mean);
  const average = (of: (j: number) => number): number =>
    masses.reduce((sum, mass, j) => sum + mass * of(j), 0);
  const own = Array.from(data.effects, (effect, i) =>
    at.map((one, j) => seriesAt(effect, data.variances[i]!, squares[j]!, one)),
  );
  return {
    tau,
    mean: { masses, means, standardDeviations: Float64Array.from(at, ({ variance }) => Math.sqrt(variance)) },
    prediction: {
      masses,
      means,
      standardDeviations: Float64Array.from(at, ({ variance }, j) => Math.sqrt(variance + squares[j]!)),
    },
    series: own.map((nodes) => ({
      masses,
      means: Float64Array.from(nodes, ({ mean }) => mean),
      standardDeviations: Float64Array.from(nodes, ({ standardDeviation }) => standardDeviation),
    })),
    weights: Array.from(data.variances, (v) => average((j) => at[j]!.variance / (v + squares[j]!))),
    shrinkage: own.map((nodes) => average((j) => nodes[j]!.shrinkage)),
  };
}

/**
 * ln of how many times likelier the data are with a mean effect to be estimated than with a mean of 0, τ unknown in both.
 *
 * @param logMarginalLikelihood Of the model at hand.
 * @returns null under a flat prior of the mean, with which it has no value.
 */
export function logBayesFactor(model: BayesModel, logMarginalLikelihood: number): number | null {
  const { data, tauPrior, meanPrior } = model;
  if (meanPrior.standardDeviation === null) return null;
  const noEffect = tauPosterior({
    prior: tauPrior,
    scales: scalesOf(data, { ...meanPrior, mean: 0 }),
    moment: 0,
    logLikelihood: (square) => logLikelihoodAt(data, 0, square),
    probes: () => {},
    nProbes: 0,
  });
  return logMarginalLikelihood - noEffect.logMarginalLikelihood;
}
