import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integerBelow } from "../../../../src/math/random/integer-below.ts";
import { permutation, sampleWithoutReplacement, shuffled } from "../../../../src/math/random/permutation.ts";
import { type RandomStream, randomStream } from "../../../../src/math/random/random-stream.ts";

const seed = 20_040_601;
const always = (u: number): RandomStream => ({ uniform: () => u, normal: () => 0 });

describe("integerBelow", () => {
  it("takes every value equally often", () => {
    const stream = randomStream(seed);
    const counts = new Float64Array(7);
    for (let i = 0; i < 70_000; i++) counts[integerBelow(stream, 7)]!++;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(25);
  });

  it("draws again where the last part would be too short", () => {
    const tops = [1 - 2 ** -53, 0.25];
    const stream: RandomStream = { uniform: () => tops.shift()!, normal: () => 0 };
    // 2⁵³ − 1 values in parts of 2⁵²: the last one is left over.
    expect(integerBelow(stream, 2 ** 52)).toBe(2 ** 51 - 1);
    expect(tops).toEqual([]);
  });

  it("stays in range at the ends of the uniform", () => {
    for (const n of [1, 2, 3, 1000, Number.MAX_SAFE_INTEGER]) {
      for (const u of [2 ** -53, 1e-30, 0.5]) {
        const drawn = integerBelow(always(u), n);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < n).toBe(true);
      }
    }
  });

  it.each([0, -1, 1.5, 2 ** 53, Number.NaN])("refuses n = %s", (n) => {
    expect(() => integerBelow(randomStream(1), n)).toThrow(RangeError);
  });
});

describe("permutation, sampleWithoutReplacement and shuffled", () => {
  it("hold every number once", () => {
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat(), (n, m, index) => {
        const all = permutation(randomStream(seed, index), n);
        expect(Array.from(all).sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        const some = sampleWithoutReplacement(randomStream(seed, index), n, Math.min(m, n));
        expect(some).toEqual(all.slice(0, m));
      }),
      { seed },
    );
  });

  it("give all 24 orders of 4 equally often", () => {
    const counts = new Map<string, number>();
    const stream = randomStream(seed);
    for (let i = 0; i < 24_000; i++) {
      const key = permutation(stream, 4).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(24);
    expect(chiSquared).toBeLessThan(60);
  });

  it("leave the array given as it was", () => {
    const items = Object.freeze(["a", "b", "c", "d", "e"]);
    expect([...shuffled(randomStream(3), items)].sort()).toEqual(items);
    expect(shuffled(randomStream(3), [])).toEqual([]);
  });

  it("refuse wrong counts", () => {
    const stream = randomStream(1);
    for (const n of [-1, 0.5, Number.NaN]) expect(() => permutation(stream, n)).toThrow(RangeError);
    for (const m of [-1, 0.5, 4, Number.NaN])
      expect(() => sampleWithoutReplacement(stream, 3, m)).toThrow(/n = 3/);
  });
});
