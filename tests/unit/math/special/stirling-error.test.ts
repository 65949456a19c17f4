import { describe, expect, it } from "vitest";
import { stirlingError } from "../../../../src/math/special/stirling-error.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "../high-precision.ts";

describe("stirlingError", () => {
  it.each(highPrecision.stirlingError)("at %s is %s", (...row) => {
    const [x, expected] = numbers(row);
    // For small x terms of order 1 make an answer of order 1/(12x): some 1e-16 absolute each.
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
