import { describe, expect, it } from "vitest";
import {
  type ChainDiagnostics,
  denseMetric,
  diagnoseChains,
  sampleChain,
  sampleChains,
} from "../../../../src/inference/hamiltonian/index.ts";
import {
  funnel,
  logGammaTarget,
  logitBetaTarget,
  normalEffectsTarget,
  normalTarget,
  straightFunnel,
} from "../../../helpers/density-targets.ts";
import { referenceEntries } from "../../../helpers/reference.ts";

const codes = ({ warnings }: ChainDiagnostics): string[] => warnings.map(({ code }) => code);

/** Every chain mixed, and mean and sd of every quantity are within four Monte-Carlo errors. */
function expectMoments(found: ChainDiagnostics, means: readonly number[], sds: readonly number[]): void {
  expect(found.warnings).toEqual([]);
  found.quantities.forEach((row, i) => {
    expect(row.rHat!).toBeLessThan(1.01);
    expect(Math.abs(row.mean! - means[i]!)).toBeLessThan(4 * row.meanError!);
    expect(Math.abs(row.standardDeviation! - sds[i]!)).toBeLessThan(4 * row.standardDeviationError!);
  });
}

describe("the no-U-turn sampler", () => {
  it("finds means and sds of independent normals of very different scales", () => {
    const sds = [0.01, 1, 100];
    const target = normalTarget(
      [3, -2, 50],
      sds.map((sd, i) => sds.map((_, j) => (i === j ? sd ** -2 : 0))),
    );
    expectMoments(diagnoseChains(sampleChains(target, 1)), [3, -2, 50], sds);
  });

  it("finds a normal correlated by 0.99 with the dense metric, in fewer steps than with the diagonal one", () => {
    const rho = 0.99;
    const factor = 1 / (1 - rho * rho);
    const target = normalTarget(
      [1, -1],
      [
        [factor, -rho * factor],
        [-rho * factor, factor],
      ],
    );
    const dense = sampleChains(target, 2, { metric: denseMetric });
    const product = { name: "product", value: (x: Float64Array) => (x[0]! - 1) * (x[1]! + 1) };
    const coordinates = [0, 1].map((i) => ({ name: `x${i}`, value: (x: Float64Array) => x[i]! }));
    const found = diagnoseChains(dense, [...coordinates, product]);
    expectMoments(found, [1, -1, rho], [1, 1, Math.sqrt(1 + rho * rho)]);
    for (const { inverseMetric } of dense) expect(inverseMetric).toHaveLength(4);
    const steps = (answer: ChainDiagnostics): number =>
      answer.chains.reduce((sum, c) => sum + c.nLeapfrog, 0);
    expect(2 * steps(found)).toBeLessThan(steps(diagnoseChains(sampleChains(target, 2))));
  });

  it("finds a positive parameter by its logarithm: a gamma of shape 3 and rate 2", () => {
    const y = { name: "y", value: (x: Float64Array) => Math.exp(x[0]!) };
    expectMoments(diagnoseChains(sampleChains(logGammaTarget(3, 2), 3), [y]), [1.5], [Math.sqrt(0.75)]);
  });

  it("finds probabilities by their logits, also untuned and with steps so long that states differ in weight", () => {
    const scales = [1, 0.2];
    const settings = { targetAcceptance: 0.6, nWarmup: 19, nDraws: 10_000 };
    const functions = scales.flatMap((scale, i) => [
      { name: `p${i}`, value: (x: Float64Array) => 1 / (1 + Math.exp(-x[i]! / scale)) },
      { name: `logit p${i}`, value: (x: Float64Array) => x[i]! / scale },
    ]);
    const found = diagnoseChains(sampleChains(logitBetaTarget(1, 2, scales), 3, settings), functions);
    // Logit of a beta of shapes 1 and 2: mean ψ(1) − ψ(2) = −1, variance ψ′(1) + ψ′(2) = π²/3 − 1.
    const sds = [Math.sqrt(1 / 18), Math.sqrt(Math.PI ** 2 / 3 - 1)];
    expectMoments(found, [1 / 3, -1, 1 / 3, -1], [...sds, ...sds]);
  });

  it("finds the eight schools that quadrature finds", () => {
    const { inputs, outputs } = referenceEntries("pooling.json", /^bayes\.schools/)[0]!;
    const target = normalEffectsTarget({
      effects: inputs.yi,
      errors: inputs.sei,
      meanSd: 50,
      spreadScale: 25,
    });
    const chains = sampleChains(target, 4, { nDraws: 2000, targetAcceptance: 0.95 });
    const found = diagnoseChains(chains, [
      { name: "mu", value: (x) => x[0]! },
      { name: "tau", value: (x) => Math.exp(x[1]!) },
    ]);
    expect(found.warnings).toEqual([]);
    const quadrature: Record<string, number> = outputs.quadrature;
    const muLimits: number[] = outputs.quadrature.mu_central95;
    const tauLimits: number[] = outputs.quadrature.tau_central95;
    const [mu, tau] = found.quantities;
    const near = (value: number | null, error: number | null, expected: number): void =>
      expect(Math.abs(value! - expected)).toBeLessThan(4 * error!);
    for (const { rHat } of [mu!, tau!]) expect(rHat!).toBeLessThan(1.01);
    near(mu!.mean, mu!.meanError, quadrature.mu_mean!);
    near(mu!.standardDeviation, mu!.standardDeviationError, quadrature.mu_sd!);
    near(mu!.median, mu!.medianError, quadrature.mu_median!);
    near(mu!.lower, mu!.lowerError, muLimits[0]!);
    near(mu!.upper, mu!.upperError, muLimits[1]!);
    near(tau!.mean, tau!.meanError, quadrature.tau_mean!);
    near(tau!.median, tau!.medianError, quadrature.tau_median!);
    near(tau!.lower, tau!.lowerError, tauLimits[0]!);
    near(tau!.upper, tau!.upperError, tauLimits[1]!);
  });

  it("finds three series with a flat mean and a half-Cauchy spread, to every quantile of the quadrature", () => {
    const { inputs, outputs } = referenceEntries("posteriors.json", /^stan_meta_k3_logRR_halfcauchy$/)[0]!;
    const spreadScale = inputs.tau_prior.scale;
    const target = normalEffectsTarget({
      effects: inputs.y,
      errors: inputs.se,
      meanSd: Infinity,
      spreadScale,
    });
    const chains = sampleChains(target, 4, { nDraws: 4000, targetAcceptance: 0.98 });
    const functions = [
      { name: "mu", value: (x: Float64Array) => x[0]! },
      { name: "tau", value: (x: Float64Array) => Math.exp(x[1]!) },
    ];
    [0.95, 0.9, 0.5].forEach((level, i) => {
      const { quantities } = diagnoseChains(chains, functions, level);
      for (const row of quantities) {
        const { quantiles } = outputs.summary[row.quantity].quadrature;
        expect(row.rHat!).toBeLessThan(1.01);
        expect(Math.abs(row.lower! - quantiles[i])).toBeLessThan(4 * row.lowerError!);
        expect(Math.abs(row.median! - quantiles[3])).toBeLessThan(4 * row.medianError!);
        expect(Math.abs(row.upper! - quantiles[6 - i])).toBeLessThan(4 * row.upperError!);
      }
    });
  });
});

