import { describe, expect, it } from "vitest";
import { factorialRest, stirlingError } from "../../../../src/math/special/stirling-error.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

describe("stirlingError", () => {
  it.each(highPrecision.stirlingError)("at %s is %s", (...row) => {
    const [x, expected] = numbers(row);
    const precise = x! >= 10 || Number.isInteger(2 * x!);
    expect(Math.abs(stirlingError(x!) - expected!)).toBeLessThan(precise ? 2e-17 : 2e-15);
  });

  it("has the limits ½ ln(1/(2πx)) at 0 and 1/(12x) at infinity", () => {
    expectRelative([stirlingError(1e-300)], [-0.5 * Math.log(2 * Math.PI * 1e-300)], 1e-15);
    expectRelative([stirlingError(1e150)], [1 / 12e150], 1e-15);
    expect(stirlingError(Infinity)).toBe(0);
    expect(stirlingError(Number.NaN)).toBeNaN();
  });
});

describe("factorialRest", () => {
  it("is what x ln x − x lacks of ln x!, 0 for empty cells", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      // The sum is up to 42.
      expect(Math.abs(n * Math.log(n) - n + factorialRest(n) - Math.log(factorial))).toBeLessThan(2e-14);
    }
    expect(factorialRest(0)).toBe(0);
  });
});
