import { describe, expect, it } from "vitest";
import { inversionDistribution } from "../../../../src/math/ranks/inversions.ts";
import { countPermutations } from "../../../../src/math/resampling/counts.ts";
import { permutations } from "../../../../src/math/resampling/permutations.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

/** The shares of all orders with 0, 1, 2 … inversions, counted one by one. */
function counted(groupSizes: number[]): number[] {
  const values = groupSizes.flatMap((size, group) => new Array<number>(size).fill(group));
  const counts: number[] = [];
  let nOrders = 0;
  for (const { order } of permutations(values.length)) {
    let inversions = 0;
    for (let i = 0; i < order.length; i++) {
      for (let j = 0; j < i; j++) if (values[order[j]!]! > values[order[i]!]!) inversions++;
    }
    counts[inversions] = (counts[inversions] ?? 0) + 1;
    nOrders++;
  }
  return counts.map((count) => count / nOrders);
}

describe("inversionDistribution", () => {
  it.each([[[1]], [[1, 1]], [[2]], [[1, 1, 1, 1, 1]], [[3, 2]], [[2, 2, 2]], [[4, 1, 2]], [[1, 1, 3, 1, 1]]])(
    "of groups of %j is that of all orders",
    (groupSizes) => {
      const { smallest, spacing, probabilities } = inversionDistribution(groupSizes)!;
      expect([smallest, spacing]).toEqual([0, 1]);
      expectRelative(probabilities, counted(groupSizes), 1e-14);
    },
  );

  it("doesn't depend on the order of the groups", () => {
    const forwards = inversionDistribution([5, 1, 3, 2])!.probabilities;
    expectRelative(inversionDistribution([2, 3, 1, 5])!.probabilities, forwards, 1e-14);
  });

  it("keeps the smallest probabilities to their digits", () => {
    const { probabilities } = inversionDistribution(new Array<number>(40).fill(1))!;
    expect(probabilities.length).toBe(781);
    const one = 1 / Number(countPermutations(40));
    expectRelative([probabilities[0]!, probabilities[780]!], [one, one], 1e-14);
  });

  it("is null where it would take too long", () => {
    expect(inversionDistribution(new Array<number>(300).fill(1))).toBe(null);
    expect(inversionDistribution([200, 200])).toBe(null);
  });
});
