import { describe, expect, it } from "vitest";
import { wald } from "../../../../src/inference/wald.ts";
import { fitResponse } from "../../../../src/response/fit-response.ts";
import { plateau } from "../../../../src/response/models/plateau.ts";
import { residualRelief } from "../../../../src/response/models/residual-relief.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { patientOf } from "../../../helpers/patients.ts";

const days = [0.5, 3, 20, 70, 105, 150, 400];

describe("residual-relief", () => {
  it("is the default model where nothing lasts, and no wear-off where all does", () => {
    for (const t of days) {
      expectRelative(
        [residualRelief.relief(t, [0.8, 4, 105, 60, 0]), residualRelief.relief(t, [0.8, 4, 105, 60, 1])],
        [plateau.relief(t, [0.8, 4, 105, 60]), 0.8 * (1 - 2 ** (-t / 4))],
        1e-14,
      );
    }
  });

  it("never falls below its lasting share, so that a threshold under it has no relapse day", () => {
    expectRelative([residualRelief.relief(5000, [0.8, 4, 105, 60, 0.5])], [0.4], 1e-14);
    const patient = patientOf([0, 3, 14, 30, 60, 90, 120, 200, 300, 400], [10, 6, 2, 2, 3, 4, 5, 5, 5, 5]);
    const { estimates } = fitResponse(patient, { model: residualRelief, interval: wald });
    const value = (name: string) => estimates.find(({ parameter }) => parameter === name)!.estimate;
    expect(value("lastingShare")! * value("relief")!).toBeGreaterThan(0.4);
    expect(value("relapseDay")).toBeNull();
  });
});
