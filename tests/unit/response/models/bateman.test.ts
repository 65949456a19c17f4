import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kizawa2006 } from "../../../../src/datasets/index.ts";
import { bateman } from "../../../../src/response/models/bateman.ts";
import { defaultPriors, informedPriors, scepticalPriors } from "../../../../src/response/priors.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { prepareResponse } from "../../../helpers/response-problems.ts";

const days = [0.1, 1, 5, 12, 40, 200];

function gradient(t: number, p: number[]): Float64Array {
  const out = new Float64Array(4);
  bateman.gradient!(t, p, out);
  return out;
}

describe("bateman", () => {
  it("is the difference of two exponentials over its own peak", () => {
    const day = (Math.log(45 / 4) / (1 / 4 - 1 / 45)) * (1 / Math.LN2);
    const curve = (t: number): number => 2 ** (-t / 45) - 2 ** (-t / 4);
    expectRelative(
      days.map((t) => bateman.relief(t, [0.8, 4, 45])),
      days.map((t) => (0.8 * curve(t)) / curve(day)),
      1e-14,
    );
    expectRelative([bateman.relief(day, [0.8, 4, 45])], [0.8], 1e-14);
  });

  it("becomes R a t e^(1 − a t) where the half-times meet, with derivatives on both sides of it", () => {
    const a = Math.LN2 / 12;
    for (const t of days) {
      expectRelative([bateman.relief(t, [0.6, 12, 12])], [0.6 * a * t * Math.exp(1 - a * t)], 1e-14);
      const at = gradient(t, [0.6, 12, 12]);
      for (const ratio of [1e-14, 1e-9, 1e-5]) {
        for (const p of [
          [0.6, 12, 12 * (1 + ratio)],
          [0.6, 12 * (1 + ratio), 12],
        ]) {
          // The curve bends by less than 20 of itself per unit of ln h.
          expectAbsolute(gradient(t, p), at, 20 * ratio + 1e-14, `${t} ${p}`);
        }
      }
    }
  });

  it("stays the same when the half-times change places", () => {
    const [t, h] = [
      fc.double({ min: 0.1, max: 400, noNaN: true }),
      fc.double({ min: 0.5, max: 200, noNaN: true }),
    ];
    fc.assert(
      fc.property(t, h, h, (day, h1, h2) => {
        const [one, other] = [gradient(day, [0.7, h1, h2]), gradient(day, [0.7, h2, h1])];
        expect(bateman.relief(day, [0.7, h2, h1])).toBe(bateman.relief(day, [0.7, h1, h2]));
        expect([other[0], other[1], other[2], other[3]]).toEqual([one[0], one[2], one[1], one[3]]);
      }),
      { seed: 20040601, numRuns: 100 },
    );
  });

  it.each([
    ["a typical patient", patientOf([0, 3, 14, 45, 80, 110], [9, 6, 3, 5, 7, 8])],
    [
      "relief that rises as slowly as it fades",
      patientOf([0, 7, 14, 28, 42, 70, 100], [9, 6, 4, 3, 4, 6, 8]),
    ],
    ["one that fades within a week", patientOf([0, 1, 2, 4, 8], [9, 3, 5, 8, 9])],
    ["the shipped case", kizawa2006],
  ])("has its mode where the onset is the faster, of %s under every proper set", (_, patient) => {
    for (const priors of [defaultPriors, informedPriors, scepticalPriors]) {
      const { problem, mode } = prepareResponse(patient, { model: bateman, priors });
      const index = (name: string): number => problem.parameters.names.indexOf(name);
      const { x } = mode.minimum;
      expect(x[index("log onsetHalfTime")]!).toBeLessThan(x[index("log wearOffHalfTime")]!);
    }
  });
});
