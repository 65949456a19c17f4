import { type Chain, diagnoseChains } from "../../inference/hamiltonian/index.ts";
import { mean } from "../../math/descriptive/mean.ts";
import { sortedQuantile } from "../../math/descriptive/sample-quantile.ts";
import type { CohortResult } from "../../schema/cohort-result.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { FittedPoint } from "../../schema/response-result.ts";
import { spreadTargets, varianceShare } from "../between-patients.ts";
import { type CohortAnswer, drawnDays } from "../cohort-answer.ts";
import type { CohortMember } from "../cohort-member.ts";
import { drawnPoint, nextPatient, patientsOfDraws } from "../next-patient.ts";
import type { PopulationLayout } from "../population-layout.ts";
import { populationPenalty } from "../population-penalty.ts";
import type { PreparedCohort } from "../prepared-cohort.ts";
import { reflectedDensity, spreadDensity } from "../spread-densities.ts";
import { reliefTarget, type TypicalPatient, typicalPatient, typicalTargets } from "../typical-patient.ts";
import type { CohortTarget } from "./cohort-target.ts";
import { chainOf, targetOf } from "./draw-cohort-chain.ts";
import type { CohortSampler } from "./hamiltonian-sampler.ts";
import { sampledCurve } from "./sampled-curve.ts";
import { drawnTogether, momentsOf, sampledRow } from "./sampled-row.ts";
import { watchedFunctions } from "./watched-functions.ts";

/** Draws from which curves are drawn. */
const MOST_ON_CURVES = 1000;

/** Every draw of the chains, one chain after the other. */
interface CohortDraws {
  positions: Float64Array[];
  population: Float64Array[];
  /** The standard normal effects of each patient, and the working parameters that these make. */
  effects: Float64Array[][];
  own: Float64Array[][];
}

function drawsOf(
  chains: readonly Chain[],
  target: CohortTarget,
  members: readonly CohortMember[],
): CohortDraws {
  const positions = chains.flatMap(({ draws, dimension, nDraws }) =>
    Array.from({ length: nDraws }, (_, i) => draws.subarray(i * dimension, (i + 1) * dimension)),
  );
  const population = positions.map(target.populationAt);
  const effects = members.map((_, m) => positions.map((position) => target.effectsAt(position, m)));
  const own = members.map(({ group }, m) =>
    population.map((theta, i) => group.ownParameters(theta, effects[m]![i]!)),
  );
  return { positions, population, effects, own };
}

/** Draws evenly spaced among all, at most as many as a curve needs. */
function thinned<T>(draws: readonly T[]): T[] {
  const every = Math.ceil(draws.length / MOST_ON_CURVES);
  return draws.filter((_, i) => i % every === 0);
}

/** How much the scores say of each departure: what they take off its variance, the population unknown. */
function weightsOf({ departures }: CohortMember, effects: readonly Float64Array[]): number[] {
  const { covariance } = momentsOf(effects);
  return departures.map((effect) => (effect === null ? 0 : Math.max(0, 1 - covariance[effect]![effect]!)));
}

/**
 * The answer from draws of the full posterior: medians and equal-tailed limits of everything.
 *
 * @throws {RangeError} when chains that were drawn elsewhere belong to another cohort.
 * @throws {EstimationError} as `sampleChain`.
 */
