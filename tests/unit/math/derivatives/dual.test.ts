import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hessian } from "../../../../src/math/derivatives/central-differences.ts";
import { type Dual, variables } from "../../../../src/math/derivatives/dual.ts";
import { dualNormalLogCdf } from "../../../../src/math/derivatives/dual-normal-log-cdf.ts";
import { dualGradient, gradientAndHessian } from "../../../../src/math/derivatives/gradient-and-hessian.ts";
import { toRows } from "../../../../src/math/linear/matrix.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { derivative, gradientOf, hessianOf } from "../../../helpers/differences.ts";

const seed = 20_040_601;

/** Elementary functions with their first and second derivatives, and where they may be tried. */
const elementary: [string, (x: Dual) => Dual, (x: number) => [number, number, number], number, number][] = [
  ["exp", (x) => x.exp(), (x) => [Math.exp(x), Math.exp(x), Math.exp(x)], -5, 5],
  ["log", (x) => x.log(), (x) => [Math.log(x), 1 / x, -1 / x ** 2], 0.1, 50],
  ["log1p", (x) => x.log1p(), (x) => [Math.log1p(x), 1 / (1 + x), -1 / (1 + x) ** 2], -0.9, 50],
  ["sqrt", (x) => x.sqrt(), (x) => [Math.sqrt(x), 0.5 / Math.sqrt(x), -0.25 * x ** -1.5], 0.1, 50],
  ["x^2.5", (x) => x.power(2.5), (x) => [x ** 2.5, 2.5 * x ** 1.5, 3.75 * x ** 0.5], 0.1, 50],
  ["x^3", (x) => x.power(3), (x) => [x ** 3, 3 * x ** 2, 6 * x], -5, 5],
  ["1/x", (x) => x.power(0).over(x), (x) => [1 / x, -1 / x ** 2, 2 / x ** 3], 0.1, 50],
  ["x^x", (x) => x.power(x), (x) => xToX(x), 0.1, 5],
  ["tanh", (x) => x.tanh(), (x) => tanhOf(x), -5, 5],
  ["logistic", (x) => x.logistic(), (x) => logisticOf(x), -30, 30],
  ["−x", (x) => x.negated(), (x) => [-x, -1, 0], -5, 5],
  [
    "(3x + 2) / 4 − 1",
    (x) => x.times(3).plus(2).over(4).minus(1),
    (x) => [(3 * x + 2) / 4 - 1, 0.75, 0],
    -5,
    5,
  ],
];

function xToX(x: number): [number, number, number] {
  const value = x ** x;
  const slope = Math.log(x) + 1;
  return [value, value * slope, value * (slope * slope + 1 / x)];
}

function tanhOf(x: number): [number, number, number] {
  const slope = (2 / (Math.exp(x) + Math.exp(-x))) ** 2;
  return [Math.tanh(x), slope, -2 * Math.tanh(x) * slope];
}

function logisticOf(x: number): [number, number, number] {
  const slope = (2 / (Math.exp(x / 2) + Math.exp(-x / 2))) ** 2 / 4;
  return [1 / (1 + Math.exp(-x)), slope, -slope * Math.tanh(x / 2)];
}

describe("a dual number", () => {
  it.each(elementary)("%s: value, first and second derivative", (_name, f, expected, min, max) => {
    fc.assert(
      fc.property(fc.double({ min, max, noNaN: true }), (at) => {
        const [x] = variables([at], 2);
        const result = f(x);
        expectAbsolute(
          [result.value, result.gradient[0], result.hessian![0]],
          expected(at),
          1e-12 * scaleAt(expected(at)),
        );
      }),
      { seed },
    );
  });

  it("keeps powers finite at 0", () => {
    const [x] = variables([0], 2);
    const found = [0, 1, 2, 3].map((k) => x.power(k)).map((d) => [d.value, d.gradient[0], d.hessian![0]]);
    expect(found).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 2],
      [0, 0, 0],
    ]);
  });

  it("carries no Hessian when only first derivatives are asked for", () => {
    const [x, y] = variables([2, 3], 1);
    expect(x.times(y).over(x.plus(y)).exp().hessian).toBeNull();
  });
});

