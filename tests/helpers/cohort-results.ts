import { fitCohort, hamiltonian } from "../../src/cohort/index.ts";
import { wald } from "../../src/inference/index.ts";
import { readPatients } from "../../src/read/index.ts";
import type { CohortResult } from "../../src/schema/cohort-result.ts";
import { fourPatients, twoPatients } from "./cohort-files.ts";

/** Cohorts to be drawn and written. */
export const cohortFixtures: Readonly<Record<string, CohortResult>> = {
  "two patients, one with one score": fitCohort(readPatients(twoPatients), { interval: wald }),
  "four patients, one with two courses": fitCohort(readPatients(fourPatients), { interval: wald }),
  "a posterior of few draws": fitCohort(readPatients(twoPatients), {
    approximation: hamiltonian({ chains: 2, warmup: 200, draws: 100 }),
  }),
};
