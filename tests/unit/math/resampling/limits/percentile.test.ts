import { describe, expect, it } from "vitest";
import { bootstrap, type Statistic } from "../../../../../src/math/resampling/bootstrap.ts";
import { basic } from "../../../../../src/math/resampling/limits/basic.ts";
import { percentile } from "../../../../../src/math/resampling/limits/percentile.ts";
import { sampleMean } from "../../../../../src/math/resampling/sample-mean.ts";

const scores = [3, 8, 5, 2, 9, 4];
// With 2,001 replicates the type-7 quantiles at .025 and .975 are the 51st and the 1951st: no interpolation.
const resampled = (statistic: Statistic) => bootstrap(scores, statistic, { nResamples: 2001, seed: 4 });

describe("percentile limits", () => {
  it("are the order statistics that cut off the tails", () => {
    const bootstrapped = resampled(sampleMean);
    const { lower, upper } = percentile.limits(bootstrapped, 0.95);
    expect([lower, upper]).toEqual([bootstrapped.replicates[50], bootstrapped.replicates[1950]]);
  });

  it.each<[string, (x: number) => number]>([
    ["exp", Math.exp],
    ["log", Math.log],
    ["cube", (x) => x ** 3],
  ])("go along with a rising transform of the statistic: %s", (_, rising) => {
    const { lower, upper } = percentile.limits(resampled(sampleMean), 0.95);
    const transformed = percentile.limits(
      resampled((values) => rising(sampleMean(values))),
      0.95,
    );
    expect([transformed.lower, transformed.upper]).toEqual([rising(lower!), rising(upper!)]);
  });
});

describe("basic limits", () => {
  it("are the percentile limits mirrored about the estimate", () => {
    const bootstrapped = resampled(sampleMean);
    const { lower, upper } = percentile.limits(bootstrapped, 0.95);
    const twice = 2 * bootstrapped.estimate;
    expect(basic.limits(bootstrapped, 0.95)).toEqual({
      lower: twice - upper!,
      upper: twice - lower!,
      reason: null,
    });
  });
});
