import { describe, expect, it } from "vitest";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { stackingWeights } from "../../../../src/response/comparison/stacking-weights.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

/** Σ_i p_ik / Σ_l w_l p_il for every model: n at the optimum where the weight is positive, never above. */
function slopes(rows: readonly number[][], weights: readonly number[]): number[] {
  return weights.map((_, k) =>
    rows.reduce((sum, row) => {
      const top = Math.max(...row);
      const mixture = row.reduce((total, value, l) => total + weights[l]! * Math.exp(value - top), 0);
      return sum + Math.exp(row[k]! - top) / mixture;
    }, 0),
  );
}

function randomRows(seed: number): number[][] {
  const random = randomStream(seed);
  const n = 1 + Math.floor(15 * random.uniform());
  const nModels = 1 + Math.floor(7 * random.uniform());
  const scale = Math.exp(2.5 * random.normal());
  return Array.from({ length: n }, () => Array.from({ length: nModels }, () => -2 + scale * random.normal()));
}

const seeds = Array.from({ length: 150 }, (_, seed) => seed);

describe("stacking weights", () => {
  it("fulfil the Karush–Kuhn–Tucker conditions, from equal models to ones that differ by e^100", () => {
    for (const seed of seeds) {
      const rows = randomRows(seed);
      const weights = stackingWeights(rows);
      expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1)).toBeLessThan(1e-14);
      for (const weight of weights) expect(weight).toBeGreaterThan(0);
      // The gap to the best log score is at most max slope − n, and the barrier leaves K × 1e-9 and its own stop.
      expect(Math.max(...slopes(rows, weights)) - rows.length, `seed ${seed}`).toBeLessThan(1e-7);
    }
  });

  it("are equal for models that predict alike, wherever they stand", () => {
    for (const seed of seeds.slice(0, 50)) {
      const rows = randomRows(seed).map((row) => [...row, row[0]!]);
      const weights = stackingWeights(rows);
      expect(Math.abs(weights[0]! / weights.at(-1)! - 1), `seed ${seed}`).toBeLessThan(1e-4);
    }
    expectAbsolute(stackingWeights([[-1, -1, -1]]), [1 / 3, 1 / 3, 1 / 3], 1e-12);
  });

  it("move with the models when these change places, and stay when a score's densities are scaled", () => {
    for (const seed of seeds.slice(0, 50)) {
      const rows = randomRows(seed);
      const weights = stackingWeights(rows);
      const turned = stackingWeights(rows.map((row) => [...row].reverse())).reverse();
      const shifted = stackingWeights(rows.map((row, i) => row.map((value) => value + 3 * i - 5)));
      // Where the optimum is flat a weight is known to the root of the barrier.
      expectAbsolute(turned, weights, 1e-5, `seed ${seed}`);
      expectAbsolute(shifted, weights, 1e-5, `seed ${seed}`);
    }
  });

  it("give everything to a model that predicts every score better", () => {
    const weights = stackingWeights([
      [-1, -1.5, -4],
      [-2, -2.5, -3],
    ]);
    expect(weights[0]).toBeGreaterThan(1 - 1e-7);
  });

  it("follow the closed form for two models of two densities", () => {
    // ln(w p + (1 − w) q) + ln(w q + (1 − w) p) is highest in the middle.
    const [p, q] = [0.4, 0.1];
    expectAbsolute(
      stackingWeights([
        [Math.log(p), Math.log(q)],
        [Math.log(q), Math.log(p)],
      ]),
      [0.5, 0.5],
      1e-9,
    );
    const three = stackingWeights([
      [Math.log(p), Math.log(q)],
      [Math.log(p), Math.log(q)],
      [Math.log(q), Math.log(p)],
    ]);
    // 2 (p − q)/(q + w (p − q)) = (p − q)/(p − w (p − q)): w = (2p − q)/(3 (p − q)).
    expectAbsolute(three, [7 / 9, 2 / 9], 1e-8);
  });

  it("are 1 for a single model, and refuse none", () => {
    expect(stackingWeights([[-3], [-2]])).toEqual([1]);
    for (const rows of [[], [[]]]) expect(() => stackingWeights(rows)).toThrow(RangeError);
  });
});
