import { beforeAll, describe, expect, it } from "vitest";
import { fitCohort, hamiltonian } from "../../../src/cohort/index.ts";
import { kizawa2006, simulatedTypical, simulatedWeak } from "../../../src/datasets/index.ts";
import { InputError } from "../../../src/errors.ts";
import { type CohortResult, cohortResultSchema } from "../../../src/schema/cohort-result.ts";
import type { CohortSummary } from "../../../src/schema/cohort-summary.ts";

// The abstract's words: five patients, mean reduction 73.4 % from days 2–14, which persisted 2 to 6 months. The same department
// as Kizawa 2006, whose patient may be among them; the review Humă 2020 cites both.
const morozumi2009: CohortSummary = {
  source: "morozumi-2009",
  n: 5,
  meanRelief: { value: 0.734, step: 0.001, fromDay: 2, toDay: 14 },
  duration: { minimum: 61, maximum: 183, step: 30.44 },
  overlaps: ["huma-2020", "kizawa-2006"],
};
const patients = [kizawa2006, simulatedTypical, simulatedWeak];
const summaries = [morozumi2009];

describe("Kizawa 2006, Morozumi 2009 and simulated patients in one run", () => {
  let result: CohortResult;
  beforeAll(() => {
    result = fitCohort(patients, { summaries, overlaps: "warn" });
  }, 120_000);

  it("is refused as it stands, since the two papers may share a patient", () => {
    expect(() => fitCohort(patients, { summaries })).toThrow(InputError);
    expect(() => fitCohort(patients, { summaries })).toThrow('"kizawa-2006" with "morozumi-2009"');
  });
  it("is answered on request, with the overlap in plain words and on record", () => {
    expect(() => cohortResultSchema.parse(result)).not.toThrow();
    const { message } = result.warnings.find(({ code }) => code === "overlap")!;
    expect(message).toContain("kizawa-2006 and morozumi-2009");
    expect(message).toContain("count twice");
    expect(result.provenance.options.overlaps).toBe("warn");
  });
  it("says what is assumed of the five patients whose scores are not known", () => {
    const { message } = result.warnings.find(({ code }) => code === "summary-assumptions")!;
    expect(message).toContain("mean of the patients' own percentages");
    expect(message).toContain(`start from ${result.summaryBaseline!.toFixed(1)}`);
  });
  it("has limits around every estimate of relief and its duration", () => {
    for (const name of ["relief", "T50", "relapseDay"]) {
      const row = result.estimates.find(({ parameter }) => parameter === name)!;
      expect(row.lower!).toBeLessThan(row.estimate!);
      expect(row.upper!).toBeGreaterThan(row.estimate!);
    }
  });
  it("agrees with draws of the full posterior, in which the five patients are drawn, too", () => {
    const drawn = fitCohort(patients, {
      summaries,
      overlaps: "warn",
      approximation: hamiltonian({ chains: 2, warmup: 400, draws: 400 }),
    });
    for (const name of ["relief", "T50", "spreadRelief"]) {
      const [located, sampled] = [result, drawn].map(
        ({ estimates }) => estimates.find(({ parameter }) => parameter === name)!,
      );
      expect(Math.abs(located!.estimate! - sampled!.estimate!)).toBeLessThan(0.5 * sampled!.standardError!);
    }
  }, 120_000);
});
