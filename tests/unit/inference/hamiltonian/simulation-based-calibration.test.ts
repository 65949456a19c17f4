import { beforeAll, describe, expect, it } from "vitest";
import { type DensityTarget, sampleChain } from "../../../../src/inference/hamiltonian/index.ts";
import { chiSquared } from "../../../../src/math/distributions/chi-squared.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { drawScores, drawTruth, type GroupedTruth, groupedTarget } from "../../../helpers/grouped-normals.ts";

// Talts et al. (2018), arXiv:1804.06788: a truth drawn from the prior has, among draws of the posterior given data of
// that truth, every rank with the same probability.
const N_DATA_SETS = 320;
const N_RANKED = 31;
const THINNING = 4;
const N_BINS = 16;

const natural = ({ mu, logTau, logSigma, etas }: GroupedTruth): Float64Array =>
  Float64Array.of(mu, logTau, logSigma, ...etas);

type Quantity = (x: Float64Array, target: DensityTarget) => number;
const quantities: Record<string, Quantity> = {
  mu: (x) => x[0]!,
  "ln τ": (x) => x[1]!,
  "ln σ": (x) => x[2]!,
  "first group": (x) => x[0]! + Math.exp(x[1]!) * x[3]!,
  "ln density": (x, target) => target.logDensityAndGradient(x, new Float64Array(x.length)),
};

/** How often the truth's rank falls in each bin, for each quantity. */
function rankCounts(alter: (target: DensityTarget) => DensityTarget): Record<string, number[]> {
  const counts = Object.fromEntries(Object.keys(quantities).map((name) => [name, new Array(N_BINS).fill(0)]));
  for (let i = 0; i < N_DATA_SETS; i++) {
    const stream = randomStream(1804, i);
    const truth = drawTruth(stream, 4);
    const target = groupedTarget(drawScores(stream, truth, 3));
    const nDraws = N_RANKED * THINNING;
    const { draws, dimension } = sampleChain(alter(target), i, 0, {
      nWarmup: 200,
      nDraws,
      targetAcceptance: 0.9,
    });
    for (const [name, value] of Object.entries(quantities)) {
      const there = value(natural(truth), target);
      let rank = 0;
      for (let k = 0; k < N_RANKED; k++) {
        const from = k * THINNING * dimension;
        if (value(draws.subarray(from, from + dimension), target) < there) rank++;
      }
      counts[name]![Math.floor((rank * N_BINS) / (N_RANKED + 1))]++;
    }
  }
  return counts;
}

/** Probability of ranks at least as uneven as these, were they uniform. */
function pValue(counts: readonly number[]): number {
  const expected = N_DATA_SETS / N_BINS;
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chiSquared.survival(statistic, N_BINS - 1);
}

describe("simulation-based calibration of a hierarchical normal model", () => {
  let right: Record<string, number[]>;
  let wrong: Record<string, number[]>;
  beforeAll(() => {
    right = rankCounts((target) => target);
    // A Jacobian that does not belong: the posterior of ln τ moves up by its variance.
    wrong = rankCounts((target) => ({
      dimension: target.dimension,
      logDensityAndGradient(x, gradient) {
        const log = target.logDensityAndGradient(x, gradient) + x[1]!;
        gradient[1]! += 1;
        return log;
      },
    }));
  });

  it.each(Object.keys(quantities))("%s: every rank is as frequent as any other", (name) => {
    expect(right[name]!.reduce((sum, count) => sum + count)).toBe(N_DATA_SETS);
    // Fixed seeds: a right sampler would fail one choice of seeds in two hundred, for five quantities.
    expect(pValue(right[name]!)).toBeGreaterThan(0.001);
  });

  it("tells when the sampled density is not that of the model", () => {
    expect(pValue(wrong["ln τ"]!)).toBeLessThan(1e-6);
  });
});
