import { findRoot } from "../../math/optimize/find-root.ts";
import { type DensityPanel, densityPanels, massBetween, type Probes } from "./log-density-panels.ts";
import { densityRange } from "./log-density-range.ts";
import { tauCoordinate } from "./tau-coordinate.ts";
import type { TauPrior } from "./tau-priors/tau-prior.ts";

/** The posterior of τ as equally exact masses at points, and in full. */
export interface TauPosterior {
  /** τ of every node, rising. */
  taus: Float64Array;
  /** Their masses; they add to 1. */
  masses: Float64Array;
  /** ln p(y). */
  logMarginalLikelihood: number;
  /** τ below which a share of the posterior lies. */
  quantile(probability: number): number;
  /** Share of the posterior below a τ. */
  cdf(tau: number): number;
}

/** What the likelihood of τ is made of. */
export interface TauProblem {
  prior: TauPrior;
  /** ln p(y | τ) by τ². */
  logLikelihood(tauSquared: number): number;
  /** Smallest and largest τ at which the likelihood changes. */
  scales: readonly [number, number];
  /** Highest moment of τ that is wanted: the range goes far enough out for it. */
  moment: number;
  /** Functions of τ, at least 0, whose means must be exact besides that of 1. */
  probes: (tau: number, out: Float64Array) => void;
  nProbes: number;
}

const MARGIN = 6;

function scanOf({ prior, scales }: TauProblem): [number, number] {
  const { at } = tauCoordinate(prior.upper);
  const inside = (tau: number): number => at(Math.min(tau, 0.999 * prior.upper));
  return [
    inside(Math.min(prior.median, scales[0])) - MARGIN,
    inside(Math.max(prior.median, scales[1])) + MARGIN,
  ];
}

/**
 * Integrates the posterior of τ, deterministically and to about 1e-11 of every mean.
 *
 * @throws {EstimationError} `not-converged` where the prior's density is too rough.
 * @see Röver (2020), J Stat Softw 93(6), section 2 (the model; its grid is replaced by adaptive quadrature).
 * doi:10.18637/jss.v093.i06
 */
export function tauPosterior(problem: TauProblem): TauPosterior {
  const { prior, moment, probes, nProbes } = problem;
  const { tau, logSlope, at } = tauCoordinate(prior.upper);
  const logDensity = (x: number): number => {
    const t = tau(x);
    return prior.logDensity(t) + logSlope(x) + problem.logLikelihood(t * t);
  };
  const range = densityRange(logDensity, scanOf(problem), moment);
  const all: Probes = (x, out) => {
    probes(tau(x), out.subarray(1));
    out[0] = 1;
  };
  const panels = densityPanels(logDensity, range, all, nProbes + 1);
  const total = panels.reduce((sum, { mass }) => sum + mass, 0);
  const flat = (pick: (panel: DensityPanel) => Float64Array): Float64Array =>
    Float64Array.from(panels.flatMap((panel) => [...pick(panel)]));
  const within = (panel: DensityPanel, wanted: number): number =>
    findRoot((x) => massBetween(logDensity, range.logPeak, panel.from, x) - wanted, panel.from, panel.to) ??
    panel.to;
  return {
    taus: flat(({ nodes }) => nodes).map(tau),
    masses: flat(({ masses }) => masses).map((mass) => mass / total),
    logMarginalLikelihood: range.logPeak + Math.log(total),
    quantile(probability) {
      let wanted = probability * total;
      let i = 0;
      for (; i < panels.length - 1 && wanted >= panels[i]!.mass; i++) wanted -= panels[i]!.mass;
      return tau(within(panels[i]!, wanted));
    },
    cdf(value) {
      const x = value > 0 ? at(Math.min(value, prior.upper)) : -Infinity;
      const below = panels.filter(({ to }) => to <= x).reduce((sum, { mass }) => sum + mass, 0);
      const part = panels.find(({ from, to }) => from < x && x < to);
      return (below + (part ? massBetween(logDensity, range.logPeak, part.from, x) : 0)) / total;
    },
  };
}
