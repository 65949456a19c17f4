import { describe, expect, it } from "vitest";
import { drawGamma } from "../../../../src/math/random/draw-gamma.ts";
import { drawStudentT } from "../../../../src/math/random/draw-student-t.ts";
import { type RandomStream, randomStream } from "../../../../src/math/random/random-stream.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const seed = 20_040_601;
const always = (u: number): RandomStream => ({ uniform: () => u, normal: () => 0 });

function moments(draw: () => number, n: number): { mean: number; variance: number } {
  const x = Array.from({ length: n }, draw);
  const mean = x.reduce((a, b) => a + b) / n;
  return { mean, variance: x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (n - 1) };
}

describe("drawGamma and drawStudentT", () => {
  it.each([0.3, 1, 2.5, 40])("a gamma of shape %s has its mean and variance", (shape) => {
    const stream = randomStream(seed, shape * 10);
    const { mean, variance } = moments(() => drawGamma(stream, shape, 2), 20_000);
    const kurtosis = 3 + 6 / shape;
    expect(Math.abs(mean - 2 * shape)).toBeLessThan(4 * 2 * Math.sqrt(shape / 20_000));
    expect(Math.abs(variance / (4 * shape) - 1)).toBeLessThan(4 * Math.sqrt(kurtosis / 20_000));
  });

  it("a t of 8 degrees of freedom has its variance", () => {
    const stream = randomStream(seed);
    const { mean, variance } = moments(() => drawStudentT(stream, 8), 5000);
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(8 / 6 / 5000));
    expect(Math.abs((variance * 6) / 8 - 1)).toBeLessThan(4 * Math.sqrt(4.5 / 5000));
  });

  it("take one uniform each and rise with it", () => {
    for (const draw of [
      (u: number) => drawGamma(always(u), 1.7),
      (u: number) => drawStudentT(always(u), 3),
    ]) {
      const values = [1e-10, 0.1, 0.4999999, 0.5, 0.5000001, 0.9, 1 - 1e-10].map(draw);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      expect(new Set(values).size).toBe(7);
    }
    // The exponential law, whose quantile is −ln(1 − u).
    expectRelative([drawGamma(always(0.9), 1, 3)], [3 * Math.log(10)], 1e-14);
  });

  it("refuse parameters that are not positive", () => {
    for (const wrong of [0, -1, Number.NaN]) {
      expect(() => drawGamma(randomStream(1), wrong)).toThrow(/shape/);
      expect(() => drawGamma(randomStream(1), 1, wrong)).toThrow(/scale/);
      expect(() => drawStudentT(randomStream(1), wrong)).toThrow(RangeError);
    }
  });
});
