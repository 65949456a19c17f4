import { describe, expect, it } from "vitest";
import { countPermutations } from "../../../../src/math/resampling/counts.ts";
import { permutations } from "../../../../src/math/resampling/permutations.ts";

const steps = (n: number) =>
  Array.from(permutations(n), ({ order, swapped }) => ({ order: Array.from(order), swapped }));

describe("permutations", () => {
  it("are in the order of plain changes", () => {
    // Four bells as rung since the 17th century (Knuth 2011, section 7.2.1.2), counted from 0.
    expect(steps(4).map(({ order }) => order.join(""))).toEqual(
      (
        "0123 0132 0312 3012 3021 0321 0231 0213 2013 2031 2301 3201 " +
        "3210 2310 2130 2103 1203 1230 1320 3120 3102 1302 1032 1023"
      ).split(" "),
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])("of %i things come each once", (n) => {
    const all = steps(n).map(({ order }) => order);
    expect(BigInt(all.length)).toBe(countPermutations(n));
    expect(new Set(all.map(String)).size).toBe(all.length);
    const things = Array.from({ length: n }, (_, i) => i);
    expect(all.every((order) => String([...order].sort((a, b) => a - b)) === String(things))).toBe(true);
  });

  it.each([2, 3, 5, 7])("of %i things differ from the one before by the neighbours they name", (n) => {
    const all = steps(n);
    expect(all[0]!.swapped).toBe(-1);
    all.slice(1).forEach(({ order, swapped }, i) => {
      const before = [...all[i]!.order];
      [before[swapped], before[swapped + 1]] = [before[swapped + 1]!, before[swapped]!];
      expect(order).toEqual(before);
    });
  });

  it("come one at a time, however many there are", () => {
    const generator = permutations(1000);
    generator.next();
    expect(generator.next().value!.swapped).toBe(998);
  });

  it.each([-1, 1.5, 65_536, Number.NaN])("of %s things are refused", (n) => {
    expect(() => permutations(n).next()).toThrow(
      new RangeError(`permutations needs a whole n from 0 to 65535, got ${n}`),
    );
  });
});
