import { describe, expect, it } from "vitest";
import { type BootstrapReplicates, bootstrap } from "../../../../../src/math/resampling/bootstrap.ts";
import { bca } from "../../../../../src/math/resampling/limits/bca.ts";
import { percentile } from "../../../../../src/math/resampling/limits/percentile.ts";
import { sampleMean } from "../../../../../src/math/resampling/sample-mean.ts";
import { expectRelative } from "../../../../helpers/closeness.ts";

const symmetric = [1, 3, 4, 6, 8, 9, 11];

/** Replicates as given, of a sample with or without skewness. */
const given = (replicates: ArrayLike<number>, estimate: number, values = symmetric): BootstrapReplicates => ({
  values: Float64Array.from(values),
  statistic: sampleMean,
  estimate,
  replicates: Float64Array.from(replicates).sort(),
  standardError: null,
  studentized: null,
});
const ladder = Array.from({ length: 1001 }, (_, i) => i / 100);

describe("BCa limits", () => {
  it("are the percentile limits where neither sample nor replicates are skewed", () => {
    const replicates = given(ladder, 5);
    const [found, expected] = [bca.limits(replicates, 0.9), percentile.limits(replicates, 0.9)];
    expectRelative([found.lower!, found.upper!], [expected.lower!, expected.upper!], 1e-12);
  });

  it("are nearly so for resamples of a symmetric sample", () => {
    const replicates = bootstrap(symmetric, sampleMean, { nResamples: 9_999, seed: 1 });
    const [found, expected] = [bca.limits(replicates, 0.95), percentile.limits(replicates, 0.95)];
    // The bias of 9,999 replicates is within 4 · 1.25/√9,999 = .05, which moves a level of .025 by 2 · .05 · φ(1.96) = .006:
    // a tenth of a standard deviation at most, where the density is φ(1.96).
    const spread = (expected.upper! - expected.lower!) / 3.92;
    expect(Math.abs(found.lower! - expected.lower!)).toBeLessThan(0.1 * spread);
    expect(Math.abs(found.upper! - expected.upper!)).toBeLessThan(0.1 * spread);
  });

  it("reach further on the side of the sample's long tail", () => {
    const replicates = bootstrap([1, 2, 2, 3, 4, 20], sampleMean, { nResamples: 9_999, seed: 1 });
    const [found, expected] = [bca.limits(replicates, 0.9), percentile.limits(replicates, 0.9)];
    expect(found.lower!).toBeGreaterThan(expected.lower!);
    expect(found.upper!).toBeGreaterThan(expected.upper!);
  });

  it("count replicates that equal the estimate, to rounding, half", () => {
    const values = [
      ...new Array<number>(300).fill(0),
      ...new Array<number>(400).fill(0.3),
      ...new Array<number>(300).fill(0.6),
    ];
    const rounded = values.map((value, i) => (value === 0.3 && i % 3 ? 0.1 + 0.2 : value));
    const replicates = given(rounded, 0.3);
    expect(bca.limits(replicates, 0.9)).toEqual(percentile.limits(replicates, 0.9));
  });

  it("are missing where all replicates lie on one side of the estimate", () => {
    for (const estimate of [-1, 11])
      expect(bca.limits(given(ladder, estimate), 0.9).reason).toBe("bias-beyond-resamples");
  });

  it("are missing where leaving out a value changes nothing", () => {
    expect(bca.limits(given(ladder, 5, [4, 4, 4]), 0.9).reason).toBe("acceleration-undefined");
  });

  it("are missing where the corrected level passes through 1", () => {
    // One value of 100 far off: a = (n − 2)/(6 √(n (n − 1))) = .16, and a bias of Φ⁻¹(.9999) = 3.7.
    const values = [...new Array<number>(99).fill(0), 1];
    const replicates = given([...Array.from({ length: 9_999 }, (_, i) => -i - 1), 1], 0, values);
    expect(bca.limits(replicates, 0.99999).reason).toBe("acceleration-undefined");
  });

  it("are missing where the corrected level lies beyond the replicates", () => {
    // z₀ = Φ⁻¹(.95): the upper level is Φ(2 · 1.64 + 1.64), a tail of 4e−7.
    const replicates = given(ladder, 9.5);
    expect(bca.limits(replicates, 0.9).reason).toBe("too-few-resamples");
  });
});
