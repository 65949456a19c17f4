import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dot, type Matrix, toRows } from "../../src/math/linear/matrix.ts";
import { weightedLeastSquares } from "../../src/math/linear/weighted-least-squares.ts";

// Data and exact solutions from nist-linear.py; NIST's certified values are those of its StRD, linear regression.
interface Problem {
  id: string;
  /** Above 1, `x` holds one predictor and the columns are its powers. */
  degree: number;
  y: number[];
  x: number[] | number[][];
  certified: {
    coefficients: number[];
    standardErrors: number[];
    residualStandardDeviation: number;
    residualSumOfSquares: number;
    degreesOfFreedom: number;
  };
}

const text = readFileSync(new URL("./nist-linear.json", import.meta.url), "utf8");
const problems = JSON.parse(text).entries as Problem[];

function designOf({ degree, x }: Problem): Matrix {
  const rows = x.map((entry) =>
    typeof entry === "number" ? Array.from({ length: degree + 1 }, (_, k) => entry ** k) : [1, ...entry],
  );
  return { rows: rows.length, columns: rows[0].length, values: Float64Array.from(rows.flat()) };
}

/** Correct digits: −log10 of the relative error, of the absolute one where the certified value is 0. */
function digits(value: number, certified: number): number {
  const error = certified === 0 ? Math.abs(value) : Math.abs(value / certified - 1);
  return Math.min(15, -Math.log10(error));
}

/** Binomial coefficient. */
function choose(n: number, k: number): number {
  return k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
}

/** Matrix that takes the coefficients of the powers of (x + 6) / 2 to those of the powers of x. */
function expansion(degree: number): number[][] {
  const order = Array.from({ length: degree + 1 }, (_, k) => k);
  return order.map((j) => order.map((k) => (k < j ? 0 : (choose(k, j) * 6 ** (k - j)) / 2 ** k)));
}

/** Digits asked of every coefficient, every standard error and the residual standard deviation. */
const needed: Record<string, number> = {
  Longley: 12,
  // On raw powers; see below.
  Filip: 6.5,
  Wampler1: 6,
  Wampler2: 6,
  Wampler3: 6,
  Wampler4: 6,
  Wampler5: 6,
};

describe("linear least squares reaches the certified digits of NIST's StRD", () => {
  it("on all seven problems", () => {
    expect(problems.map(({ id }) => id)).toEqual(Object.keys(needed));
  });

  it.each(problems.map((problem) => [problem.id, problem] as const))("%s", (id, problem) => {
    const fit = weightedLeastSquares(designOf(problem), problem.y);
    const { certified } = problem;
    expect(fit.degreesOfFreedom).toBe(certified.degreesOfFreedom);
    const worst = {
      coefficients: Math.min(...certified.coefficients.map((b, j) => digits(fit.coefficients[j], b))),
      standardErrors: Math.min(...certified.standardErrors.map((s, j) => digits(fit.standardErrors![j], s))),
      residual: digits(Math.sqrt(fit.residualVariance!), certified.residualStandardDeviation),
    };
    expect(Math.min(...Object.values(worst)), JSON.stringify(worst)).toBeGreaterThanOrEqual(needed[id]);
  });

  // Rounding x² … x¹⁰ to doubles already costs all but 7.6 digits, whatever solves the system, and the condition number
  // of the powers (1e10 after scaling) takes the next. On centred powers, where x + 6 is exact, the digits are there.
  it("Filip, on centred powers", () => {
    const problem = problems.find(({ id }) => id === "Filip")!;
    const { certified, degree } = problem;
    const centred = { ...problem, x: (problem.x as number[]).map((x) => (x + 6) / 2) };
    const fit = weightedLeastSquares(designOf(centred), problem.y);
    const covariance = toRows(fit.covariance!);
    const worst = expansion(degree).map((row, j) => {
      const variance = row.reduce(
        (sum, u, k) => sum + row.reduce((s, v, m) => s + u * covariance[k][m] * v, 0),
        0,
      );
      return Math.min(
        digits(dot(row, fit.coefficients), certified.coefficients[j]),
        digits(Math.sqrt(variance), certified.standardErrors[j]),
      );
    });
    const residual = digits(Math.sqrt(fit.residualVariance!), certified.residualStandardDeviation);
    expect(Math.min(...worst, residual)).toBeGreaterThanOrEqual(12);
  });
});
