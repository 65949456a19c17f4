import type { ComparedCurve, ModelComparison } from "../../schema/model-comparison.ts";
import type { Patient } from "../../schema/patient.ts";
import type { ResponseSettings } from "../fit-response-options.ts";
import { curveTargets } from "../quantities/fitted-curve.ts";
import { type Candidate, type FittedCandidate, isFitted } from "./candidate.ts";
import { curveOnGivenScale } from "./given-rows.ts";

/**
 * The curves of the models that could be fitted, at the modes of their posteriors, with the scores and courses that they
 * all were fitted to.
 *
 * @param given Scores as they were given.
 * @param asked Settings as they were asked for.
 */
export function comparedCurves(
  candidates: readonly Candidate[],
  given: Patient,
  asked: ResponseSettings,
): Pick<ModelComparison, "scale" | "observations" | "courses" | "curves"> {
  const fitted = candidates.filter(isFitted);
  const { observations, courses } = fitted[0]!.sampled;
  const onScale = curveOnGivenScale({ fitted: [], observations }, given, asked);
  return {
    scale: given.scale,
    observations: onScale.observations,
    courses,
    curves: fitted.map((candidate) => curveOf(candidate, given, asked)),
  };
}

function curveOf(
  { model, sampled }: FittedCandidate,
  given: Patient,
  asked: ResponseSettings,
): ComparedCurve {
  const { patient, located, observations, courses, settings } = sampled;
  const { problem, mode } = located;
  const curve = curveTargets(problem, patient.scale.minimum, observations, courses, settings.horizon);
  const points = curve.targets.map((target, i) => ({
    time: curve.days[i]!,
    value: target.evaluate(mode.minimum.x)!,
    lower: null,
    upper: null,
  }));
  const { fitted } = curveOnGivenScale({ fitted: points, observations: [] }, given, asked);
  return { model: model.name, points: fitted.map(({ time, value }) => ({ time, value })) };
}
