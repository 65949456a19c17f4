import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kizawa2006 } from "../../src/datasets/index.ts";
import { profile } from "../../src/inference/index.ts";
import { readPatients } from "../../src/read/index.ts";
import { fitResponse } from "../../src/response/fit-response.ts";
import { informedPriors } from "../../src/response/priors.ts";
import { referenceEntries } from "../helpers/reference.ts";

const [entry] = referenceEntries("curves-and-survival.json", /^resp_MAP_kizawa2006_as_quoted$/);
const file = readFileSync(new URL("../../datasets/kizawa-2006/patient.csv", import.meta.url), "utf8");

describe("the shipped case, from its file", () => {
  const [patient] = readPatients(file, { patient: "kizawa-2006" });
  const result = fitResponse(patient!, { priors: informedPriors, interval: profile });
  const perCourse = (name: string) =>
    result.estimates.filter(({ parameter }) => parameter === name).map(({ estimate }) => estimate!);

  it("reads as the data set that comes with the package", () => {
    expect(patient).toEqual(kizawa2006);
  });

  it("on its nominal days gives the three courses of the reference fit", () => {
    const { R, T50, B, h, D, sigma } = entry!.outputs;
    perCourse("relief").forEach((value, j) => {
      expect(value).toBeCloseTo(R[j], 5);
    });
    perCourse("T50").forEach((value, j) => {
      expect(value / T50[j] - 1).toBeCloseTo(0, 4);
    });
    const shared = ["baseline", "onsetHalfTime", "wearOffDuration", "residualSd"].map(
      (name) => perCourse(name)[0]!,
    );
    [B, h, D, sigma].forEach((value, i) => {
      expect(shared[i]! / value - 1).toBeCloseTo(0, 4);
    });
  });

  it("gives a relapse day for each course, close to the closed form that ignores the onset", () => {
    perCourse("relapseDay").forEach((day, j) => {
      expect(Math.abs(day - entry!.outputs.t30_closed_form[j])).toBeLessThan(0.01);
    });
  });

  it("shows the days averaged over their bounds beside it", () => {
    expect(result.sensitivity.map(({ analysis }) => analysis)).toEqual(["days-averaged-over-bounds"]);
    expect(result.sensitivity[0]!.estimates).toHaveLength(6);
  });
});