const scaleAt = (numbers: number[]): number => Math.max(1, ...numbers.map(Math.abs));

/** A function that uses every operation, for n ≥ 2 variables of any sign. */
function everything(x: Dual[]): Dual {
  const [a, b] = x;
  let sum = a.times(a).plus(1).sqrt().times(b.tanh());
  x.forEach((v, i) => {
    const next = x[(i + 1) % x.length];
    sum = sum.plus(v.logistic().times(next)).minus(v.times(0.3).exp().over(next.times(next).plus(2)));
    sum = sum.plus(dualNormalLogCdf(v.minus(next))).plus(v.times(v).plus(0.5).log().power(3));
    sum = sum.minus(v.times(v).plus(1).power(next.times(0.2)).log1p());
  });
  return sum;
}

const points = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 2, maxLength: 5 });

describe("gradientAndHessian", () => {
  const value = (at: ArrayLike<number>) => gradientAndHessian(everything, at).value;

  it("agrees with Richardson differences of the value", () => {
    fc.assert(
      fc.property(points, (at) => {
        const exact = gradientAndHessian(everything, at);
        const scale = Math.max(1, ...exact.gradient.map(Math.abs), ...exact.hessian.values.map(Math.abs));
        expectAbsolute(exact.gradient, gradientOf(value, at), 1e-8 * scale);
        expectAbsolute(exact.hessian.values, hessianOf(value, at).flat(), 1e-5 * scale);
      }),
      { seed, numRuns: 40 },
    );
  });

  it("agrees with differences of the dual gradient", () => {
    const at = Float64Array.of(0.3, -1.2, 0.7, 1.9, -0.4, 0.1, 1, -1, 0.5, 0.2, -0.8, 1.4);
    expectAbsolute(
      hessian(dualGradient(everything), at).values,
      gradientAndHessian(everything, at).hessian.values,
      1e-8,
    );
  });

  it("is exact for a quadratic", () => {
    const f = ([x, y]: Dual[]) => x.times(x).times(3).plus(x.times(y).times(2)).minus(y.times(y));
    const { value: at, gradient, hessian: second } = gradientAndHessian(f, [2, -1]);
    expect([at, ...gradient, ...toRows(second).flat()]).toEqual([7, 10, 6, 6, 2, 2, -2]);
  });

  it("gives infinity or NaN, not an error, outside the domain", () => {
    const { value: at, gradient } = gradientAndHessian(([x]) => x.log(), [0]);
    expect([at, gradient[0]]).toEqual([-Infinity, Infinity]);
    expect(gradientAndHessian(([x]) => x.log(), [-1]).value).toBeNaN();
  });
});

describe("ln Φ of a dual number", () => {
  const secondOf = (z: number) => dualNormalLogCdf(variables([z], 2)[0]);
  const firstAt = (z: number) => secondOf(z).gradient[0];

  it.each([-30, -8, -3, -1, -0.1, 0, 0.4, 2, 6])("at %s agrees with differences", (z) => {
    expectRelative([firstAt(z)], [derivative((x) => secondOf(x).value, z, 0.02)], 1e-7);
    expectRelative([secondOf(z).hessian![0]], [derivative(firstAt, z, 0.02)], 1e-7);
  });

  // −φ/Φ · (x + φ/Φ) → −1 + 1/x² − 6/x⁴ + …: mpmath with 60 digits.
  it.each([
    [-99.9, -0.9998998598899518],
    [-100.1, -0.9999002594113486],
    [-1e3, -0.99999900000599995],
    [-1e8, -0.9999999999999999],
  ])("has its second derivative in the tail at %s", (z, expected) => {
    expectRelative([secondOf(z).hessian![0]], [expected], 5e-12);
  });
});
