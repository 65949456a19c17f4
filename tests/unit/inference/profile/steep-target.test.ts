import { describe, expect, it } from "vitest";
import { profile } from "../../../../src/inference/index.ts";
import { readPatients } from "../../../../src/read/index.ts";
import { fitResponse, flatPriors, leastSquaresErrors } from "../../../../src/response/index.ts";

const patients = readPatients(`patient,day,score,dose_g_per_kg
relapse between two visits,-7,8,
relapse between two visits,0,7,2
relapse between two visits,7,5,
relapse between two visits,14,2,
relapse between two visits,45,2,
relapse between two visits,90,1,
relapse between two visits,120,0,
relapse between two visits,180,8,
hardly any relief,-7,7,
hardly any relief,0,6,2
hardly any relief,7,6,
hardly any relief,14,5,
hardly any relief,45,5,
hardly any relief,90,5,
hardly any relief,120,6,
hardly any relief,180,7,
`);

describe("the profile of a target that hardly moves with the parameters", () => {
  it.each(patients)(
    "$patient: is left open with a reason, and nothing is not a number",
    (patient) => {
      const { estimates, warnings } = fitResponse(patient, {
        priors: flatPriors,
        errors: leastSquaresErrors,
        interval: profile,
      });
      for (const { lower, upper } of estimates)
        for (const limit of [lower, upper]) expect(limit === null || Number.isFinite(limit)).toBe(true);
      expect(warnings.map(({ code }) => code)).toContain("interval-open");
    },
    60_000,
  );
});
