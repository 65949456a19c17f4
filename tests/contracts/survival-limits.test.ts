import { describe, expect, it } from "vitest";
import { survivalBands } from "../../src/relapse/nonparametric/survival-bands/index.ts";
import { survivalLimits } from "../../src/relapse/nonparametric/survival-limits/index.ts";

const survivals = [1e-9, 0.01, 0.25, 0.5, 0.9, 1 - 1e-9];
const errors = [1e-3, 0.2, 1, 5];

describe.each(survivalLimits.map((limits) => [limits.name, limits] as const))("limits by %s", (_, method) => {
  it("hold the estimate, and stay in [0, 1], at every probability and error", () => {
    for (const survival of survivals) {
      for (const error of errors) {
        const { lower, upper } = method.limits(survival, error, 1.96);
        const rounding = 1e-15 + 1e-12 * survival;
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(survival + rounding);
        expect(upper).toBeGreaterThanOrEqual(survival - rounding);
        expect(upper).toBeLessThanOrEqual(1);
      }
    }
  });

  it("widen with the deviate and close on the estimate without one", () => {
    for (const survival of survivals) {
      const widths = [0, 1, 2, 3].map((deviate) => {
        const { lower, upper } = method.limits(survival, 0.1, deviate);
        return upper - lower;
      });
      expect(widths[0]).toBeLessThan(1e-12);
      for (let i = 1; i < widths.length; i++) expect(widths[i]).toBeGreaterThanOrEqual(widths[i - 1]!);
    }
  });

  it("agree with the standard error of the curve itself where that is small", () => {
    const { lower, upper } = method.limits(0.6, 1e-5, 2);
    // The second order of the transform.
    expect(Math.abs((upper - lower) / (4e-5 * 0.6) - 1)).toBeLessThan(1e-4);
  });
});

describe.each(survivalBands.map((band) => [band.name, band] as const))("the %s band", (_, band) => {
  const spans = [
    [0.05, 0.3],
    [0.2, 0.5],
    [0.1, 0.9],
  ] as const;

  it("has a larger critical value for a higher level and a longer span", () => {
    for (const [from, to] of spans) {
      const values = [0.5, 0.9, 0.95, 0.99].map((level) => band.criticalValue(level, from, to));
      for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThan(values[i - 1]!);
      expect(band.criticalValue(0.95, from, to + 0.05)).toBeGreaterThan(band.criticalValue(0.95, from, to));
      expect(band.criticalValue(0.95, from / 2, to)).toBeGreaterThan(band.criticalValue(0.95, from, to));
    }
  });

  it("is the pointwise interval where it spans one time only", () => {
    const variance = 0.1;
    const n = 10;
    const share = (n * variance) / (1 + n * variance);
    const width = band.criticalValue(0.95, share, share) * band.errorOfLog(variance, n);
    expect(Math.abs(width / (1.959963984540054 * Math.sqrt(variance)) - 1)).toBeLessThan(1e-12);
  });

  it("comes down to that as the span shrinks", () => {
    const single = band.criticalValue(0.95, 0.4, 0.4);
    const short = band.criticalValue(0.95, 0.4, 0.401);
    expect(short).toBeGreaterThan(single);
    expect(short / single - 1).toBeLessThan(0.05);
  });
});