export function sampledAnswer(cohort: PreparedCohort, sampler: CohortSampler): CohortAnswer {
  const { settings, layout, members, floor } = cohort;
  const target = targetOf(cohort);
  const chains =
    sampler.drawn ??
    Array.from({ length: sampler.nChains }, (_, index) => chainOf(target, sampler, cohort, index));
  if (chains.some(({ dimension }) => dimension !== target.dimension))
    throw new RangeError(
      `drawn chains must have ${target.dimension} coordinates, got ${chains.map(({ dimension }) => dimension).join(", ")}`,
    );
  const draws = drawsOf(chains, target, members);
  const baseline = mean(
    members.map(({ problem }, m) => mean(draws.own[m]!.map((own) => own[problem.parameters.baseline]!))),
  );
  const typical = typicalPatient(layout, settings, floor, baseline);
  const weights = members.map((member, m) => weightsOf(member, draws.effects[m]!));
  const days = drawnDays(settings.horizon);
  const {
    quantities,
    chains: rows,
    warnings,
  } = diagnoseChains(chains, watchedFunctions(cohort, target, typical), settings.level);
  return {
    typicalBaseline: baseline,
    estimates: populationRows(typical, draws.population, weights, sampler.name),
    relief: typicalRelief(typical, thinned(draws.population), days),
    nextPatient: nextPatient(typical, patientsOfDraws(typical, draws.population), days),
    members: members.map((member, m) => ({
      shrunken: sampledCurve(member, settings, draws.own[m]!, thinned(draws.own[m]!), sampler.name),
      weights: layout.parameters.flatMap(({ parameter, logSpread }, k) =>
        logSpread === null ? [] : [{ parameter: parameter.name, weight: weights[m]![k]! }],
      ),
    })),
    heterogeneity: heterogeneity(layout, draws.population),
    sampling: { sampler: sampler.name, nWarmup: sampler.nWarmup, quantities, chains: rows },
    ...fitOf(cohort, chains, draws, warnings.length === 0),
    warnings,
  };
}

function populationRows(
  typical: TypicalPatient,
  population: readonly Float64Array[],
  weights: readonly (readonly number[])[],
  method: string,
): Estimate[] {
  const { settings, layout } = typical;
  const rowsOf = (targets: ReturnType<typeof typicalTargets>): Estimate[] =>
    drawnTogether(targets, population).map((values, t) =>
      sampledRow(targets[t]!, values, settings.level, method),
    );
  const ofSpreads = spreadTargets(layout).flatMap((target) => {
    const own = rowsOf([target])[0]!;
    const k = layout.parameters.indexOf(target.of);
    return [own, varianceShare(own, target, mean(weights.map((weight) => weight[k]!)))];
  });
  return [...rowsOf(typicalTargets(typical)), ...ofSpreads];
}

function typicalRelief(
  typical: TypicalPatient,
  population: readonly Float64Array[],
  days: readonly number[],
): FittedPoint[] {
  const drawn = drawnTogether(
    days.map((day) => reliefTarget(typical, day)),
    population,
  );
  return days.map((day, d) => drawnPoint(day, drawn[d]!, typical.settings.level));
}

function heterogeneity(layout: PopulationLayout, population: readonly Float64Array[]) {
  return spreadTargets(layout).map((target) => {
    const sorted = Float64Array.from(population, (theta) => Math.exp(theta[target.of.logSpread!]!)).sort();
    return spreadDensity(target, sortedQuantile(sorted, 0.995), reflectedDensity(sorted));
  });
}

/** The mean log-likelihood of the scores over the draws, and the moments of the population's working parameters. */
function fitOf(
  { members, layout }: PreparedCohort,
  chains: readonly Chain[],
  { population, own }: CohortDraws,
  converged: boolean,
): Pick<CohortResult, "fit" | "covariance"> {
  const logLikelihood = members.reduce(
    (sum, { problem }, m) => sum + mean(own[m]!.map((psi) => problem.logLikelihood(psi))),
    0,
  );
  const { means, covariance } = momentsOf(population);
  const highest = chains.reduce(
    (most, { logDensity }) => logDensity.reduce((a, b) => Math.max(a, b), most),
    -Infinity,
  );
  const prior = populationPenalty(layout)(Float64Array.from(means));
  return {
    fit: {
      converged,
      logLikelihood,
      negativeLogPosterior: Number.isFinite(highest) ? -highest : prior - logLikelihood,
    },
    covariance: { parameters: layout.names, mode: means, matrix: covariance },
  };
}
