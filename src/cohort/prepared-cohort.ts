import { centerAt } from "../inference/normal-prior.ts";
import { mean } from "../math/descriptive/mean.ts";
import type { Patient } from "../schema/patient.ts";
import { checkCohort } from "./check-cohort.ts";
import { type CohortMember, cohortMember } from "./cohort-member.ts";
import { type CohortSettings, cohortSettings, type FitCohortOptions } from "./fit-cohort-options.ts";
import { layPopulation, type PopulationLayout } from "./population-layout.ts";
import { checkSummaries } from "./summaries/check-summaries.ts";

/** Several patients with the model that they share, checked and compiled. */
export interface PreparedCohort {
  settings: CohortSettings;
  layout: PopulationLayout;
  members: CohortMember[];
  floor: number;
  /** Baseline that those at hand are expected to have before their scores, which the patients of summaries take over. */
  expectedBaseline: number;
}

/**
 * Checks patients and options, and compiles the likelihood of each patient.
 *
 * @throws As `fitCohort`.
 */
export function prepareCohort(patients: readonly Patient[], options: FitCohortOptions): PreparedCohort {
  checkCohort(patients);
  const settings = cohortSettings(options);
  checkSummaries(settings.summaries, patients, settings.overlaps);
  const { scale } = patients[0]!;
  const layout = layPopulation(settings.model, settings.priors, scale, settings.spreadScales);
  const members = patients.map((patient) => cohortMember(patient, layout, settings));
  const expected = members.map(({ problem: { parameters } }) =>
    centerAt(parameters.prior.terms[parameters.baseline]!.center, []),
  );
  return { settings, layout, members, floor: scale.minimum, expectedBaseline: mean(expected) };
}
