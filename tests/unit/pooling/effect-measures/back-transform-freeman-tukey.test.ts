import { describe, expect, it } from "vitest";
import {
  backTransformFreemanTukey,
  freemanTukey,
  freemanTukeyProportion,
  freemanTukeyRate,
} from "../../../../src/pooling/effect-measures/index.ts";

const open = { lower: null, upper: null };

describe("a pooled double arcsine", () => {
  it("of 2/10, 0/5, 1/1000 and 3/200000 becomes exactly 0 through the harmonic mean, with a warning", () => {
    const series = [
      { events: 2, n: 10 },
      { events: 0, n: 5 },
      { events: 1, n: 1000 },
      { events: 3, n: 200000 },
    ];
    // Common effect: weights 4n + 2, as by DerSimonian and Laird too, whose τ² is 0.
    const weights = series.map(({ n }) => 4 * n + 2);
    const sum = series.reduce((total, { events, n }, i) => total + weights[i]! * freemanTukey(events, n), 0);
    const estimate = sum / weights.reduce((total, weight) => total + weight, 0);
    const found = backTransformFreemanTukey({ estimate, lower: 0, upper: 0.02 }, series);
    expect([found.estimate, found.lower, found.upper]).toEqual([0, 0, 0]);
    expect(found.harmonicMean).toBeCloseTo(4 / (1 / 10 + 1 / 5 + 1 / 1000 + 1 / 200000), 12);
    expect(found.warnings.map(({ code }) => code)).toEqual([
      "freeman-tukey-back-transform",
      "freeman-tukey-boundary",
    ]);
    expect(found.warnings[1]!.message).toContain("exactly 0, though 6 of 201015 patients had the event");
  });

  it("of series of one size is exact, and warns of tests only", () => {
    const series = [
      { events: 2, n: 8 },
      { events: 2, n: 8 },
    ];
    const { estimate, lower, warnings } = backTransformFreemanTukey(
      { ...open, estimate: freemanTukey(2, 8) },
      series,
    );
    expect(estimate).toBeCloseTo(0.25, 14);
    expect(lower).toBeNull();
    expect(warnings.length).toBe(1);
    expect(warnings[0]!.message).toMatch(/^A test/);
  });

  it("of no events is 0 without a further warning", () => {
    const { estimate, warnings } = backTransformFreemanTukey({ ...open, estimate: freemanTukey(0, 5) }, [
      { events: 0, n: 5 },
    ]);
    expect([estimate, warnings.length]).toEqual([0, 1]);
  });

  it("needs series with patients", () => {
    expect(() => backTransformFreemanTukey({ ...open, estimate: 1 }, [])).toThrow(RangeError);
    expect(() => backTransformFreemanTukey({ ...open, estimate: 1 }, [{ events: 0, n: 0 }])).toThrow(
      RangeError,
    );
  });
});

describe("the inverse", () => {
  it.each([1, 2, 7, 1000])("leads back from every count of %i", (n) => {
    for (const events of [0, 1, Math.floor(n / 2), n - 1, n].filter((one) => one >= 0 && one <= n))
      expect(freemanTukeyProportion(freemanTukey(events, n), n)).toBeCloseTo(events / n, 12);
  });

  it("gives 0 and 1 beyond what n patients can have", () => {
    expect([freemanTukeyProportion(0, 5), freemanTukeyProportion(1.57, 5), freemanTukeyRate(0, 2)]).toEqual([
      0, 1, 0,
    ]);
  });

  it("refuses no patients and no time", () => {
    expect(() => freemanTukeyProportion(0.5, 0)).toThrow(RangeError);
    expect(() => freemanTukeyRate(0.5, Number.NaN)).toThrow(RangeError);
  });
});
