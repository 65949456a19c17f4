import { EstimationError } from "../errors.ts";
import type { IntervalProblem, Objective } from "../inference/interval-method.ts";
import { type Curvature, curvatureAt } from "../inference/nonlinear-mixed-model/curvature-at.ts";
import type { EffectsMode } from "../inference/nonlinear-mixed-model/effects-mode.ts";
import type { MarginalApproximation } from "../inference/nonlinear-mixed-model/marginal-approximation.ts";
import { marginalLikelihood } from "../inference/nonlinear-mixed-model/marginal-likelihood.ts";
import { priorMean } from "../inference/normal-prior.ts";
import { type Matrix, times, zeros } from "../math/linear/matrix.ts";
import { type BfgsMinimum, minimizeBfgs } from "../math/optimize/minimize-bfgs.ts";
import { normalQuantile } from "../math/special/normal-quantile.ts";
import type { CohortMember } from "./cohort-member.ts";
import type { CohortSettings } from "./fit-cohort-options.ts";
import type { PopulationLayout } from "./population-layout.ts";
import { populationPenalty } from "./population-penalty.ts";

/** The population's mode, ready for intervals, and every patient's departures from it. */
export interface LocatedCohort {
  intervals: IntervalProblem;
  modes: EffectsMode[];
  /** Log-likelihood of all scores and summaries, the patients' own values integrated out. */
  logLikelihood: number;
}

/** Standard deviations between patients, in units of their priors' scales, from which the search starts. */
const STARTING_SPREADS = [0.5, 0.1];
/** A mode this close to the highest value is there: about 0.03 standard deviations away, as far as its own approximation goes. */
const CLOSE = 5e-4;
/** Steps by a fresh curvature from where a search has got stuck in the unevenness of an approximated likelihood. */
const MOST_POLISHING = 6;

function startsOf({ names, parameters, prior }: PopulationLayout): Float64Array[] {
  return STARTING_SPREADS.map((share) => {
    const start = new Float64Array(names.length);
    start.set(priorMean(prior));
    for (const { logSpread, spreadScale } of parameters) {
      if (logSpread !== null) start[logSpread] = Math.log(share * spreadScale);
    }
    return start;
  });
}

/** A few scores' worth of curvature besides that of the priors. */
function firstHessian({ names, prior }: PopulationLayout): Matrix {
  const n = names.length;
  const matrix = zeros(n, n);
  for (const { index, sd } of prior.terms) matrix.values[index * (n + 1)] = 5 + 1 / sd ** 2;
  return matrix;
}

/** A point with what its surroundings look like. */
interface Place {
  minimum: BfgsMinimum;
  curvature: Curvature;
}

/** Goes on from where a search got stuck, by Newton's steps with a fresh curvature, to the place that promises least. */
function polish(objective: Objective, found: BfgsMinimum): Place {
  let best: Place = { minimum: found, curvature: curvatureAt(objective, found.x, found.gradient) };
  for (let step = 0; step < MOST_POLISHING && !found.converged; step++) {
    const { minimum, curvature } = best;
    if (!curvature.covariance || curvature.promised < CLOSE / 10) break;
    const move = times(curvature.covariance, minimum.gradient);
    const x = minimum.x.map((value, i) => value - move[i]!);
    const gradient = new Float64Array(x.length);
    const value = objective(x, gradient);
    if (!(value <= minimum.value + CLOSE)) break;
    const next = curvatureAt(objective, x, gradient);
    if (!(next.promised < curvature.promised)) break;
    best = { minimum: { ...minimum, x, value, gradient }, curvature: next };
  }
  return best;
}

/**
 * Finds the mode of the population's parameters, the patients' own values integrated out.
 *
 * @param summaries −ln of the likelihood of what is known besides scores; adds to the gradient.
 * @throws {EstimationError} `not-converged` when no search ends at a mode.
 */
export function locateCohort(
  members: readonly CohortMember[],
  layout: PopulationLayout,
  { approximation, level, seed, progress }: CohortSettings & { approximation: MarginalApproximation },
  summaries: Objective,
): LocatedCohort {
  const groups = members.map(({ group }) => group);
  const prior = populationPenalty(layout);
  const penalty: Objective = (theta, gradient) => prior(theta, gradient) + summaries(theta, gradient);
  const { objective, modesAt } = marginalLikelihood(groups, approximation, {
    penalty,
    starts: (g) => [new Float64Array(groups[g]!.nEffects)],
  });
  const starts = startsOf(layout);
  const ends = starts
    .map((start, i) => {
      const end = minimizeBfgs(objective, start, { firstHessian: firstHessian(layout) });
      progress("search", i + 1, starts.length);
      return end;
    })
    .filter(({ value }) => Number.isFinite(value));
  const best = ends.reduce<BfgsMinimum | null>(
    (lowest, end) => (lowest && lowest.value <= end.value + 1e-7 ? lowest : end),
    null,
  );
  if (!best) throw notConverged("no starting point has a finite likelihood");
  const { minimum, curvature } = polish(objective, best);
  const { hessian, covariance, promised } = curvature;
  if (!best.converged && !(promised < CLOSE)) throw notConverged(`the search ended with "${best.ended}"`);
  return {
    intervals: {
      objective,
      prior: layout.prior,
      minimum: { ...minimum, hessian, converged: true },
      covariance,
      level,
      drop: 0.5 * normalQuantile(0.5 + 0.5 * level) ** 2,
      seed,
      nullModel: null,
      costly: true,
    },
    modes: modesAt(minimum.x),
    logLikelihood: prior(minimum.x) - minimum.value,
  };
}

function notConverged(reason: string): EstimationError {
  return new EstimationError("not-converged", `Cannot fit the patients together: ${reason}`);
}
