import { curveSettings } from "../../response/curve-settings.ts";
import { readingOf } from "../../response/located-problem.ts";
import { describeCourses, describeObservations } from "../../response/observed.ts";
import { courseReaders } from "../../response/quantities/course-alone.ts";
import { responseTargets } from "../../response/quantities/derived-quantities.ts";
import { curveTargets } from "../../response/quantities/fitted-curve.ts";
import type { CohortCurve } from "../../schema/cohort-result.ts";
import type { CohortMember } from "../cohort-member.ts";
import type { CohortSettings } from "../fit-cohort-options.ts";
import { drawnPoint } from "../next-patient.ts";
import { drawnTogether, sampledRow } from "./sampled-row.ts";

/**
 * One patient's rows and curve from draws of their own working parameters.
 *
 * @param thinned Fewer draws, for the curve.
 */
export function sampledCurve(
  { patient, timeline, problem }: CohortMember,
  settings: CohortSettings,
  own: readonly Float64Array[],
  thinned: readonly Float64Array[],
  method: string,
): CohortCurve {
  const { model, priors, relapseAt, horizon, level } = settings;
  const options = curveSettings({ model, priors, relapseAt, horizon, level }, patient);
  const reading = readingOf(patient, options, problem);
  const targets = responseTargets(reading, courseReaders(reading));
  const values = drawnTogether(targets, own);
  const observations = describeObservations(patient, timeline, problem.scores);
  const courses = describeCourses(patient, timeline);
  const curve = curveTargets(problem, patient.scale.minimum, observations, courses, horizon);
  const drawn = drawnTogether(curve.targets, thinned);
  return {
    estimates: targets.map((target, t) => sampledRow(target, values[t]!, level, method, patient.patient)),
    fitted: curve.days.map((day, d) => drawnPoint(day, drawn[d]!, level)),
  };
}
