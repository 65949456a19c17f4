import { describe, expect, it } from "vitest";
import { devianceTerm } from "../../../../src/math/special/deviance.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

describe("devianceTerm", () => {
  it.each(highPrecision.devianceTerm)("x = %s, m = %s: %s", (...row) => {
    const [x, m, expected] = numbers(row);
    // Near m it is half the squared difference over m, which has the error of the subtraction twice.
    expectRelative([devianceTerm(x!, m!)], [expected!], 4e-15);
  });

  it("is exactly 0 where x is m, and m where x is 0", () => {
    expect(devianceTerm(7, 7)).toBe(0);
    expect(devianceTerm(0, 7)).toBe(7);
    expect(devianceTerm(0, 0)).toBe(0);
  });

  it("takes the difference from a caller who knows it better", () => {
    // x = m + 1e-20 cannot be told from m in doubles; the term is d²/(2m).
    expectRelative([devianceTerm(3, 3, 1e-20)], [1e-40 / 6], 1e-14);
  });

  it("meets itself where the series takes over from the logarithm", () => {
    // The border is |x − m| = .3 (x + m), here x = 13 and m = 7.
    expectRelative([devianceTerm(13 * (1 - 1e-15), 7)], [devianceTerm(13 * (1 + 1e-15), 7)], 1e-13);
  });

  it("is never negative", () => {
    for (const x of [1e-8, 0.1, 1, 5, 1e6]) {
      for (const ratio of [0.3, 0.9, 0.999, 1.001, 1.2, 40]) {
        expect(devianceTerm(x, x * ratio)).toBeGreaterThan(0);
      }
    }
  });
});
