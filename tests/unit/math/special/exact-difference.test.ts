import { describe, expect, it } from "vitest";
import {
  differenceOfProducts,
  exactDrift,
  productError,
} from "../../../../src/math/special/exact-difference.ts";

/** Doubles of the size of 1 as whole multiples of 2^-60. */
const exact = (x: number): bigint => BigInt(x * 2 ** 60);

describe("exact differences", () => {
  it("know what a rounded product lacks, checked with whole numbers of any length", () => {
    for (const [x, y] of [
      [0.1, 0.3],
      [1 / 3, 7 / 9],
      [0.75, 0.5],
      [0.123456789, 0.987654321],
    ] as const) {
      // biome-ignore format: a table
      const product = x * y;
      const missing = exact(x) * exact(y) - exact(product) * 2n ** 60n;
      expect(productError(x, y, product)).toBe(Number(missing) / 2 ** 120);
    }
    expect(productError(3, 5, 15)).toBe(0);
    expect(productError(1e305, 2, 2e305)).toBe(0);
  });

  it("keep a difference of products where both agree to all their digits", () => {
    expect(differenceOfProducts(94906267, 94906265, 94906266, 94906266)).toBe(-1);
    expect(differenceOfProducts(3, 4, 2, 5)).toBe(2);
  });

  it("keep the distance to the mean where a − (a + b) x would cancel", () => {
    const [a, b, x] = [1e8 + 1, 3e8, 0.25];
    expect(exactDrift(a, b, x, 1 - x)).toBe(0.75);
    expect(exactDrift(b, a, 1 - x, x)).toBe(-0.75);
  });
});
