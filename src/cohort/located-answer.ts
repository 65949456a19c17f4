import type { IntervalAnswer, IntervalProblem, Target } from "../inference/interval-method.ts";
import type { MarginalApproximation } from "../inference/nonlinear-mixed-model/marginal-approximation.ts";
import { wald } from "../inference/wald.ts";
import { mean } from "../math/descriptive/mean.ts";
import { toRows } from "../math/linear/matrix.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { FittedPoint } from "../schema/response-result.ts";
import type { SpreadDensity } from "../schema/spread-density.ts";
import { spreadTargets, varianceShare } from "./between-patients.ts";
import { type CohortAnswer, drawnDays } from "./cohort-answer.ts";
import { drawsAroundMode } from "./draws-around-mode.ts";
import { locateCohort } from "./locate-cohort.ts";
import { drawnPoint, nextPatient, patientsAroundMode } from "./next-patient.ts";
import { rowOf, shrunkenCurve } from "./patient-answer.ts";
import type { PreparedCohort } from "./prepared-cohort.ts";
import { drawnValues } from "./sampling/sampled-row.ts";
import { shrunkenMode } from "./shrunken-patient.ts";
import { logNormalDensity, spreadDensity } from "./spread-densities.ts";
import { spreadLimits } from "./spread-limits.ts";
import { summaryLikelihood } from "./summaries/summary-likelihood.ts";
import { reliefTarget, type TypicalPatient, typicalPatient, typicalTargets } from "./typical-patient.ts";

/**
 * The answer around the highest point of the population's likelihood, the patients' own values integrated out.
 *
 * @throws {EstimationError} `not-converged`.
 */
export function locatedAnswer(cohort: PreparedCohort, approximation: MarginalApproximation): CohortAnswer {
  const { settings, layout, members, floor, expectedBaseline } = cohort;
  const { intervals, modes, logLikelihood } = locateCohort(
    members,
    layout,
    { ...settings, approximation },
    summaryLikelihood(layout, settings, floor, expectedBaseline),
  );
  const shrunken = members.map((member, i) => shrunkenMode(member, modes[i]!, intervals));
  const baseline = mean(members.map(({ problem }, i) => shrunken[i]!.own[problem.parameters.baseline]!));
  const typical = typicalPatient(layout, settings, floor, baseline);
  const days = drawnDays(settings.horizon);
  const { minimum, covariance } = intervals;
  const weights = shrunken.map(({ effectVariances }, i) =>
    members[i]!.departures.map((effect) => (effect === null ? 0 : Math.max(0, 1 - effectVariances[effect]!))),
  );
  return {
    typicalBaseline: baseline,
    estimates: populationRows(typical, intervals, weights),
    relief: typicalRelief(typical, intervals, days),
    nextPatient: nextPatient(typical, patientsAroundMode(typical, minimum.x, covariance), days),
    members: members.map((member, i) => ({
      shrunken: shrunkenCurve(member, shrunken[i]!, settings),
      weights: layout.parameters.flatMap(({ parameter, logSpread }, k) =>
        logSpread === null ? [] : [{ parameter: parameter.name, weight: weights[i]![k]! }],
      ),
    })),
    heterogeneity: heterogeneity(typical, intervals),
    sampling: null,
    fit: { converged: minimum.converged, logLikelihood, negativeLogPosterior: minimum.value },
    covariance: {
      parameters: layout.names,
      mode: Array.from(minimum.x),
      matrix: covariance && toRows(covariance),
    },
    warnings: [],
  };
}

/** The intervals of one target after the other, so that progress can be told. */
function answered(
  { settings: { interval, progress } }: TypicalPatient,
  problem: IntervalProblem,
  targets: readonly Target[],
): IntervalAnswer["intervals"] {
  return targets.flatMap((target, i) => {
    const { intervals } = interval.estimate(problem, [target]);
    progress("limits", i + 1, targets.length);
    return intervals;
  });
}

/** The typical patient, then every standard deviation between patients with its share of the variance. */
function populationRows(
  typical: TypicalPatient,
  problem: IntervalProblem,
  weights: readonly (readonly number[])[],
): Estimate[] {
  const { settings, layout } = typical;
  const targets = typicalTargets(typical);
  const spreads = spreadTargets(layout);
  const intervals = [
    ...answered(typical, problem, targets),
    ...spreadLimits(problem, layout, settings, spreads),
  ];
  const rows = [...targets, ...spreads].map((target, i) =>
    rowOf(target, intervals[i]!, settings, settings.interval.name),
  );
  const ofSpreads = spreads.flatMap((target, i) => {
    const row = rows[targets.length + i]!;
    const k = layout.parameters.indexOf(target.of);
    return [row, varianceShare(row, target, mean(weights.map((own) => own[k]!)))];
  });
  return [...rows.slice(0, targets.length), ...ofSpreads];
}

/** The typical patient's curve with its band, which stays between no relief and all of it. */
function typicalRelief(
  typical: TypicalPatient,
  problem: IntervalProblem,
  days: readonly number[],
): FittedPoint[] {
  const { settings } = typical;
  const draws = drawsAroundMode(problem.minimum.x, problem.covariance, settings.seed);
  if (!draws) {
    const targets = days.map((day) => reliefTarget(typical, day));
    const { intervals } = wald.estimate(problem, targets);
    return intervals.map(({ estimate }, i) => ({
      time: days[i]!,
      value: estimate!,
      lower: null,
      upper: null,
    }));
  }
  return days.map((day) => drawnPoint(day, drawnValues(reliefTarget(typical, day), draws), settings.level));
}

/** Densities of the spreads as if their logarithms were normal; no points where their variance is unknown. */
function heterogeneity(
  { layout }: TypicalPatient,
  { minimum, covariance }: IntervalProblem,
): SpreadDensity[] {
  return spreadTargets(layout).map((target) => {
    const index = target.of.logSpread!;
    const { parameter, label, unit } = target;
    if (!covariance) return { parameter, label, unit, points: [] };
    const sd = Math.sqrt(covariance.values[index * (covariance.rows + 1)]!);
    const mode = minimum.x[index]!;
    const farthest = Math.min(Math.exp(mode + 2 * sd), 5 * target.of.spreadScale);
    return spreadDensity(target, farthest, logNormalDensity(mode, sd));
  });
}
