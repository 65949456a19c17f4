import { fromLink, type IntervalProblem, type Target, toLink } from "../../inference/interval-method.ts";
import { profile } from "../../inference/profile/profile.ts";
import { profileCurve } from "../../inference/profile/profile-curve.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Patient } from "../../schema/patient.ts";
import type {
  ParameterProfile,
  ProfileLikelihoodResult,
  ProfilePoint,
} from "../../schema/profile-likelihood.ts";
import { version } from "../../version.ts";
import { onGivenScale } from "../comparison/given-rows.ts";
import {
  type FitResponseOptions,
  optionsAsJson,
  type ResponseSettings,
  withDefaults,
} from "../fit-response-options.ts";
import { estimateRows, locateProblem, readingOf } from "../located-problem.ts";
import { directionWarnings, whereLowerIsBetter } from "../mirror-scale.ts";
import { courseReaders } from "../quantities/course-alone.ts";
import { courseQuantities } from "../quantities/course-quantities.ts";
import { type ResponseTarget, responseTargets } from "../quantities/derived-quantities.ts";
import { limitWarnings } from "./limit-warnings.ts";

/** Derived quantities that are profiled beside the parameters. */
const ALSO = ["relapseDay"];

/**
 * Profiles the posterior of one patient's curve: for each parameter, and for the relapse day of each course, how far the
 * log-likelihood with the log prior falls as it moves away from its best value, all else following.
 *
 * Where no parameter has a prior, as with `flatPriors` and `leastSquaresErrors`, it is the profile likelihood itself. A side on which the profile never falls far enough has
 * no limit there: the scores do not bound the quantity. Such a side is followed to five standard errors, on log and logit scales at most
 * to a hundred times the best value or its odds.
 *
 * @param given Scores and courses, as `readPatients` returns them.
 * @param options As of `fitResponse`; the level is that of the limits.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {EstimationError} as `fitResponse`.
 * @see Venzon & Moolgavkar (1988), Appl Stat 37:87–94. doi:10.2307/2347496
 * @example
 * profileResponse(readPatients("day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,")[0]!).profiles.length; // 7
 */
export function profileResponse(
  given: Patient,
  options: Omit<FitResponseOptions, "interval" | "serialCorrelation"> = {},
): ProfileLikelihoodResult {
  const asked = withDefaults({ ...options, interval: profile }, given);
  const { patient, settings } = whereLowerIsBetter(given, asked);
  const { problem, intervals } = locateProblem(patient, settings);
  const reading = readingOf(patient, settings, problem);
  const derived = [...courseQuantities, ...settings.model.landmarks].map(({ parameter }) => parameter);
  const targets = responseTargets(reading, courseReaders(reading)).filter(
    ({ parameter }) => ALSO.includes(parameter) || !derived.includes(parameter),
  );
  const answer = profile.estimate(intervals, targets);
  const rows = estimateRows(patient, settings, targets, answer, intervals);
  const profiles = targets.map((target, i) => profileOf(target, rows[i]!, intervals, given, asked));
  return {
    kind: "profile-likelihood",
    schemaVersion: 1,
    patient: patient.patient,
    ...(given.outcome !== undefined && { outcome: given.outcome }),
    model: settings.model.name,
    priors: settings.priors.name,
    penalized: intervals.prior.terms.some(({ sd }) => Number.isFinite(sd)),
    nObservations: patient.scores.length,
    nCourses: patient.courses.length,
    timeUnit: "day",
    level: settings.level,
    drop: intervals.drop,
    profiles,
    warnings: [
      ...directionWarnings(given, asked),
      ...answer.warnings,
      ...limitWarnings(profiles, intervals.drop),
    ],
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: optionsAsJson(asked),
    },
  };
}

/** The profile of one quantity on the given scale. */
function profileOf(
  target: ResponseTarget,
  row: Estimate,
  problem: IntervalProblem,
  given: Patient,
  asked: ResponseSettings,
): ParameterProfile {
  const { link } = target;
  const ends = { lower: linked(link, row.lower), upper: linked(link, row.upper) };
  const points = profileCurve(problem, target, ends).flatMap(({ held, drop }) => {
    const value = fromLink(link, held);
    return Number.isFinite(value) ? [{ value, drop }] : [];
  });
  const [estimate] = onGivenScale({ estimates: [row], probabilities: [] }, given, asked).estimates;
  return { estimate: estimate!, link, points: pointsOnGivenScale(points, row, given, asked) };
}

function linked(link: Target["link"], end: number | null): number | null {
  return end === null ? null : toLink(link, end);
}

function pointsOnGivenScale(
  points: readonly ProfilePoint[],
  row: Estimate,
  given: Patient,
  asked: ResponseSettings,
): ProfilePoint[] {
  const asRows = points.map(({ value }) => ({ ...row, estimate: value, lower: null, upper: null }));
  const { estimates } = onGivenScale({ estimates: asRows, probabilities: [] }, given, asked);
  return points
    .map(({ drop }, i) => ({ value: estimates[i]!.estimate!, drop }))
    .sort((a, b) => a.value - b.value);
}
