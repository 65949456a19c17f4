import type { Interval, IntervalProblem } from "../inference/interval-method.ts";
import { wald } from "../inference/wald.ts";
import type { Matrix } from "../math/linear/matrix.ts";
import { curveSettings } from "../response/curve-settings.ts";
import { locateProblem, readingOf } from "../response/located-problem.ts";
import { describeCourses, describeObservations } from "../response/observed.ts";
import { courseReaders } from "../response/quantities/course-alone.ts";
import { type ResponseTarget, responseTargets } from "../response/quantities/derived-quantities.ts";
import { curveTargets, fittedCurve } from "../response/quantities/fitted-curve.ts";
import type { ResponseProblem } from "../response/response-problem.ts";
import type { CohortCurve, CohortPatient } from "../schema/cohort-result.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { MemberAnswer } from "./cohort-answer.ts";
import type { CohortMember } from "./cohort-member.ts";
import { drawsAroundMode, fewerDraws } from "./draws-around-mode.ts";
import type { CohortSettings } from "./fit-cohort-options.ts";
import { sampledCurve } from "./sampling/sampled-curve.ts";
import type { ShrunkenMode } from "./shrunken-patient.ts";

/** Fewer scores do not make a curve of one patient alone. */
const FEWEST_ALONE = 3;

/** A patient's parameters and their covariance, as if they were normal. */
interface NormalAnswer {
  x: Float64Array;
  covariance: Matrix | null;
}

/**
 * The rows and the curve of one patient around given parameters: medians and limits of draws. A quantity that does not exist
 * at these parameters, such as the relapse day of a non-responder, is null, and so are limits without a covariance.
 */
function curveOf(
  member: CohortMember,
  problem: ResponseProblem,
  settings: CohortSettings,
  { x, covariance }: NormalAnswer,
  method: string,
): CohortCurve {
  const { patient, timeline } = member;
  const reading = readingOf(patient, curveSettings(responseOptions(settings), patient), problem);
  const targets = responseTargets(reading, courseReaders(reading));
  const normal = normalProblem(problem, settings, { x, covariance });
  const { intervals } = wald.estimate(normal, targets);
  const plain = targets.map((target, i) => rowOf(target, intervals[i]!, settings, method, patient.patient));
  const draws = drawsAroundMode(x, covariance, settings.seed);
  if (draws) {
    const drawn = sampledCurve({ ...member, problem }, settings, draws, fewerDraws(draws), method);
    return {
      ...drawn,
      estimates: plain.map((row, i) => (row.estimate === null ? row : drawn.estimates[i]!)),
    };
  }
  const observations = describeObservations(patient, timeline, problem.scores);
  const courses = describeCourses(patient, timeline);
  const curve = curveTargets(problem, patient.scale.minimum, observations, courses, settings.horizon);
  return {
    estimates: plain,
    fitted: fittedCurve(curve, wald.estimate(normal, curve.targets).intervals, patient.scale),
  };
}

function responseOptions({ model, priors, relapseAt, horizon, level }: CohortSettings) {
  return { model, priors, relapseAt, horizon, level };
}

/** What symmetric intervals need to know. */
function normalProblem(
  problem: ResponseProblem,
  { level, seed }: CohortSettings,
  { x, covariance }: NormalAnswer,
): IntervalProblem {
  const gradient = new Float64Array(x.length);
  const hessian = { rows: 0, columns: 0, values: new Float64Array(0) };
  return {
    objective: problem.objective,
    prior: problem.parameters.prior,
    minimum: {
      x,
      value: 0,
      gradient,
      hessian,
      iterations: 0,
      evaluations: 0,
      ended: "gradient-small",
      converged: true,
    },
    covariance,
    level,
    drop: 0,
    seed,
    nullModel: null,
  };
}

/** One row of a table. */
export function rowOf(
  { parameter, label, unit, course, exists }: Omit<ResponseTarget, "evaluate" | "link">,
  { linkStandardError: _, ...numbers }: Interval,
  { level }: CohortSettings,
  method: string,
  patient?: string,
): Estimate {
  return {
    parameter,
    label,
    unit,
    ...numbers,
    level,
    method,
    ...(exists !== undefined && numbers.estimate !== null && { given: exists }),
    ...(patient !== undefined && { patient }),
    ...(course !== undefined && { course }),
  };
}

/** One patient's rows and curve with the strength that the others lend, around the mode. */
export function shrunkenCurve(
  member: CohortMember,
  { own, covariance }: ShrunkenMode,
  settings: CohortSettings,
): CohortCurve {
  return curveOf(member, member.problem, settings, { x: own, covariance }, settings.approximation.name);
}

/** One patient with the strength that the others lend, and alone. */
export function patientAnswer(
  member: CohortMember,
  { shrunken, weights }: MemberAnswer,
  settings: CohortSettings,
): CohortPatient {
  const { patient, timeline, problem } = member;
  return {
    patient: patient.patient,
    nObservations: patient.scores.length,
    nCourses: patient.courses.length,
    observations: describeObservations(patient, timeline, problem.scores),
    courses: describeCourses(patient, timeline),
    shrunken,
    raw: patient.scores.length < FEWEST_ALONE ? null : aloneCurve(member, settings),
    weights,
  };
}

/** The same patient without the others, under the same set of priors. */
function aloneCurve(member: CohortMember, settings: CohortSettings): CohortCurve {
  const { patient } = member;
  const { problem, mode } = locateProblem(patient, curveSettings(responseOptions(settings), patient));
  const { x } = mode.minimum;
  return curveOf(member, problem, settings, { x, covariance: mode.covariance }, "wald");
}
