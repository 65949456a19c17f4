import { describe, expect, it } from "vitest";
import { autoregressiveErrors, fitLinearMixedModel } from "../../src/inference/linear-mixed-model/index.ts";
import { hartungKnapp, normalInterval } from "../../src/pooling/intervals/index.ts";
import { poolEstimates } from "../../src/pooling/pool-estimates.ts";
import { dersimonianLaird, pauleMandel, reml } from "../../src/pooling/tau-squared/index.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { column, ones } from "../helpers/mixed-models.ts";
import { referenceEntries } from "../helpers/reference.ts";

/** Effect and variance of each patient of the SYNTHETIC series, by gls with AR(1) errors. */
function perPatient(): { effects: number[]; variances: number[] } {
  const [{ inputs }] = referenceEntries("single-case.json", /^lme\.agg5\.ar1$/);
  const { id, trt, y } = inputs.data;
  const fits = ["P1", "P2", "P3", "P4", "P5"].map((patient) => {
    const rows = id.flatMap((one: string, i: number) => (one === patient ? [i] : []));
    return fitLinearMixedModel({
      scores: rows.map((i: number) => y[i]),
      columns: [
        ones(rows.length),
        column(
          "treated",
          rows.map((i: number) => trt[i]),
          "B",
        ),
      ],
      errors: { correlation: autoregressiveErrors },
    });
  });
  return {
    effects: fits.map(({ coefficients }) => coefficients[1]),
    variances: fits.map(({ covariance }) => covariance.values[3]),
  };
}

const estimators = { REML: reml, DL: dersimonianLaird, PM: pauleMandel };
const intervals = { z: normalInterval, knha: hartungKnapp };
const entries = referenceEntries("single-case.json", /^rma\.agg5\./).map(
  (entry) => [entry.id, entry] as const,
);

describe("five patients, each by gls, then pooled by rma", () => {
  it("has the effects and variances that were pooled", () => {
    const { effects, variances } = perPatient();
    const { yi, vi } = entries[0][1].inputs;
    expect(entries).toHaveLength(6);
    expectRelative(effects, yi, 1e-6);
    expectRelative(variances, vi, 1e-5);
  });

  it.each(entries)("%s", (_, { inputs, outputs }) => {
    const { effects, variances } = perPatient();
    const rows = effects.map((estimate, i) => ({ estimate, variance: variances[i] }));
    const result = poolEstimates(rows, {
      tauSquared: estimators[inputs.method as keyof typeof estimators],
      interval: intervals[inputs.test as keyof typeof intervals],
    });
    const pooled = result.estimates[0];
    expectRelative(
      [pooled.estimate!, pooled.standardError!, pooled.lower!, pooled.upper!],
      [outputs.beta, outputs.se, outputs.ci_lower, outputs.ci_upper],
      1e-5,
    );
  });
});
