import { describe, expect, it } from "vitest";
import { beta } from "../../../../../src/math/distributions/beta.ts";
import { randomStream } from "../../../../../src/math/index.ts";
import {
  dirichletMeanQuantile,
  dirichletMeanSurvival,
} from "../../../../../src/pooling/summary-only/intervals/dirichlet-mean.ts";

describe("the mean of knots weighted by the gaps of uniform values", () => {
  it("is a beta law where only one or two values of knots differ", () => {
    for (const [zeros, ones] of [
      [1, 1],
      [4, 2],
      [1, 7],
    ] as const) {
      const knots = [...Array<number>(zeros).fill(0), ...Array<number>(ones).fill(1)];
      for (const t of [0.1, 0.5, 0.93])
        expect(dirichletMeanSurvival(knots, t)).toBeCloseTo(beta.survival(t, ones, zeros), 14);
    }
  });

  it("agrees with draws where all knots differ, within four Monte-Carlo errors", () => {
    const knots = [0, 0.2, 0.25, 0.7, 1];
    const stream = randomStream(1);
    const draws = 20_000;
    let above = 0;
    for (let i = 0; i < draws; i++) {
      const gaps = knots.map(() => -Math.log(stream.uniform()));
      const total = gaps.reduce((a, b) => a + b, 0);
      above += Number(gaps.reduce((sum, gap, k) => sum + gap * knots[k]!, 0) > 0.55 * total);
    }
    const p = dirichletMeanSurvival(knots, 0.55);
    expect(Math.abs(above / draws - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
  });

  it("is certain below the least knot and impossible from the greatest on", () => {
    expect(dirichletMeanSurvival([1, 2, 4], 0.5)).toBe(1);
    expect(dirichletMeanSurvival([1, 2, 4], 4)).toBe(0);
  });

  it("has its quantile where the survival is the tail, and the value itself where all knots are alike", () => {
    const knots = [0, 10, 10, 70, 100];
    for (const tail of [1e-6, 0.025, 0.5, 0.9])
      expect(dirichletMeanSurvival(knots, dirichletMeanQuantile(knots, tail)) / tail).toBeCloseTo(1, 10);
    expect(dirichletMeanQuantile([3, 3, 3], 0.025)).toBe(3);
  });

  it("keeps its digits with two hundred patients", () => {
    const knots = Array.from({ length: 201 }, (_, i) => i / 200);
    expect(dirichletMeanSurvival(knots, 0.5)).toBeCloseTo(0.5, 12);
  });
});
