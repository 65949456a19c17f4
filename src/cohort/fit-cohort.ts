import type { CohortResult } from "../schema/cohort-result.ts";
import type { Patient } from "../schema/patient.ts";
import { version } from "../version.ts";
import type { CohortAnswer } from "./cohort-answer.ts";
import { isSampler } from "./cohort-approximation.ts";
import { cohortWarnings } from "./cohort-warnings.ts";
import { type FitCohortOptions, optionsAsJson } from "./fit-cohort-options.ts";
import { locatedAnswer } from "./located-answer.ts";
import { patientAnswer } from "./patient-answer.ts";
import { type PreparedCohort, prepareCohort } from "./prepared-cohort.ts";
import { sampledAnswer } from "./sampling/sampled-answer.ts";
import { twoStage } from "./two-stage/two-stage.ts";

/**
 * Fits several patients' responses at once: relief and how long it lasts vary between patients, the rest is shared, and each
 * patient's curve borrows strength from the others.
 *
 * @param patients Two or more, of one scale on which lower is better; a single score is enough for a patient.
 * @returns The typical patient, how patients differ, each patient with and without the others, and the next patient.
 * @throws {RangeError} when an option is out of range.
 * @throws {InputError} with every patient who does not fit the others.
 * @throws {EstimationError} `too-few-observations` below two patients or without a score, `no-course`, `not-converged`.
 * @see Davidian & Giltinan (1995), Nonlinear Models for Repeated Measurement Data, section 4.2 (the hierarchy); Heitjan &
 * Rubin (1991), Ann Stat 19:2244–2253 (rounded scores). doi:10.1214/aos/1176348396
 * @example
 * fitCohort(readPatients("patient,day,score,dose_g_per_kg\na,0,9,2\na,14,3,\na,90,6,\nb,0,8,2\nb,20,4,\nb,100,7,")).nPatients; // 2
 */
export function fitCohort(patients: readonly Patient[], options: FitCohortOptions = {}): CohortResult {
  const cohort = prepareCohort(patients, options);
  const { settings, members, expectedBaseline } = cohort;
  const { members: shrunken, warnings, ...answer } = answerOf(cohort);
  const answers = members.map((member, i) => patientAnswer(member, shrunken[i]!, settings));
  const result: CohortResult = {
    kind: "cohort",
    schemaVersion: 1,
    model: settings.model.name,
    approximation: settings.approximation.name,
    nPatients: patients.length,
    nObservations: patients.reduce((sum, { scores }) => sum + scores.length, 0),
    nCourses: patients.reduce((sum, { courses }) => sum + courses.length, 0),
    timeUnit: "day",
    scale: patients[0]!.scale,
    horizon: settings.horizon,
    relapseAt: settings.relapseAt,
    ...answer,
    patients: answers,
    twoStage: twoStage(members, answers, settings),
    summaries: [...settings.summaries],
    summaryBaseline: settings.summaries.length > 0 ? expectedBaseline : null,
    priors: priorsUsed(cohort),
    warnings,
    provenance: {
      package: "nof1",
      version,
      seed: settings.seed,
      inputSha256: null,
      options: optionsAsJson(settings),
    },
  };
  result.warnings = [...warnings, ...cohortWarnings(result)];
  return result;
}

function answerOf(cohort: PreparedCohort): CohortAnswer {
  const { approximation } = cohort.settings;
  return isSampler(approximation)
    ? sampledAnswer(cohort, approximation)
    : locatedAnswer(cohort, approximation);
}

function priorsUsed({ layout, settings: { priors } }: PreparedCohort): CohortResult["priors"] {
  const spreads = layout.parameters.filter(({ logSpread }) => logSpread !== null);
  return {
    set: priors.name,
    parameters: layout.prior.terms
      .filter(({ sd }) => sd < Infinity)
      .map(({ index, center, sd }) => ({
        parameter: layout.names[index]!,
        mean: "value" in center ? center.value : 0,
        around: null,
        sd,
      })),
    spreads: spreads.map(({ logSpread, spreadScale }) => ({
      parameter: layout.names[logSpread!]!.replace("log sd", "sd"),
      scale: spreadScale,
    })),
  };
}
