import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../../src/errors.ts";
import {
  anderson,
  bentkus,
  boundedMeanInterval,
  empiricalBernstein,
  hoeffding,
  klChernoff,
  medianRange,
  studentTBySd,
} from "../../../../src/pooling/index.ts";

const morozumi = { n: 5, mean: 73.4, lower: 0, upper: 100 };

describe("the interval of a bounded mean", () => {
  it("gives the answers printed for 73.4 % in 5 patients", () => {
    const printed = [
      [hoeffding, 12.7, 100],
      [klChernoff, 17.9, 99.3],
      [bentkus, 17.8, 99.3],
      [anderson, 17.1, 100],
    ] as const;
    for (const [method, lower, upper] of printed) {
      const found = boundedMeanInterval(morozumi, { method });
      expect(found.lower).toBeCloseTo(lower, 1);
      expect(found.upper).toBeCloseTo(upper, 1);
    }
  });

  it("says what it takes for granted, and what it doesn't cover", () => {
    const { layer, assumes, doesNotCover, n, warnings } = boundedMeanInterval(morozumi);
    expect({ layer, n, warnings }).toEqual({ layer: "bounds-only", n: 5, warnings: [] });
    expect(assumes).toContain("independent");
    expect(doesNotCover).toContain("chosen");
  });

  it("reaches the bound where the mean stands at it, and not the other", () => {
    for (const method of [hoeffding, klChernoff, bentkus, anderson]) {
      for (const n of [1, 2, 3, 30]) {
        const low = boundedMeanInterval({ n, mean: 0, lower: 0, upper: 100 }, { method });
        expect(low.lower).toBeCloseTo(0, 12);
        const high = boundedMeanInterval({ n, mean: 100, lower: 0, upper: 100 }, { method });
        expect(high.upper).toBeCloseTo(100, 12);
        expect(100 - high.lower!).toBeCloseTo(low.upper!, 9);
        if (n === 30) expect(low.upper!).toBeLessThan(30);
      }
    }
  });

  it("is that of one coin for KL–Chernoff at a bound: 1 − (α/2)^(1/n)", () => {
    for (const n of [1, 2, 3, 5]) {
      const { upper } = boundedMeanInterval({ n, mean: 0, lower: 0, upper: 1 }, { method: klChernoff });
      expect(upper).toBeCloseTo(1 - 0.025 ** (1 / n), 12);
    }
  });

  it("stays finite with thousands of patients, and with a mean next to a bound", () => {
    for (const method of [hoeffding, klChernoff, bentkus]) {
      for (const [n, mean] of [
        [5000, 0.3],
        [5, 1e-9],
        [5, 1 - 1e-12],
      ] as const) {
        const { lower, upper } = boundedMeanInterval({ n, mean, lower: 0, upper: 1 }, { method });
        expect(lower! >= 0 && lower! <= mean && upper! >= mean && upper! <= 1).toBe(true);
      }
    }
  });

  it("names every number that can't be", () => {
    const wrong = (): unknown => boundedMeanInterval({ n: 2.5, mean: 3, lower: 1, upper: 0 });
    expect(wrong).toThrow(InputError);
    expect(wrong).toThrow(
      "n: needs a whole number of at least 1, got 2.5\nlower: needs finite bounds in order, got 1 and 0",
    );
    expect(() => boundedMeanInterval({ ...morozumi, mean: 101 })).toThrow(
      "mean: needs a mean within [0, 100], got 101",
    );
    expect(() => boundedMeanInterval(morozumi, { level: 95 })).toThrow(RangeError);
  });

  it("refuses a method that needs more", () => {
    for (const method of [empiricalBernstein, medianRange, studentTBySd])
      expect(() => boundedMeanInterval(morozumi, { method })).toThrow(EstimationError);
  });
});
