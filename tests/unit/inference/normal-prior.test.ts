import { describe, expect, it } from "vitest";
import {
  type NormalPrior,
  negativeLogPrior,
  priorCovariance,
  priorMean,
} from "../../../src/inference/normal-prior.ts";
import { toRows } from "../../../src/math/linear/matrix.ts";
import { randomStream } from "../../../src/math/random/random-stream.ts";
import { expectAbsolute, expectRelative } from "../../helpers/closeness.ts";
import { gradientOf } from "../../helpers/differences.ts";

/** Two means, the second flat; two children of the first, and a child of one of those. */
const prior: NormalPrior = {
  terms: [
    { index: 0, center: { value: 0.4 }, sd: 1.5 },
    { index: 1, center: { value: 7 }, sd: Infinity },
    { index: 2, center: { parameter: 0 }, sd: 0.8 },
    { index: 3, center: { parameter: 0 }, sd: 0.3 },
    { index: 4, center: { parameter: 3 }, sd: 2 },
  ],
};
const theta = [0.1, 3, -0.7, 1.9, 0.5];

const logNormal = (x: number, mean: number, sd: number): number =>
  -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd * Math.sqrt(2 * Math.PI));

describe("negativeLogPrior", () => {
  it("is minus the sum of the log densities of the terms that are not flat", () => {
    const expected = -(
      logNormal(0.1, 0.4, 1.5) +
      logNormal(-0.7, 0.1, 0.8) +
      logNormal(1.9, 0.1, 0.3) +
      logNormal(0.5, 1.9, 2)
    );
    expectRelative([negativeLogPrior(prior, theta, new Float64Array(5))], [expected], 1e-15);
  });

  it("has the gradient of its value, by centres too", () => {
    const gradient = new Float64Array(5);
    negativeLogPrior(prior, theta, gradient);
    const numerical = gradientOf((x) => negativeLogPrior(prior, x, new Float64Array(5)), theta);
    // A parabola, so that differences are exact but for an ulp of 25 over a step of 1e-3.
    expectAbsolute(gradient, numerical, 1e-10);
    expect(gradient[1]).toBe(0);
  });

  it("adds to the gradient it is given", () => {
    const alone = new Float64Array(5);
    const added = new Float64Array(5).fill(100);
    negativeLogPrior(prior, theta, alone);
    negativeLogPrior(prior, theta, added);
    expectAbsolute(
      added,
      alone.map((v) => v + 100),
      1e-12,
    );
  });

  it("is 0 without terms and where all are flat", () => {
    expect(negativeLogPrior({ terms: [] }, [], new Float64Array(0))).toBe(0);
    const flat: NormalPrior = { terms: [{ index: 0, center: { value: 1 }, sd: Infinity }] };
    expect(negativeLogPrior(flat, [1e300], new Float64Array(1))).toBe(0);
  });

  it("keeps not-a-number", () => {
    expect(negativeLogPrior(prior, [Number.NaN, 0, 0, 0, 0], new Float64Array(5))).toBeNaN();
  });
});

describe("priorMean", () => {
  it("takes the centre of every term, from parent to child", () => {
    expect([...priorMean(prior)]).toEqual([0.4, 7, 0.4, 0.4, 0.4]);
  });
});

describe("priorCovariance", () => {
  const v = 1.5 ** 2;

  it("follows by algebra: children add their variance to their parent's and share it with each other", () => {
    expect(toRows(priorCovariance(prior))).toEqual([
      [v, 0, v, v, v],
      [0, Infinity, 0, 0, 0],
      [v, 0, v + 0.8 ** 2, v, v],
      [v, 0, v, v + 0.3 ** 2, v + 0.3 ** 2],
      [v, 0, v, v + 0.3 ** 2, v + 0.3 ** 2 + 4],
    ]);
  });

  it("is what simulation finds", () => {
    const n = 100_000;
    const random = randomStream(20_040_601);
    const proper = { terms: prior.terms.filter(({ sd }) => sd < Infinity) };
    const sums = new Float64Array(25);
    for (let i = 0; i < n; i++) {
      const draw = [0, 0, 0, 0, 0];
      for (const { index, center, sd } of proper.terms) {
        const mean = "value" in center ? center.value : draw[center.parameter]!;
        draw[index] = mean + sd * random.normal();
      }
      for (let j = 0; j < 25; j++) sums[j]! += (draw[Math.floor(j / 5)]! - 0.4) * (draw[j % 5]! - 0.4);
    }
    const exact = priorCovariance(prior).values;
    for (const j of [0, 2, 3, 4, 12, 13, 14, 18, 19, 24]) {
      const spread = Math.sqrt((exact[6 * Math.floor(j / 5)]! * exact[6 * (j % 5)]! + exact[j]! ** 2) / n);
      // Four standard errors of a covariance of normal numbers.
      expect(Math.abs(sums[j]! / n - exact[j]!)).toBeLessThan(4 * spread);
    }
  });

  it("gives a flat parent's children an infinite variance", () => {
    const rows = toRows(
      priorCovariance({
        terms: [
          { index: 0, center: { value: 0 }, sd: Infinity },
          { index: 1, center: { parameter: 0 }, sd: 0.8 },
        ],
      }),
    );
    expect(rows[1]![1]).toBe(Infinity);
  });
});

describe("a centre with a covariate", () => {
  const withDose: NormalPrior = {
    terms: [
      { index: 0, center: { value: 4.6 }, sd: 0.7 },
      { index: 1, center: { value: 0.2 }, sd: 0.5 },
      { index: 2, center: { parameter: 0, covariate: { coefficient: 1, value: -0.5 } }, sd: 0.3 },
      { index: 3, center: { parameter: 0, covariate: { coefficient: 1, value: 1.5 } }, sd: 0.3 },
      { index: 4, center: { parameter: 0, covariate: { coefficient: 1, value: 0 } }, sd: 0.3 },
    ],
  };
  const at = [4.5, 0.3, 4.4, 5.1, 4.7];

  it("moves by the coefficient times the covariate", () => {
    const expected = -(
      logNormal(4.5, 4.6, 0.7) +
      logNormal(0.3, 0.2, 0.5) +
      logNormal(4.4, 4.35, 0.3) +
      logNormal(5.1, 4.95, 0.3) +
      logNormal(4.7, 4.5, 0.3)
    );
    expectRelative([negativeLogPrior(withDose, at)], [expected], 1e-14);
    expectRelative(priorMean(withDose), [4.6, 0.2, 4.5, 4.9, 4.6], 1e-15);
  });

  it("has the gradient of its value", () => {
    const gradient = new Float64Array(5);
    negativeLogPrior(withDose, at, gradient);
    expectAbsolute(
      gradient,
      gradientOf((x) => negativeLogPrior(withDose, x), at),
      1e-10,
    );
  });

  it("has the covariance of the linear model written out", () => {
    // (μ, β, t1, t2, t3) = A e with e the independent deviations.
    const a = [
      [0.7, 0, 0, 0, 0],
      [0, 0.5, 0, 0, 0],
      [0.7, -0.25, 0.3, 0, 0],
      [0.7, 0.75, 0, 0.3, 0],
      [0.7, 0, 0, 0, 0.3],
    ];
    const expected = a.map((row) => a.map((other) => row.reduce((sum, x, k) => sum + x * other[k]!, 0)));
    expectAbsolute(toRows(priorCovariance(withDose)).flat(), expected.flat(), 1e-15);
  });
});
