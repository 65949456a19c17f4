import { describe, expect, it } from "vitest";
import {
  correlatedErrors,
  fullLikelihood,
  hartungKnappPrediction,
  poolInfluence,
  poolTwoOutcomes,
  predictEffects,
  restrictedLikelihood,
} from "../../src/pooling/index.ts";
import type { EffectEstimate } from "../../src/schema/index.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { nestedEffects } from "../helpers/nested-effects.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

const likelihoods = { REML: restrictedLikelihood, ML: fullLikelihood };
const named = (pattern: RegExp) =>
  referenceEntries("pooling-profiles.json", pattern).map((entry) => [entry.id, entry] as const);

function bcg({ inputs }: ReferenceEntry): EffectEstimate[] {
  const { yi, vi, ablat, year } = inputs;
  return nestedEffects(yi, vi, { ablat, year });
}

describe("profile limits of two outcomes agree with metafor", () => {
  // metafor's own optimum is known to about 1e-7 of the likelihood, its limits to about 1e-6.
  it.each(named(/^limits/u))("%s", (_, { inputs, outputs }) => {
    const { yi, vi, series, outcome, method, rho } = inputs;
    const { estimates } = poolTwoOutcomes(nestedEffects(yi, vi, { paper: series, outcome }), {
      likelihood: likelihoods[method as "REML"],
      sampling: correlatedErrors(rho),
    });
    const [first, second, correlation] = estimates.slice(2);
    expectAbsolute([first!.lower!, first!.upper!], outputs.tau2[0], 5e-6);
    expectAbsolute([second!.lower!, second!.upper!], outputs.tau2[1], 5e-6);
    expectAbsolute([correlation!.lower!, correlation!.upper!], outputs.rho, 5e-6);
  });

  it("one of them has a correlation known on both sides", () => {
    const inside = named(/^limits/u).filter(([, { outputs }]) =>
      outputs.rho.every((r: number) => Math.abs(r) < 1),
    );
    expect(inside.length).toBeGreaterThan(0);
  });
});

describe("DFBETAS agree with metafor", () => {
  it.each(named(/^dfbetas/u))("%s", (_, entry) => {
    const moderators = ["ablat", "year"].filter((name) => entry.inputs.mods.includes(name));
    const { series } = poolInfluence(bcg(entry), { moderators });
    const expected: number[][] = entry.outputs.dfbetas;
    expected.forEach((column, j) => {
      expectAbsolute(
        series.map(({ dfbetas }) => dfbetas![j]!.value),
        column,
        1e-6,
      );
    });
    expect(series[0]!.dfbetas).toHaveLength(expected.length);
  });
});

describe("predictions at chosen moderators agree with metafor", () => {
  it.each(named(/^predict/u))("%s", (_, entry) => {
    const at: number[][] = entry.inputs.at;
    const { outputs } = entry;
    const { estimates } = predictEffects(bcg(entry), {
      moderators: ["ablat", "year"],
      prediction: hartungKnappPrediction,
      at: at.map(([ablat, year]) => ({ ablat: ablat!, year: year! })),
    });
    const [means, further] = ["mean", "prediction"].map((name) =>
      estimates.filter(({ parameter }) => parameter === name),
    );
    expectAbsolute(
      means!.map((row) => row.estimate!),
      outputs.pred,
      1e-6,
    );
    expectAbsolute(
      means!.map((row) => row.standardError!),
      outputs.se,
      1e-6,
    );
    expectAbsolute(
      means!.map((row) => row.lower!),
      outputs.lower,
      1e-6,
    );
    expectAbsolute(
      means!.map((row) => row.upper!),
      outputs.upper,
      1e-6,
    );
    expectAbsolute(
      further!.map((row) => row.lower!),
      outputs.pi_lower,
      1e-6,
    );
    expectAbsolute(
      further!.map((row) => row.upper!),
      outputs.pi_upper,
      1e-6,
    );
  });
});