describe("two funnels", () => {
  it("finds Neal's funnel in straight coordinates", () => {
    const found = diagnoseChains(sampleChains(straightFunnel(9), 5), [
      { name: "v", value: (x) => 3 * x[0]! },
      { name: "ln |x1|", value: (x) => 1.5 * x[0]! + Math.log(Math.abs(x[1]!)) },
    ]);
    // The mean and variance of ln |Z| for a standard normal Z are −(γ + ln 2)/2 and π²/8.
    const meanLog = -(0.5772156649015329 + Math.LN2) / 2;
    expectMoments(found, [0, meanLog], [3, Math.sqrt(2.25 + Math.PI ** 2 / 8)]);
  });

  it("warns about the funnel as it stands, whose neck is too narrow for its mouth", () => {
    const found = diagnoseChains(sampleChains(funnel(9), 6));
    expect(codes(found)).toContain("divergent-transitions");
    expect(codes(found).some((code) => code === "chains-not-mixed" || code === "few-effective-draws")).toBe(
      true,
    );
    expect(found.chains.some(({ divergences }) => divergences > 0)).toBe(true);
  });
});

describe("a chain is a pure function of target, seed, index and settings", () => {
  const target = normalTarget(
    [0, 1],
    [
      [1, 0.5],
      [0.5, 2],
    ],
  );
  const short = { nWarmup: 200, nDraws: 50 };

  it("gives the same bytes alone and among others", () => {
    const chains = sampleChains(target, 7, short, 3);
    expect(sampleChain(target, 7, 2, short)).toEqual(chains[2]);
    expect(sampleChains(target, 7, short, 3)).toEqual(chains);
  });

  it("gives others for another seed or index", () => {
    const first = sampleChain(target, 7, 0, short).draws;
    expect(sampleChain(target, 8, 0, short).draws).not.toEqual(first);
    expect(sampleChain(target, 7, 1, short).draws).not.toEqual(first);
  });

  it("survives being sent to a worker and back", () => {
    const chain = sampleChain(target, 7, 0, short);
    expect(structuredClone(chain)).toEqual(chain);
  });
});
