import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolAdjacentViolators } from "../../../../src/relapse/nonparametric/turnbull/pool-adjacent-violators.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

function pooled(values: number[], weights: number[]): number[] {
  const fitted = Float64Array.from(values);
  poolAdjacentViolators(fitted, Float64Array.from(weights));
  return Array.from(fitted);
}

describe("pooling neighbours that fall", () => {
  it("leaves what rises, and pools by weight what falls", () => {
    expect(pooled([1, 2, 3], [1, 1, 1])).toEqual([1, 2, 3]);
    expect(pooled([3, 1], [1, 3])).toEqual([1.5, 1.5]);
    expect(pooled([1, 5, 2, 2, 6], [1, 1, 1, 1, 1])).toEqual([1, 3, 3, 3, 6]);
    expect(pooled([], [])).toEqual([]);
  });

  it("is the min–max formula of isotonic regression", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(pairs, (drawn) => {
        const values = drawn.map(([value]) => value);
        const weights = drawn.map(([, weight]) => weight);
        const mean = (from: number, to: number): number => {
          const block = drawn.slice(from, to + 1);
          const total = block.reduce((sum, [, weight]) => sum + weight, 0);
          return block.reduce((sum, [value, weight]) => sum + value * weight, 0) / total;
        };
        const expected = values.map((_, i) =>
          Math.max(
            ...values
              .slice(0, i + 1)
              .map((_from, from) => Math.min(...values.slice(i).map((_to, k) => mean(from, i + k)))),
          ),
        );
        expectAbsolute(pooled(values, weights), expected, 1e-12);
      }),
      { seed: 20_040_601, numRuns: 300 },
    );
  });
});
