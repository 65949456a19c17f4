import { posterior } from "../../inference/posterior/posterior.ts";
import type { Patient } from "../../schema/patient.ts";
import type { ResponseDiagnostics } from "../../schema/response-diagnostics.ts";
import { version } from "../../version.ts";
import { leaveOneOut } from "../comparison/leave-one-out.ts";
import { sampleModel } from "../comparison/sampled-model.ts";
import { type FitResponseOptions, optionsAsJson, withDefaults } from "../fit-response-options.ts";
import { directionWarnings } from "../mirror-scale.ts";
import { diagnosticsWarnings } from "./diagnostics-warnings.ts";
import { courseExtrapolation } from "./extrapolation.ts";
import { predictiveChecks } from "./predictive-checks.ts";
import { quantileResiduals } from "./quantile-residuals.ts";
import { scoreInfluence } from "./score-influence.ts";

/**
 * Checks a response model against one patient's scores: residuals, influence of each score, features of scores made up
 * from the posterior, and how far the relapse day is extrapolated. All of the model itself, given an effect.
 *
 * @param patient Scores and courses, as `readPatients` returns them.
 * @throws {RangeError} when an option is out of range, or a prior is flat.
 * @throws {EstimationError} as `fitResponse`.
 * @example
 * diagnoseResponse(readPatients("day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,")[0]!).residuals.length; // 5
 */
export function diagnoseResponse(
  patient: Patient,
  options: Omit<FitResponseOptions, "interval" | "serialCorrelation"> = {},
): ResponseDiagnostics {
  const settings = withDefaults({ ...options, interval: posterior }, patient);
  const model = sampleModel(patient, settings);
  const leftOut = leaveOneOut(model);
  const residuals = quantileResiduals(model, leftOut);
  const influence = scoreInfluence(model, leftOut);
  const checks = predictiveChecks(model);
  const extrapolation = courseExtrapolation(model);
  return {
    kind: "response-diagnostics",
    schemaVersion: 1,
    patient: patient.patient,
    ...(patient.outcome !== undefined && { outcome: patient.outcome }),
    model: settings.model.name,
    priors: settings.priors.name,
    nObservations: patient.scores.length,
    nCourses: patient.courses.length,
    timeUnit: "day",
    relapseAt: settings.relapseAt,
    residuals,
    influence,
    checks,
    extrapolation,
    warnings: [
      ...directionWarnings(patient, settings),
      ...diagnosticsWarnings({ model, leftOut, residuals, influence, checks, extrapolation }),
    ],
    provenance: {
      package: "nof1",
      version,
      seed: settings.seed,
      inputSha256: null,
      options: optionsAsJson(settings),
    },
  };
}
