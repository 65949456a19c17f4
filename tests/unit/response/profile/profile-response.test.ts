import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { fitResponse, flatPriors, profileResponse } from "../../../../src/response/index.ts";
import { profileLikelihoodSchema } from "../../../../src/schema/profile-likelihood.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { profileFixtures } from "../../../helpers/profiled-curves.ts";

const patient = patientOf([-7, 0, 7, 14, 45, 90, 120, 150], [8, 9, 5, 3, 2, 4, 7, 9]);
const flat = profileResponse(patient, { priors: flatPriors });

describe.each(Object.entries(profileFixtures))("the profiles of %s", (_, result) => {
  it("are plain JSON of the declared shape", () => {
    expect(profileLikelihoodSchema.safeParse(JSON.parse(JSON.stringify(result))).success).toBe(true);
  });

  it("are highest at the best value and fall from it on both sides", () => {
    for (const { estimate, points } of result.profiles) {
      if (estimate.estimate === null) {
        expect(points).toEqual([]);
        continue;
      }
      const best = points.findIndex(({ drop }) => drop === 0);
      expect(points[best]!.value).toBeCloseTo(estimate.estimate, 9);
      points.forEach(({ drop, value }, i) => {
        expect(drop).toBeGreaterThanOrEqual(0);
        if (i > 0) expect(value).toBeGreaterThan(points[i - 1]!.value);
      });
    }
  });
});

describe("profileResponse", () => {
  it("has fallen by the drop of the level at each limit", () => {
    const { profiles, drop } = profileFixtures.usual!;
    for (const { estimate, points } of profiles)
      for (const limit of [estimate.lower!, estimate.upper!]) {
        const at = points.reduce((near, point) =>
          Math.abs(point.value - limit) < Math.abs(near.value - limit) ? point : near,
        );
        expect(at.drop, estimate.label).toBeCloseTo(drop, 3);
      }
  });

  it("gives the limits that a fit with profile intervals gives", () => {
    const { estimates } = fitResponse(patient, { priors: flatPriors });
    for (const { estimate } of flat.profiles) {
      const same = estimates.find(
        ({ parameter, course }) => parameter === estimate.parameter && course === estimate.course,
      )!;
      expect([estimate.lower, estimate.upper]).toEqual([same.lower, same.upper]);
    }
  });

  it("never falls to the level on a side without a limit", () => {
    const relief = flat.profiles.find(({ estimate }) => estimate.parameter === "relief")!;
    expect(relief.estimate.bound).toBe("open-upper");
    const beyond = relief.points.filter(({ value }) => value > relief.estimate.estimate!);
    expect(beyond.length).toBeGreaterThan(10);
    for (const { drop } of beyond) expect(drop).toBeLessThan(flat.drop);
  });

  it("says where another curve fits about as well at a limit", () => {
    const { warnings } = profileFixtures["several courses, higher is better"]!;
    const found = warnings.filter(({ code }) => code === "limit-inside-profile");
    expect(found.map(({ message }) => message.split(":")[0])).toEqual(["Wear-off from 90 % to 10 % (D)"]);
    expect(profileFixtures.usual!.warnings.map(({ code }) => code)).toEqual(["undercovers"]);
  });

  it("says where a profile jumps past the level though no limit was found", () => {
    const { warnings, profiles } = profileFixtures["without any prior"]!;
    expect(profiles.at(-1)!.estimate.bound).toBe("open-lower");
    const found = warnings.filter(({ code }) => code === "limit-not-found");
    expect(found.map(({ message }) => message.split(":")[0])).toEqual(["Relapse day, course 1"]);
  });

  it("gives baselines on the scale of the file where higher is better", () => {
    const { profiles } = profileFixtures["several courses, higher is better"]!;
    expect(profiles[0]!.estimate.parameter).toBe("baseline");
    expect(profiles[0]!.estimate.estimate).toBeLessThan(3);
  });

  it("refuses a level in percent, and too few scores", () => {
    expect(() => profileResponse(patient, { level: 95 })).toThrow(RangeError);
    expect(() => profileResponse(patientOf([0, 3], [9, 4]))).toThrow(EstimationError);
  });
});
