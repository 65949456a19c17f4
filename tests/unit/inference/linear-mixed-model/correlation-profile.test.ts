import { describe, expect, it } from "vitest";
import {
  autoregressiveErrors,
  continuousAutoregressiveErrors,
  correlationProfile,
  fitLinearMixedModel,
  restrictedScores,
} from "../../../../src/inference/linear-mixed-model/index.ts";
import { profiledDeviance } from "../../../../src/inference/linear-mixed-model/profiled-deviance.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";
import { column, madeUpPatient, ones } from "../../../helpers/mixed-models.ts";
import { referenceEntries } from "../../../helpers/reference.ts";

describe("correlationProfile", () => {
  it("ends where the likelihood has fallen by half the quantile of chi-squared", () => {
    const { scores, columns } = madeUpPatient(30);
    const fit = fitLinearMixedModel({ scores, columns, errors: { correlation: autoregressiveErrors } });
    const { lower, upper, bound } = correlationProfile(fit)!;
    const evaluate = profiledDeviance(fit.prepared, restrictedScores);
    const falls = [lower!, upper!].map(
      (phi) => evaluate({ factors: [], ratios: [1], phi }).deviance + 2 * fit.logLikelihood,
    );
    expect(bound).toBe("closed");
    expectAbsolute(falls, [3.841458820694124, 3.841458820694124], 1e-6);
  });

  it("is open where a random walk can't be excluded, though Wald's interval is closed", () => {
    const [{ inputs }] = referenceEntries("curves-and-survival.json", /^gls_synth_corCAR1_REML$/);
    const fit = fitLinearMixedModel({
      scores: inputs.y,
      columns: [ones(16), column("post", inputs.post), column("dpost", inputs.dpost)],
      errors: { correlation: continuousAutoregressiveErrors, times: inputs.day },
    });
    const { lower, upper, bound } = correlationProfile(fit)!;
    expect([upper, bound]).toEqual([null, "open-upper"]);
    expect(lower!).toBeGreaterThan(0.5);
  });

  it("fits everything else anew beside random effects, and is null for independent errors", () => {
    const [{ inputs }] = referenceEntries("curves-and-survival.json", /^lme_orthodont_corCAR1_REML$/);
    const { y, x, group } = inputs;
    const model = {
      scores: y,
      columns: [ones(y.length), column("age", x)],
      randomEffects: [{ name: "child", groups: group }],
    };
    const correlation = continuousAutoregressiveErrors;
    const fit = fitLinearMixedModel({ ...model, errors: { correlation, times: x, series: group } });
    const { estimate, lower, upper, bound } = correlationProfile(fit)!;
    expect(bound).toBe("open-lower");
    expect(lower).toBeNull();
    expect(upper!).toBeGreaterThan(estimate);
    expect(correlationProfile(fitLinearMixedModel(model))).toBeNull();
  });
});
