import { describe, expect, it } from "vitest";
import { sampleStandardDeviation } from "../../../../../src/math/descriptive/sample-variance.ts";
import { bootstrap, type Statistic } from "../../../../../src/math/resampling/bootstrap.ts";
import { basic } from "../../../../../src/math/resampling/limits/basic.ts";
import { studentized } from "../../../../../src/math/resampling/limits/studentized.ts";
import { sampleMean } from "../../../../../src/math/resampling/sample-mean.ts";
import { expectRelative } from "../../../../helpers/closeness.ts";

const meanError: Statistic = (values) => sampleStandardDeviation(values)! / Math.sqrt(values.length);
const options = { nResamples: 1999, seed: 9 };
const limits = (values: number[], standardError?: Statistic, level = 0.95) =>
  studentized.limits(bootstrap(values, sampleMean, { ...options, standardError }), level);
const scores = [3, 8, 5, 2, 9, 4];

describe("studentized limits", () => {
  it("don't depend on the unit of the standard error", () => {
    const [found, scaled] = [limits(scores, meanError), limits(scores, (values) => 8 * meanError(values))];
    expect(found.reason).toBe(null);
    expect(scaled).toEqual(found);
  });

  it("are the basic limits where the standard error is the same in every resample", () => {
    const replicates = bootstrap(scores, sampleMean, { ...options, standardError: () => 2 });
    const [found, expected] = [studentized.limits(replicates, 0.9), basic.limits(replicates, 0.9)];
    expectRelative([found.lower!, found.upper!], [expected.lower!, expected.upper!], 1e-13);
  });

  it("say so where nobody gave a standard error", () => {
    expect(limits(scores).reason).toBe("no-standard-error");
  });

  it.each([
    [[2, 7], 0.95],
    [[2, 7, 9], 0.95],
    [[2, 7, 9, 11], 0.99],
  ])("are missing where too many resamples have no spread: %j at %f", (values, level) => {
    expect(limits(values, meanError, level).reason).toBe("resamples-without-spread");
  });

  it("exist for three values at a level that leaves out the resamples without spread", () => {
    // One resample in nine has no spread, one in eighteen or so on either side.
    expect(limits([2, 7, 9], meanError, 0.8).reason).toBe(null);
  });

  it.each<[string, Statistic, string]>([
    ["0", () => 0, "resamples-without-spread"],
    ["negative", () => -1, "resamples-without-spread"],
    ["NaN", () => Number.NaN, "statistic-not-finite"],
    ["infinite", () => Infinity, "statistic-not-finite"],
    ["NaN in some resamples", (values) => (values[0] === 3 ? 1 : Number.NaN), "statistic-not-finite"],
  ])("are missing where the standard error is %s", (_, standardError, reason) => {
    expect(limits(scores, standardError).reason).toBe(reason);
  });
});
