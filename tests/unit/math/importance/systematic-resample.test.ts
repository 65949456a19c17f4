import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systematicResample } from "../../../../src/math/importance/systematic-resample.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

const seed = 20_040_601;

describe("systematicResample", () => {
  it("takes each draw ⌊m w⌋ or ⌈m w⌉ times, in order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 99 }),
        fc.nat(),
        (given, m, index) => {
          const weights = [...given, 1];
          const total = weights.reduce((a, b) => a + b);
          const taken = systematicResample(weights, m, randomStream(seed, index));
          const counts = weights.map((_, i) => taken.filter((k) => k === i).length);
          expect(taken.length).toBe(m);
          expect(Array.from(taken)).toEqual(Array.from(taken).sort((a, b) => a - b));
          counts.forEach((count, i) => {
            expect(Math.abs(count - (m * weights[i]!) / total)).toBeLessThan(1 + 1e-9);
            if (weights[i] === 0) expect(count).toBe(0);
          });
        },
      ),
      { seed },
    );
  });

  it("keeps all of as many equal weights, and only the one that has any", () => {
    expect(Array.from(systematicResample(new Array(7).fill(0.3), 7, randomStream(1)))).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
    expect(Array.from(systematicResample([0, 2, 0], 3, randomStream(1)))).toEqual([1, 1, 1]);
  });

  it("takes each draw as often as its weight says, over seeds", () => {
    const weights = [0.1, 0.25, 0.65];
    const counts = [0, 0, 0];
    for (let r = 0; r < 4000; r++)
      for (const i of systematicResample(weights, 2, randomStream(seed, r))) counts[i]!++;
    expectAbsolute(
      counts.map((count) => count / 8000),
      weights,
      0.02,
    );
  });

  it("refuses wrong weights and counts", () => {
    for (const m of [0, -1, 1.5, Number.NaN])
      expect(() => systematicResample([1], m, randomStream(1))).toThrow(RangeError);
    for (const weights of [[], [0], [-1, 2], [Number.NaN]]) {
      expect(() => systematicResample(weights, 1, randomStream(1))).toThrow(RangeError);
    }
  });
});
