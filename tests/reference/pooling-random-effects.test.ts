import { describe, expect, it } from "vitest";
import {
  hartungKnapp,
  hartungKnappFloored,
  hartungKnappPrediction,
  type MeanInterval,
  normalInterval,
  normalPrediction,
  type PredictionInterval,
  qProfile,
  studentTInterval,
  studentTPrediction,
} from "../../src/pooling/index.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { estimators, limitsOf, poolEntry, rowOf } from "../helpers/pools.ts";
import { referenceEntries } from "../helpers/reference.ts";

const CLOSED = 1e-8;
/** metafor's REML, ML and EB stop at changes of 1e-13 at best, its roots at 1e-14. */
const ITERATED = 1e-6;
const closed = new Set(["FE", "DL", "HE", "HS", "HSk", "SJ"]);

const tests: Record<string, { interval: MeanInterval; prediction: PredictionInterval }> = {
  z: { interval: normalInterval, prediction: normalPrediction },
  t: { interval: studentTInterval, prediction: studentTPrediction },
  knha: { interval: hartungKnapp, prediction: hartungKnappPrediction },
  adhoc: { interval: hartungKnappFloored, prediction: studentTPrediction },
};

const fits = referenceEntries("pooling.json", /^rma\.(?!mh|mv|peto)/);

describe.each(fits.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
  const { outputs, inputs } = entry;
  const tauSquared = estimators[inputs.method]!;
  const tolerance = closed.has(inputs.method) ? CLOSED : ITERATED;
  const result = poolEntry(entry, { tauSquared, interval: normalInterval });

  it("has metafor's mean, weights and Q test", () => {
    const { q, pValue } = result.heterogeneity;
    expectRelative(
      [rowOf(result, "mean").estimate!, q, pValue!],
      [outputs.est, outputs.QE, outputs.QEp],
      tolerance,
    );
    const shares = result.series.map(({ weight }) => 100 * weight);
    expectRelative(shares, outputs.weights_pct, tolerance);
    expect(result.nSeries).toBe(outputs.k);
  });

  it("has metafor's I² and H², with H² at least 1", () => {
    // Under a common effect metafor prints Q/(k − 1) even below 1, where its I² is 0.
    const expected = [outputs.I2 / 100, Math.max(1, outputs.H2)];
    expectRelative(
      [rowOf(result, "iSquared").estimate!, rowOf(result, "hSquared").estimate!],
      expected,
      tolerance,
    );
  });

  it("has metafor's likelihoods, and AICc where there are enough series for it", () => {
    const { logLikelihood, restrictedLogLikelihood, aicc } = result.fit;
    const found = [logLikelihood, restrictedLogLikelihood!];
    expectRelative(found, [outputs.logLik_ML, outputs.logLik_REML], tolerance);
    // metafor goes on below by taking k as the number of parameters + 2, which is not the criterion.
    const nParameters = tauSquared.assumed ? 1 : 2;
    if (outputs.k < nParameters + 2) expect(aicc).toBeNull();
    else expectRelative([aicc!], [outputs.AICc_ML], tolerance);
  });

  it("has metafor's τ² with its standard error, or none under a common effect", () => {
    if (tauSquared.assumed) {
      expect(result.estimates.map(({ parameter }) => parameter)).toEqual(["mean", "iSquared", "hSquared"]);
      return;
    }
    const { estimate, standardError } = rowOf(result, "tauSquared");
    expectRelative([estimate!, standardError!], [outputs.tau2, outputs.se_tau2], tolerance);
  });

  const given = Object.entries(tests).filter(([name]) => name in outputs);

  it.each(given)("has metafor's interval, test and prediction by %s", (name, { interval, prediction }) => {
    const expected = outputs[name];
    const pooled = poolEntry(entry, { tauSquared, interval, prediction });
    const mean = rowOf(pooled, "mean");
    const test = pooled.test!;
    expectRelative(
      [mean.standardError!, mean.lower!, mean.upper!, test.statistic, test.pValue],
      [expected.se, expected.ci_lb, expected.ci_ub, expected.stat, expected.p],
      tolerance,
    );
    expect(test.degreesOfFreedom).toBe(expected.dfs);
    if (name !== "adhoc" && expected.pi_lb !== undefined)
      expectRelative(limitsOf(pooled, "prediction"), [expected.pi_lb, expected.pi_ub], tolerance);
  });
});

describe.each(
  referenceEntries("pooling.json", /^confint\..*\.QP$/).map((entry) => [entry.id, entry] as const),
)("%s", (_, entry) => {
  const result = poolEntry(entry, {
    tauSquared: estimators[entry.inputs.method]!,
    tauSquaredInterval: qProfile,
  });

  it("has metafor's Q-profile of τ², τ, I² and H²", () => {
    const { tau2, tau, I2, H2 } = entry.outputs;
    const expected = [tau2, tau, I2.map((value: number) => value / 100), H2];
    ["tauSquared", "tau", "iSquared", "hSquared"].forEach((parameter, i) => {
      const { estimate, lower, upper } = rowOf(result, parameter);
      expectRelative([estimate!, lower!, upper!], expected[i], ITERATED, parameter);
    });
  });
});

describe("statsmodels", () => {
  const byMoments = referenceEntries("pooling.json", /^statsmodels\..*\.chi2$/);

  it.each(byMoments.map((entry) => [entry.id, entry] as const))(
    "%s: where it lets τ² fall below 0, ours is 0; else both agree",
    (_, entry) => {
      const { outputs } = entry;
      const result = poolEntry(entry, { tauSquared: estimators.DL!, interval: studentTInterval });
      expectRelative([rowOf(result, "tauSquared").estimate!], [Math.max(0, outputs.tau2)], CLOSED);
      if (outputs.tau2 < 0) return;
      expectRelative([rowOf(result, "mean").estimate!], [outputs.mean_re], CLOSED);
      expectRelative(limitsOf(result, "mean"), outputs.ci_t[1], CLOSED);
      const scaled = poolEntry(entry, { tauSquared: estimators.DL!, interval: hartungKnapp });
      expectRelative(limitsOf(scaled, "mean"), outputs.ci_t[3], CLOSED);
    },
  );

  const all = referenceEntries("pooling.json", /^statsmodels\./);

  it.each(all.map((entry) => [entry.id, entry] as const))(
    "%s: the common effect with t limits, as they are and scaled by Q/(k − 1)",
    (_, entry) => {
      const [plain, , scaled] = entry.outputs.ci_t;
      const by = (interval: MeanInterval) => poolEntry(entry, { tauSquared: estimators.FE!, interval });
      expectRelative(limitsOf(by(studentTInterval), "mean"), plain, CLOSED);
      expectRelative(limitsOf(by(hartungKnapp), "mean"), scaled, CLOSED);
      expectRelative([by(hartungKnapp).heterogeneity.q], [entry.outputs.q], CLOSED);
    },
  );

  const iterated = referenceEntries("pooling.json", /^statsmodels\..*\.iterated$/);

  it.each(iterated.map((entry) => [entry.id, entry] as const))(
    "%s: Paule and Mandel's τ², which it stops at changes of 1e-5",
    (_, entry) => {
      const { outputs } = entry;
      const result = poolEntry(entry, { tauSquared: estimators.PM! });
      expect(Math.abs(rowOf(result, "tauSquared").estimate! - outputs.tau2)).toBeLessThan(1e-5);
      // Its limits follow from that τ².
      expectRelative(limitsOf(result, "mean"), outputs.ci_t[3], ITERATED);
    },
  );
});
