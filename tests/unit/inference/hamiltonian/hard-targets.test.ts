import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import {
  type DensityTarget,
  denseMetric,
  diagnoseChains,
  sampleChain,
  sampleChains,
} from "../../../../src/inference/hamiltonian/index.ts";
import { normalTarget } from "../../../helpers/density-targets.ts";

const normal = normalTarget([0], [[1]]);
const short = { nWarmup: 100, nDraws: 20 };

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof EstimationError) return error.code;
    throw error;
  }
  return "none";
}

const oneDimensional = (density: (x: number) => number, slope: (x: number) => number): DensityTarget => ({
  dimension: 1,
  logDensityAndGradient(x, gradient) {
    gradient[0] = slope(x[0]!);
    return density(x[0]!);
  },
});

describe("targets that have no answer are refused by name", () => {
  it("a level density, which has no total", () => {
    const level = oneDimensional(
      () => 0,
      () => 0,
    );
    expect(codeOf(() => sampleChain(level, 1, 0, short))).toBe("not-identifiable");
  });

  it("a density that is nowhere a number, or nowhere positive, or infinite", () => {
    for (const value of [Number.NaN, -Infinity, Infinity]) {
      const nowhere = oneDimensional(
        () => value,
        () => 0,
      );
      expect(codeOf(() => sampleChain(nowhere, 1, 0, short))).toBe("no-draws");
    }
  });

  it("a gradient that is not finite where the chain starts", () => {
    const steep = oneDimensional(
      (x) => -x * x,
      () => Number.NaN,
    );
    expect(codeOf(() => sampleChain(steep, 1, 0, short))).toBe("no-draws");
  });

  it("a given first position that is impossible", () => {
    const positive = oneDimensional(
      (x) => (x > 0 ? -x : -Infinity),
      () => -1,
    );
    expect(codeOf(() => sampleChain(positive, 1, 0, { ...short, firstPositions: [[-1]] }))).toBe("no-draws");
    expect(codeOf(() => sampleChain(positive, 1, 0, { ...short, firstPositions: [[1]] }))).toBe("none");
  });
});

describe("targets that are hard to draw from", () => {
  it("draws stay inside a hard edge, and the trajectories that left it are reported", () => {
    const positive = oneDimensional(
      (x) => (x > 0 ? -x : -Infinity),
      () => -1,
    );
    const chains = sampleChains(positive, 1);
    for (const { draws } of chains) expect(Math.min(...draws)).toBeGreaterThan(0);
    const { warnings } = diagnoseChains(chains);
    expect(warnings.map(({ code }) => code)).toContain("divergent-transitions");
  });

  it("finds both of two places only by chance, and says that the chains disagree", () => {
    const two = oneDimensional(
      (x) => Math.log(Math.exp(-0.5 * (x - 8) ** 2) + Math.exp(-0.5 * (x + 8) ** 2)),
      (x) => 8 * Math.tanh(8 * x) - x,
    );
    const firstPositions = [[8], [-8], [8], [-8]];
    const { warnings, quantities } = diagnoseChains(sampleChains(two, 1, { firstPositions }));
    expect(quantities[0]!.rHat!).toBeGreaterThan(1.5);
    expect(warnings.map(({ code }) => code)).toContain("chains-not-mixed");
    expect(warnings[0]!.message).toContain("x1");
  });

  it("says when trajectories were cut off", () => {
    const { warnings, chains } = diagnoseChains(sampleChains(normal, 1, { maxTreeDepth: 1 }));
    expect(warnings.map(({ code }) => code)).toContain("tree-depth-reached");
    expect(chains[0]!.treeDepthSaturation).toBeGreaterThan(100);
  });

  it("says that the energy moves slowly where the tails are very heavy", () => {
    // A t law with one degree of freedom.
    const cauchy = oneDimensional(
      (x) => -Math.log1p(x * x),
      (x) => (-2 * x) / (1 + x * x),
    );
    const { warnings } = diagnoseChains(sampleChains(cauchy, 1));
    expect(warnings.map(({ code }) => code)).toContain("low-energy-fraction");
  });

  it("draws from 50 coordinates with either metric", () => {
    const target = normalTarget(
      new Array(50).fill(1),
      Array.from({ length: 50 }, (_, i) => Array.from({ length: 50 }, (_, j) => (i === j ? i + 1 : 0))),
    );
    for (const settings of [{}, { metric: denseMetric }]) {
      const { draws } = sampleChain(target, 3, 0, { ...settings, nWarmup: 500, nDraws: 500 });
      let squares = 0;
      for (let i = 0; i < draws.length; i++) squares += ((i % 50) + 1) * (draws[i]! - 1) ** 2;
      // A mean of 500 χ²(50): sd √(100/500), times less than 4 for autocorrelation.
      expect(Math.abs(squares / 500 - 50)).toBeLessThan(7);
    }
  });
});

describe("the smallest chains", () => {
  it.each([0, 1, 19, 20, 149])("a warm-up of %i iterations", (nWarmup) => {
    const chain = sampleChain(normal, 1, 0, { nWarmup, nDraws: 3 });
    expect(chain.draws.every(Number.isFinite)).toBe(true);
    expect(chain.stepSize).toBeGreaterThan(0);
  });

  it("starts where it is told", () => {
    const far = { nWarmup: 0, nDraws: 1, maxTreeDepth: 1, firstPositions: [[0], [40]] };
    expect(Math.abs(sampleChain(normal, 1, 1, far).draws[0]! - 40)).toBeLessThan(30);
    expect(Math.abs(sampleChain(normal, 1, 0, far).draws[0]!)).toBeLessThan(6);
  });
});

describe("settings out of range are refused", () => {
  it.each([
    [{ nWarmup: -1 }, "nWarmup"],
    [{ nDraws: 0 }, "nDraws"],
    [{ nDraws: 1.5 }, "nDraws"],
    [{ maxTreeDepth: 0 }, "maxTreeDepth"],
    [{ maxTreeDepth: 30 }, "maxTreeDepth"],
    [{ targetAcceptance: 1 }, "targetAcceptance"],
    [{ targetAcceptance: 80 }, "targetAcceptance"],
    [{ firstPositions: [[1, 2]] }, "length 1, got 2"],
  ])("%j", (settings, words) => {
    expect(() => sampleChain(normal, 1, 0, settings)).toThrow(RangeError);
    expect(() => sampleChain(normal, 1, 0, settings)).toThrow(words);
  });

  it("no dimension, no chain, an index below 0", () => {
    expect(() => sampleChain({ ...normal, dimension: 0 }, 1, 0)).toThrow(RangeError);
    expect(() => sampleChain(normal, 1, -1)).toThrow(RangeError);
    expect(() => sampleChains(normal, 1, {}, 0)).toThrow(RangeError);
    expect(() => diagnoseChains([])).toThrow(RangeError);
  });
});
