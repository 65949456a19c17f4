import { readPatients } from "../../src/read/index.ts";
import { flatPriors, leastSquaresErrors, noEffect, profileResponse } from "../../src/response/index.ts";
import type { ProfileLikelihoodResult } from "../../src/schema/index.ts";

const header = "day,score,dose_g_per_kg";
const EIGHT = "-7,8,\n0,9,2\n7,5,\n14,3,\n45,2,\n90,4,\n120,7,\n150,9,\n";

function profiled(
  text: string,
  options: Parameters<typeof profileResponse>[1] = {},
  patient = "P-01",
): ProfileLikelihoodResult {
  return profileResponse(readPatients(`${header}\n${text}`, { patient, path: patient })[0]!, options);
}

/** Profiles: usual, without priors and so with an open side, three scores, all equal, one quantity alone, higher is better. */
export const profileFixtures: Readonly<Record<string, ProfileLikelihoodResult>> = {
  usual: profiled(EIGHT),
  "flat priors": profiled(EIGHT, { priors: flatPriors }),
  "without any prior": profiled(EIGHT, { priors: flatPriors, errors: leastSquaresErrors }),
  "three scores": profiled("0,9,2\n14,2,\n60,3,\n"),
  "all equal": profiled("0,7,2\n14,7,\n60,7,\n90,7,\n", {}, "A very long name ".repeat(8)),
  "no effect": profiled(EIGHT, { model: noEffect }),
  "several courses, higher is better": profiled("0,1,2\n14,8,\n90,2,2\n104,7,\n150,3,\n", {
    improvement: "increase",
  }),
};
