import {
  type GroupIntegrand,
  groupIntegrand,
  type OwnParameter,
} from "../inference/nonlinear-mixed-model/group-integrand.ts";
import { centerAt } from "../inference/normal-prior.ts";
import { roundedNormal } from "../response/likelihood/score-errors.ts";
import { compileProblem, type ResponseProblem } from "../response/response-problem.ts";
import { layTimeline, type Timeline } from "../response/timeline.ts";
import type { Patient } from "../schema/patient.ts";
import type { CohortSettings } from "./fit-cohort-options.ts";
import type { PopulationLayout } from "./population-layout.ts";

/** One patient of a cohort: the curve of their own, and what of it comes from the population. */
export interface CohortMember {
  patient: Patient;
  timeline: Timeline;
  problem: ResponseProblem;
  group: GroupIntegrand;
  /** For each curve parameter, the effect by which the patient departs from the typical one; null where there is none. */
  departures: (number | null)[];
}

/** The patient's own parameters one by one, and the effects that they take up. */
interface OwnLayout {
  own: OwnParameter[];
  departures: (number | null)[];
  nEffects: number;
}

/**
 * Says how each of a patient's working parameters is made: shared ones are the population's, those that vary depart from
 * it by the spread between patients, courses depart from the patient by the set's spread, and the baseline is the patient's own.
 */
function layOwn({ parameters }: ResponseProblem, layout: PopulationLayout): OwnLayout {
  const own = new Array<OwnParameter>(parameters.names.length);
  let nEffects = 0;
  own[parameters.residualSd] = { parameters: [{ index: layout.residualSd, factor: 1 }], effects: [] };
  const baseline = parameters.prior.terms[parameters.baseline]!;
  own[parameters.baseline] = {
    constant: centerAt(baseline.center, []),
    parameters: [],
    effects: [{ effect: nEffects++, spread: { value: baseline.sd } }],
  };
  const departures = layout.parameters.map(({ mean, logSpread }, k) => {
    const departure = logSpread === null ? null : nEffects++;
    const fromPopulation: OwnParameter = {
      parameters: [{ index: mean, factor: 1 }],
      effects:
        logSpread === null
          ? []
          : [{ effect: departure!, spread: { parameter: logSpread, link: "log" as const } }],
    };
    const typical = parameters.means[k];
    if (typeof typical === "number") own[typical] = fromPopulation;
    for (const course of parameters.courses) {
      const index = course[k]!;
      if (own[index]) continue;
      const { sd } = parameters.prior.terms[index]!;
      const further = typeof typical === "number" ? [{ effect: nEffects++, spread: { value: sd } }] : [];
      own[index] = { ...fromPopulation, effects: [...fromPopulation.effects, ...further] };
    }
    return departure;
  });
  return { own, departures, nEffects };
}

/**
 * Compiles the likelihood of one patient's scores, given the population.
 *
 * @throws {EstimationError} `too-few-observations` without a score, `no-course` without a course.
 */
export function cohortMember(
  patient: Patient,
  layout: PopulationLayout,
  { model, priors }: Pick<CohortSettings, "model" | "priors">,
): CohortMember {
  const timeline = layTimeline(patient, false);
  const problem = compileProblem(patient, timeline, model, priors, roundedNormal, { fewestScores: 1 });
  const { own, departures, nEffects } = layOwn(problem, layout);
  const group = groupIntegrand(own, layout.names.length, nEffects, (psi, gradient) => {
    gradient?.fill(0);
    const value = problem.logLikelihood(psi, gradient);
    if (gradient) for (let k = 0; k < gradient.length; k++) gradient[k] = -gradient[k]!;
    return Number.isNaN(value) ? Infinity : -value;
  });
  const numericEffect = layout.parameters.reduce<number | null>(
    (found, { parameter }, k) => (parameter.link === "log" ? (departures[k] ?? found) : found),
    null,
  );
  if (numericEffect !== null) group.numericEffect = numericEffect;
  return { patient, timeline, problem, group, departures };
}
