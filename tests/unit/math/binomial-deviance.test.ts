import { describe, expect, it } from "vitest";
import { devianceTerm, logBetaPrefactor, stirlingError } from "../../../src/math/binomial-deviance.ts";
import { expectRelative } from "../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

describe("stirlingError", () => {
  it.each(highPrecision.stirlingError)("at %s is %s", (...row) => {
    const [x, expected] = numbers(row);
    // Below 16 the recurrence adds terms of order 1 to an answer of order 1/(12x): some 1e-16 absolute each.
    expect(Math.abs(stirlingError(x!) - expected!)).toBeLessThan(4e-15 * Math.max(1, expected!));
    if (x! >= 16) expectRelative([stirlingError(x!)], [expected!], 1e-15);
  });

  it("gives back factorials", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      const stirling = (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI);
      // The sum is up to 42: 20 ulps of it.
      expect(Math.abs(stirling + stirlingError(n) - Math.log(factorial))).toBeLessThan(1e-13);
    }
  });

  it("keeps not-a-number and vanishes at infinity", () => {
    expect(stirlingError(Number.NaN)).toBeNaN();
    expect(stirlingError(Infinity)).toBe(0);
  });
});

describe("devianceTerm", () => {
  it.each(highPrecision.devianceTerm)("x = %s, m = %s: %s", (...row) => {
    const [x, m, expected] = numbers(row);
    // Near m it is a quarter of the squared difference, which has the error of the subtraction twice.
    expectRelative([devianceTerm(x!, m!)], [expected!], 4e-15);
  });

  it("is exactly 0 where x is m, and m where x is 0", () => {
    expect(devianceTerm(7, 7)).toBe(0);
    expect(devianceTerm(0, 7)).toBe(7);
  });

  it("takes the difference from a caller who knows it better", () => {
    // x = m + 1e-20 cannot be told from m in doubles; the term is d²/(2m).
    expectRelative([devianceTerm(3, 3, 1e-20)], [1e-40 / 6], 1e-14);
  });

  it("meets itself where the series takes over from the logarithm", () => {
    // The border is |x − m| = (x + m)/10, here x = 11 and m = 9.
    expectRelative([devianceTerm(11 * (1 - 1e-15), 9)], [devianceTerm(11 * (1 + 1e-15), 9)], 1e-13);
  });

  it("is never negative", () => {
    for (const x of [1e-8, 0.1, 1, 5, 1e6]) {
      for (const ratio of [0.3, 0.9, 0.999, 1.001, 1.2, 40])
        expect(devianceTerm(x, x * ratio)).toBeGreaterThan(0);
    }
  });
});

describe("logBetaPrefactor", () => {
  it("is ln(x^a y^b / B(a, b)) for whole parameters", () => {
    // B(2, 3) = 1!·2!/4! = 1/12; B(5, 1) = 1/5.
    const [x, y] = [0.3, 0.7];
    expect(logBetaPrefactor(2, 3, x, y)).toBeCloseTo(Math.log(12 * x ** 2 * y ** 3), 13);
    expect(logBetaPrefactor(5, 1, x, y)).toBeCloseTo(Math.log(5 * x ** 5 * y), 13);
  });

  it("is the same with both pairs swapped", () => {
    expect(logBetaPrefactor(2.5, 40, 0.1, 0.9)).toBeCloseTo(logBetaPrefactor(40, 2.5, 0.9, 0.1), 12);
  });
});
