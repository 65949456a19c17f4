import { describe, expect, it } from "vitest";
import { feasibleSet } from "../../../../src/pooling/index.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const ends = (report: Parameters<typeof feasibleSet>[0], name: string): [number | null, number | null] => {
  const found = feasibleSet(report).quantities.find(({ quantity }) => quantity === name)!;
  return [found.lower, found.upper];
};

describe("the feasible set of thousands of patients", () => {
  it("has the greatest spread where all but one stand at a bound", () => {
    const [n, mean] = [5000, 73.4];
    const most = Math.sqrt((n * mean * (100 - mean)) / (n - 1));
    const [least, greatest] = ends({ n, mean, lower: 0, upper: 100 }, "sd");
    expect(least).toBe(0);
    expectRelative([greatest!], [most], 1e-9);
  });

  it("has the mean of a range at one patient's distance from its ends", () => {
    const n = 5000;
    const spread = 4 / n;
    expectRelative(ends({ n, minimum: 2, maximum: 6 }, "mean") as number[], [2 + spread, 6 - spread], 1e-12);
  });

  it("is found in under a second of computing", () => {
    const start = process.cpuUsage();
    feasibleSet({
      n: 5000,
      mean: 73.4,
      decimals: 1,
      sd: 20.1,
      sdDecimals: 1,
      lower: 0,
      upper: 100,
    });
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });
});
