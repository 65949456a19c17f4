import { describe, expect, it } from "vitest";
import { hartungKnapp, normalInterval } from "../../src/pooling/index.ts";
import { poolEstimates } from "../../src/pooling/pool-estimates.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { estimators, rowOf } from "../helpers/pools.ts";
import { referenceEntries } from "../helpers/reference.ts";

const closed = new Set(["DL", "HE", "SJ"]);
const intervals: Record<string, typeof normalInterval> = { z: normalInterval, knha: hartungKnapp };
const entries = referenceEntries("pooling.json", /^metareg\./).map((entry) => [entry.id, entry] as const);

describe.each(entries)("%s", (_, { inputs, outputs }) => {
  const tolerance = closed.has(inputs.method) ? 1e-8 : 1e-6;
  const rows = (inputs.yi as number[]).map((estimate, i) => ({
    estimate,
    variance: inputs.vi[i] as number,
    moderators: { x: inputs.x[i] as number },
  }));
  const result = poolEstimates(rows, {
    tauSquared: estimators[inputs.method]!,
    interval: intervals[inputs.test]!,
    moderators: ["x"],
  });
  const regression = result.regression!;

  it("has metafor's coefficients with their limits and tests", () => {
    const coefficients = ["intercept", "moderator:x"].map((parameter) => rowOf(result, parameter));
    const columns = [
      [coefficients.map(({ estimate }) => estimate!), outputs.b],
      [coefficients.map(({ standardError }) => standardError!), outputs.se],
      [coefficients.map(({ lower }) => lower!), outputs.ci_lb],
      [coefficients.map(({ upper }) => upper!), outputs.ci_ub],
      [regression.tests.map(({ statistic }) => statistic!), outputs.stat],
      [regression.tests.map(({ pValue }) => pValue!), outputs.p],
    ] as const;
    for (const [found, expected] of columns) expectRelative(found, expected, tolerance);
  });

  it("has metafor's QM, R², τ², QE, I² and H²", () => {
    const { statistic, pValue, denominatorDegreesOfFreedom } = regression.moderatorTest!;
    expectRelative([statistic, pValue], [outputs.QM, outputs.QMp], tolerance);
    expect(denominatorDegreesOfFreedom).toBe(inputs.test === "z" ? null : inputs.yi.length - 2);
    const { q, pValue: qPValue } = result.heterogeneity;
    const [tauSquared, iSquared, hSquared] = ["tauSquared", "iSquared", "hSquared"].map(
      (parameter) => rowOf(result, parameter).estimate!,
    );
    expectRelative(
      [100 * regression.rSquared!, tauSquared!, q, qPValue!, 100 * iSquared!, hSquared!],
      [outputs.R2, outputs.tau2, outputs.QE, outputs.QEp, outputs.I2, outputs.H2],
      tolerance,
    );
  });
});
