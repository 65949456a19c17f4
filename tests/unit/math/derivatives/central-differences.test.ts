import { describe, expect, it } from "vitest";
import {
  hessian,
  numericalGradient,
  type ValueAndGradient,
} from "../../../../src/math/derivatives/central-differences.ts";
import { toRows } from "../../../../src/math/linear/matrix.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

/** x² y + e^(x z) */
const f: ValueAndGradient = ([x, y, z], gradient) => {
  const e = Math.exp(x! * z!);
  gradient[0] = 2 * x! * y! + z! * e;
  gradient[1] = x! * x!;
  gradient[2] = x! * e;
  return x! * x! * y! + e;
};

function exactHessian([x, y, z]: readonly number[]): number[][] {
  const e = Math.exp(x! * z!);
  const mixed = (1 + x! * z!) * e;
  return [
    [2 * y! + z! * z! * e, 2 * x!, mixed],
    [2 * x!, 0, 0],
    [mixed, 0, x! * x! * e],
  ];
}

const points = [
  [0.3, -2, 0.7],
  [1.5, 40, -0.2],
  [0, 0, 0],
  [-3, 1e4, 0.1],
];

describe("hessian", () => {
  it.each(points)("is right at (%s, %s, %s)", (...at) => {
    // The step's square and an ulp of the gradient over the step: 4e-11 and 2e-11 of the largest entry or gradient.
    const exact = exactHessian(at);
    const scale = Math.max(...exact.flat().map(Math.abs), 1);
    expectAbsolute(toRows(hessian(f, Float64Array.from(at))).flat(), exact.flat(), 1e-9 * scale);
  });

  it("is symmetric to the bit and leaves the point as it was", () => {
    const at = Float64Array.of(0.3, -2, 0.7);
    const rows = toRows(hessian(f, at));
    expect(rows.map((row, i) => row.map((_, j) => rows[j]![i]))).toEqual(rows);
    expect([...at]).toEqual([0.3, -2, 0.7]);
  });

  it("is not a number where the gradient is not", () => {
    const broken: ValueAndGradient = (_, gradient) => {
      gradient[0] = Number.NaN;
      return 0;
    };
    expect(hessian(broken, Float64Array.of(1)).values[0]).toBeNaN();
  });
});

describe("numericalGradient", () => {
  it.each(points)("is right at (%s, %s, %s)", (...at) => {
    const exact = new Float64Array(3);
    f(Float64Array.from(at), exact);
    const found = numericalGradient((x) => f(x, new Float64Array(3)), Float64Array.from(at))!;
    // Step⁴/120 of the fifth derivative, and an ulp of the value over a step of 1e-3.
    expectAbsolute(found, exact, 1e-10 * Math.max(1, ...exact.map(Math.abs)));
  });

  it("is exact for a line but for rounding", () => {
    expectRelative(numericalGradient((x) => 3 * x[0]! - 2, Float64Array.of(0.7))!, [3], 1e-12);
  });

  it("is null where the function has no value next to the point, and leaves the point as it was", () => {
    const root = (x: Float64Array): number | null => (x[0]! > 0 ? Math.sqrt(x[0]!) : null);
    const at = Float64Array.of(1e-5);
    expect(numericalGradient(root, at)).toBeNull();
    expect(at[0]).toBe(1e-5);
    expect(numericalGradient(() => Number.NaN, at)).toBeNull();
  });

  it("is empty for a function of nothing", () => {
    expect(numericalGradient(() => 1, new Float64Array(0))).toEqual(new Float64Array(0));
  });
});
