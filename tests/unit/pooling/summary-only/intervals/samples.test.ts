import { describe, expect, it } from "vitest";
import { randomStream } from "../../../../../src/math/index.ts";
import { anderson, type SummaryLimits } from "../../../../../src/pooling/index.ts";
import { simulatedEvidence } from "../../../../../src/pooling/summary-only/coverage/simulated-evidence.ts";
import {
  andersonLimits,
  andersonWeights,
} from "../../../../../src/pooling/summary-only/intervals/anderson-limits.ts";
import { learnedMillerThomasLimits } from "../../../../../src/pooling/summary-only/intervals/learned-miller-thomas.ts";
import { leastWeightedSum } from "../../../../../src/pooling/summary-only/intervals/least-weighted-sum.ts";
import { smirnovDistance } from "../../../../../src/pooling/summary-only/intervals/smirnov-distance.ts";
import type { SummaryReport } from "../../../../../src/schema/summary-report.ts";
import { evidenceOf } from "../../../../helpers/summary-evidence.ts";

/** Ascending samples of 1 to 7 values in [0, 1], some of them at a bound. */
function samples(count: number): number[][] {
  return Array.from({ length: count }, (_, i) => {
    const stream = randomStream(5, i);
    const n = 1 + (i % 7);
    return Array.from({ length: n }, () => Math.min(1, Math.max(0, 1.4 * stream.uniform() - 0.2))).sort(
      (a, b) => a - b,
    );
  });
}

function limitsOf(report: SummaryReport): SummaryLimits {
  return anderson.limits(evidenceOf(report), 0.95)[0]!;
}

describe("Anderson over the feasible set", () => {
  it("holds Anderson's interval of every sample that the report could come from, whatever it reports", () => {
    for (const sample of samples(60)) {
      const distance = smirnovDistance(sample.length, 0.025);
      const [lower, upper] = andersonLimits(sample, [0, 1], distance);
      const { n, mean, sd, median, minimum, maximum } = simulatedEvidence(sample).report;
      const known = [{}, { sd }, { minimum, maximum }, { median }, { sd, median, minimum, maximum }];
      for (const more of known) {
        // A printed number is rounded; half a unit of the tenth digit.
        const report = { n, mean: mean!, decimals: 9, sdDecimals: 9, lower: 0, upper: 1, ...more };
        const given = Object.fromEntries(Object.entries(report).filter(([, value]) => value !== undefined));
        const found = limitsOf(given as unknown as SummaryReport);
        expect(found.lower!).toBeLessThanOrEqual(lower + 1e-8);
        expect(found.upper!).toBeGreaterThanOrEqual(upper - 1e-8);
      }
    }
  });

  it("is no wider than the worst sample of a fine grid, with and without a greatest SD", () => {
    const weights = andersonWeights(3, smirnovDistance(3, 0.025));
    const steps = 60;
    for (const sd of [0.1, 0.25, Infinity]) {
      let least = Infinity;
      for (let i = 0; i <= steps; i++) {
        for (let j = i; j <= steps; j++) {
          const third = 3 * 0.6 - (i + j) / steps;
          if (third < j / steps || third > 1) continue;
          const values = [i / steps, j / steps, third];
          const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - 0.6) ** 2, 0) / 2);
          if (spread <= sd)
            least = Math.min(
              least,
              values.reduce((sum, value, k) => sum + weights[k]! * value, 0),
            );
        }
      }
      const set = { lower: [0, 0, 0], upper: [1, 1, 1], mean: [0.6, 0.6] as const, sd };
      const found = leastWeightedSum(set, weights);
      expect(found).toBeLessThanOrEqual(least + 1e-9);
      expect(least - found).toBeLessThan(0.02);
    }
  });
});

describe("Learned-Miller and Thomas' limits", () => {
  it("lie within Anderson's for every sample and level, as their paper proves", () => {
    for (const sample of samples(60)) {
      for (const tail of [0.005, 0.025, 0.2]) {
        const [lower, upper] = andersonLimits(sample, [0, 1], smirnovDistance(sample.length, tail));
        const [least, greatest] = learnedMillerThomasLimits(sample, [0, 1], tail);
        expect(least).toBeGreaterThanOrEqual(lower - 1e-12);
        expect(greatest).toBeLessThanOrEqual(upper + 1e-12);
      }
    }
  });
});
