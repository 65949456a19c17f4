import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { sortAscending } from "../../../../src/math/resampling/sort-ascending.ts";

const seed = 20_040_601;

function expectSorted(values: number[]): void {
  const expected = Float64Array.from(values).sort();
  const given = Float64Array.from(values);
  const sorted = sortAscending(given);
  expect(sorted).toBe(given);
  // Bytes, so that −0 and 0 differ.
  expect(Array.from(sorted, (value) => Object.is(value, -0))).toEqual(
    Array.from(expected, (value) => Object.is(value, -0)),
  );
  expect(sorted).toEqual(expected);
}

const normals = (n: number, scale = 1): number[] => {
  const stream = randomStream(seed);
  return Array.from({ length: n }, () => scale * stream.normal());
};

describe("sortAscending", () => {
  it.each([0, 1, 2, 800, 801, 5000])("sorts %i numbers of either sign as the engine does", (n) => {
    expectSorted(normals(n));
  });

  it("sorts ties, zeros of either sign, infinities and the smallest and largest numbers", () => {
    const special = [
      0,
      -0,
      Infinity,
      -Infinity,
      5e-324,
      -5e-324,
      1.7976931348623157e308,
      -1.7976931348623157e308,
      1,
    ];
    expectSorted(Array.from({ length: 2000 }, (_, i) => special[(i * 7) % special.length]!));
  });

  it.each([1e-310, 1e-3, 1e300])("sorts numbers around %s", (scale) => expectSorted(normals(1500, scale)));

  it("sorts what is in order, reversed or all equal", () => {
    const ordered = Array.from({ length: 3000 }, (_, i) => i / 7 - 200);
    for (const values of [ordered, [...ordered].reverse(), new Array<number>(3000).fill(-2.5)])
      expectSorted(values);
  });

  it.each([500, 5000])("puts NaN of any sign last among %i", (n) => {
    const values = Float64Array.from(normals(n));
    new Uint8Array(values.buffer).set([0, 0, 0, 0, 0, 0, 0xf8, 0xff], 8 * 3);
    values[4] = Number.NaN;
    const sorted = sortAscending(values);
    expect(Array.from(sorted.slice(-3), Number.isNaN)).toEqual([false, true, true]);
  });

  it("sorts a part of a buffer and leaves the rest alone", () => {
    const all = Float64Array.from(normals(3000));
    const before = all.slice();
    sortAscending(all.subarray(1000, 2000));
    expect(all.slice(0, 1000)).toEqual(before.slice(0, 1000));
    expect(all.slice(1000, 2000)).toEqual(before.slice(1000, 2000).sort());
    expect(all.slice(2000)).toEqual(before.slice(2000));
  });

  it("sorts any numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 801, maxLength: 1200 }), (values) => {
        expect(sortAscending(Float64Array.from(values))).toEqual(Float64Array.from(values).sort());
      }),
      { seed, numRuns: 20 },
    );
  });
});
