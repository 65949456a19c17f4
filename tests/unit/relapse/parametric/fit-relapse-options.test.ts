import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../../src/errors.ts";
import { bootstrap, posterior, profile, wald } from "../../../../src/inference/index.ts";
import {
  clusterRobust,
  fitRelapse,
  flatRelapsePriors,
  weakRelapsePriors,
} from "../../../../src/relapse/index.ts";
import { rowsOf } from "../../../helpers/survreg-rows.ts";

const priors = flatRelapsePriors;
const eight = rowsOf([2, 2, 3, 3, 4, 2, 4, 5], [6, 4, 4, 6, 6, 3, 5, null]);
const months = { timeUnit: "month" };
const refusal = (task: () => unknown): unknown => {
  try {
    task();
  } catch (error) {
    return error instanceof EstimationError ? error.code : error;
  }
  return null;
};
describe("options", () => {
  it.each([
    { level: 95 },
    { times: [0] },
    { restrictedTo: -1 },
    { quantiles: [50] },
    { timeUnit: "cycle" },
    { at: { dose: 1 } },
    { interval: posterior, priors },
    { interval: wald, cluster: clusterRobust },
    { priors: weakRelapsePriors, cluster: clusterRobust },
  ])("%j is refused by name", (options) => {
    expect(() => fitRelapse(eight, options)).toThrow(RangeError);
  });

  it("takes any unit by maximum likelihood", () => {
    expect(fitRelapse(eight, { priors, timeUnit: "cycle" }).timeUnit).toBe("cycle");
  });

  it("takes any interval method, but a bootstrap: when visits were planned the rows don't say", () => {
    for (const interval of [wald, profile]) {
      expect(fitRelapse(eight, { interval, ...months }).estimates[0]!.method).toBe(interval.name);
    }
    expect(() => fitRelapse(eight, { interval: bootstrap })).toThrow(RangeError);
  });

  it("is maximum likelihood where profile or Wald limits are asked for without priors", () => {
    for (const interval of [wald, profile]) {
      const alone = fitRelapse(eight, { interval, ...months });
      const flat = fitRelapse(eight, { interval, priors: flatRelapsePriors, ...months });
      expect(alone).toEqual(flat);
      const penalized = fitRelapse(eight, { interval, priors: weakRelapsePriors, ...months });
      expect(penalized.estimates[0]!.upper).not.toBe(alone.estimates[0]!.upper);
    }
  });

  it("names rows that are unsound or lack a covariate", () => {
    expect(() => fitRelapse(rowsOf([5], [3]))).toThrow(InputError);
    expect(() => fitRelapse(eight, { covariates: ["dose"] })).toThrow(/covariate dose is missing/);
    expect(refusal(() => fitRelapse([]))).toBe("too-few-observations");
  });

  it("gives the same result twice, and another by another seed", () => {
    expect(JSON.stringify(fitRelapse(eight))).toBe(JSON.stringify(fitRelapse(eight)));
    const limits = [1, 2].map((seed) => fitRelapse(eight, { seed }).estimates[0]!.lower);
    expect(limits[0]).not.toBe(limits[1]);
  });
});
