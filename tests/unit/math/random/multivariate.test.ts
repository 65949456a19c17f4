import { describe, expect, it } from "vitest";
import { logMeanWeight } from "../../../../src/math/importance/log-mean-weight.ts";
import { cholesky } from "../../../../src/math/linear/cholesky.ts";
import type { Matrix } from "../../../../src/math/linear/matrix.ts";
import { integrate } from "../../../../src/math/quadrature/integrate.ts";
import { multivariateNormal } from "../../../../src/math/random/multivariate-normal.ts";
import { multivariateT } from "../../../../src/math/random/multivariate-t.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { sobolPoints } from "../../../../src/math/random/sobol.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

const seed = 20_040_601;
const matrix = (rows: number[][]): Matrix => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

describe("multivariate laws", () => {
  const covariance = matrix([
    [4, 1.2, -0.5],
    [1.2, 1, 0.3],
    [-0.5, 0.3, 2],
  ]);
  const factor = cholesky(covariance)!;
  const mean = [1, -2, 3];
  const laws = {
    normal: multivariateNormal(mean, factor),
    t: multivariateT(mean, factor, 9),
  };

  it.each(["normal", "t"] as const)(
    "the %s law has its mean and covariance, by Sobol points and by a stream",
    (name) => {
      const law = laws[name];
      const inflation = name === "t" ? 9 / 7 : 1;
      const n = 4096;
      const points = sobolPoints(n, law.nUniforms, seed);
      const stream = randomStream(seed);
      const byPoint = (i: number) =>
        law.at(points.values.subarray(i * law.nUniforms, (i + 1) * law.nUniforms));
      const byStream = () => law.draw(stream);
      for (const [draw, tolerance] of [
        [byPoint, 0.01],
        [byStream, 0.08],
      ] as const) {
        const x = Array.from({ length: n }, (_, i) => draw(i));
        for (let i = 0; i < 3; i++) {
          const center = x.reduce((sum, v) => sum + v[i]!, 0) / n;
          expect(Math.abs(center - mean[i]!)).toBeLessThan(tolerance * 2);
          for (let j = 0; j < 3; j++) {
            const product = x.reduce((sum, v) => sum + (v[i]! - mean[i]!) * (v[j]! - mean[j]!), 0) / n;
            // Squares of a t have heavier tails, which the points reach less evenly.
            expect(Math.abs(product - inflation * covariance.values[3 * i + j]!)).toBeLessThan(tolerance * 8);
          }
        }
      }
    },
  );

  it("fill in the array given and put the center of the cube at the mean", () => {
    const out = new Float64Array(3);
    expect(laws.normal.draw(randomStream(1), out)).toBe(out);
    expect(laws.t.draw(randomStream(1), out)).toBe(out);
    expect(Array.from(laws.normal.at([0.5, 0.5, 0.5]))).toEqual(mean);
    expect(Array.from(laws.t.at([0.5, 0.5, 0.5, 0.1]))).toEqual(mean);
    expect([laws.normal.dimension, laws.normal.nUniforms, laws.t.nUniforms]).toEqual([3, 3, 4]);
  });

  it("have densities known in closed form", () => {
    // det = 4(2 − .09) − 1.2(2.4 + .15) − .5(.36 + .5)
    const determinant = 4 * 1.91 - 1.2 * 2.55 - 0.5 * 0.86;
    expectAbsolute(
      [laws.normal.logDensity(mean)],
      [-1.5 * Math.log(2 * Math.PI) - 0.5 * Math.log(determinant)],
      1e-14,
    );
    const cauchy = multivariateT([0], matrix([[2]]), 1);
    expectAbsolute([cauchy.logDensity([2])], [-Math.log(2 * Math.PI * 2)], 1e-14);
    // Two dimensions and ν = 2: 1/(2π) · (1 + |x|²/2)^(−2).
    const plane = multivariateT(
      [0, 0],
      matrix([
        [1, 0],
        [0, 1],
      ]),
      2,
    );
    expectAbsolute([plane.logDensity([1, 1])], [-Math.log(2 * Math.PI) - 2 * Math.log(2)], 1e-14);
  });

  it("have the same density in any unit, for whole and other degrees of freedom", () => {
    const x = [2, -1, 4];
    for (const law of [
      laws.normal,
      laws.t,
      ...[3, 4, 2.5, 80].map((nu) => multivariateT(mean, factor, nu)),
    ]) {
      const log = law.logDensity(x);
      expect(Math.abs(law.densityIn(0)(x) / Math.exp(log) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(law.densityIn(log)(x) - 1)).toBeLessThan(1e-12);
    }
  });

  it("become normal as the degrees of freedom grow", () => {
    const x = [2, -1, 4];
    for (const nu of [1e6, 1e10]) {
      const gap = multivariateT(mean, factor, nu).logDensity(x) - laws.normal.logDensity(x);
      expect(Math.abs(gap)).toBeLessThan(20 / nu + 1e-13);
    }
  });

  it("have densities that integrate to 1", () => {
    for (const nu of [1, 3, 30]) {
      const law = multivariateT([1], matrix([[0.5]]), nu);
      const density = (x: number): number => Math.exp(law.logDensity([x]));
      const { value, converged } = integrate(density, -Infinity, Infinity, { center: 1, scale: 0.5 });
      expect(converged).toBe(true);
      expectAbsolute([value], [1], 1e-9);
    }
  });

  it("draw from the density they state: mean weights of one by the other are 1", () => {
    const target = multivariateNormal([0.5, -1.5, 3], factor);
    const stream = randomStream(seed, 1);
    const logWeights = Array.from({ length: 8000 }, () => {
      const x = laws.t.draw(stream);
      return target.logDensity(x) - laws.t.logDensity(x);
    });
    const { value, monteCarloError } = logMeanWeight(logWeights);
    expect(Math.abs(value)).toBeLessThan(4 * monteCarloError!);
    expect(monteCarloError!).toBeLessThan(0.02);
  });

  it("refuse wrong shapes, factors and degrees of freedom", () => {
    expect(() => multivariateNormal([], matrix([]))).toThrow(/dimension/);
    expect(() => multivariateNormal([1, 2], factor)).toThrow(/2 × 2, got 3 × 3/);
    expect(() => multivariateNormal([1, Number.NaN, 2], factor)).toThrow(/NaN at 1/);
    expect(() => multivariateNormal([1], matrix([[0]]))).toThrow(/Cholesky/);
    expect(() => multivariateT([1], matrix([[Number.NaN]]), 3)).toThrow(/multivariateT needs a Cholesky/);
    for (const nu of [0, -1, Infinity, Number.NaN])
      expect(() => multivariateT(mean, factor, nu)).toThrow(/degrees/);
  });
});
