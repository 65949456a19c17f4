import { describe, expect, it } from "vitest";
import type { Trial } from "../../src/schema/index.ts";
import { betweenCaseDifference } from "../../src/trial/between-case/between-case-difference.ts";
import {
  multipleBaselineMoments,
  restrictedLikelihood,
  reversalMoments,
} from "../../src/trial/between-case/methods/index.ts";
import { borrowedEntries } from "../helpers/borrowed-reference.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { datedTrial } from "../helpers/dated-trials.ts";
import type { ReferenceEntry } from "../helpers/reference.ts";

const entries = borrowedEntries("single-case.json", /^(?:scdhlm\.|lme\.AR1\.Laski)/u);
const entry = (id: string) => entries.filter((one) => one.id === id);
const named = (found: readonly ReferenceEntry[]) => found.map((one) => [one.id, one] as const);

/** The patients of columns with the names that the entry gives them. */
function patientsOf({ inputs }: ReferenceEntry, time: string, condition: string): Trial[] {
  const { data } = inputs;
  const cases: string[] = data.case;
  return [...new Set(cases)].map((patient) => {
    const rows = cases.flatMap((one, i) => (one === patient ? [i] : []));
    const pick = (name: string) => rows.map((i) => data[name][i]);
    return datedTrial({ day: pick(time), trt: pick(condition), y: pick("outcome") }, patient);
  });
}

const treated = { improvement: "increase", treatment: "treatment", reference: "baseline" } as const;

describe("between-case differences", () => {
  it.each(named(entry("scdhlm.MB.Saddler.quality")))("%s: moments of a multiple baseline", (_, one) => {
    const result = betweenCaseDifference(patientsOf(one, "time", "treatment"), {
      ...treated,
      method: multipleBaselineMoments,
    });
    const { outputs } = one;
    const [g, difference, deviation, rho, phi] = result.estimates;
    expectRelative(
      [g!.estimate!, g!.standardError! ** 2, result.degreesOfFreedom],
      [outputs.delta_hat, outputs.V_delta_hat, outputs.nu],
      1e-11,
    );
    expectRelative(
      [difference!.estimate!, deviation!.estimate! ** 2, rho!.estimate!, phi!.estimate!],
      [outputs.D_bar, outputs.S_sq, outputs.rho, outputs.phi],
      1e-11,
    );
    expectRelative([difference!.standardError! / deviation!.estimate!], [outputs.theta], 1e-11);
  });

  // scdhlm.ABk.Lambert holds two outcomes of each patient as if they were one: its times stand twice.
  it.each(named(entry("scdhlm.ABk.Anglesea")))("%s: moments of a reversal design", (_, one) => {
    const result = betweenCaseDifference(patientsOf(one, "session", "condition"), {
      ...treated,
      method: reversalMoments,
    });
    const { outputs } = one;
    const [g, difference, deviation, rho, phi] = result.estimates;
    expectRelative(
      [g!.estimate!, g!.standardError! ** 2, result.degreesOfFreedom],
      [outputs.delta_hat, outputs.V_delta_hat, outputs.nu],
      1e-10,
    );
    expectRelative(
      [difference!.estimate!, deviation!.estimate! ** 2, rho!.estimate!, phi!.estimate!],
      [outputs.D_bar, outputs.S_sq, outputs.rho, outputs.phi],
      1e-11,
    );
  });

  it.each(named(entry("lme.AR1.Laski")))("%s: restricted maximum likelihood", (_, one) => {
    const result = betweenCaseDifference(patientsOf(one, "time", "treatment"), {
      ...treated,
      method: restrictedLikelihood,
    });
    const { outputs } = one;
    const [g, difference] = result.estimates;
    // nlme stops this far from the highest likelihood.
    expectRelative([difference!.estimate!], [outputs.beta.treatmenttreatment], 1e-5);
    expectRelative(
      [g!.estimate!, g!.standardError!, g!.lower!, g!.upper!, result.degreesOfFreedom],
      [outputs.g_AB, outputs.SE_g_AB, ...outputs.CI, outputs.nu],
      5e-5,
    );
    expect(result.warnings).toEqual([]);
  });
});
