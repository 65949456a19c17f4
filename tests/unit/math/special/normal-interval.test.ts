import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NormalInterval, normalInterval } from "../../../../src/math/special/normal-interval.ts";
import { normalCdf, normalLogCdf } from "../../../../src/math/special/normal-tails.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { derivative } from "../../../helpers/differences.ts";
import { highPrecision, numbers } from "./high-precision.ts";

const seed = 20_040_601;

function at(a: number, b: number): NormalInterval {
  const out: NormalInterval = { logProbability: 0, lowerHazard: 0, upperHazard: 0 };
  normalInterval(a, b, out);
  return out;
}

const all = ({ logProbability, lowerHazard, upperHazard }: NormalInterval): number[] => [
  logProbability,
  lowerHazard,
  upperHazard,
];

describe("normalInterval agrees with 60-digit arithmetic", () => {
  it.each(highPrecision.normalInterval)("(%s, %s)", (...row) => {
    const [a, b, ...expected] = numbers(row) as [number, number, ...number[]];
    const near = a > 0 ? a : b < 0 ? -b : 0;
    // In one tail the mass is m(near) − e·m(far): both are known to an ulp of m(near), and what is left is
    // min(1, near × width) of it. Across 0 each side has its own relative accuracy.
    const left = near > 0 ? Math.min(1, Math.max(near, 1) * (b - a)) : 1;
    const allowed = 2e-15 + (4 * Number.EPSILON) / left;
    expectRelative(all(at(a, b)).slice(1), expected.slice(1), allowed);
    // A probability near 1 has the absolute accuracy of 1.
    const size = Math.max(1, Math.abs(expected[0]!));
    expectAbsolute([at(a, b).logProbability], [expected[0]!], allowed * size);
  });
});

describe("normalInterval", () => {
  const end = fc.double({ min: -45, max: 45, noNaN: true });
  const width = fc.double({ min: 0.01, max: 50, noNaN: true });

  it("mirrors: swapping the ends' signs swaps the hazards", () => {
    fc.assert(
      fc.property(end, width, (a, w) => {
        const [here, there] = [at(a, a + w), at(-a - w, -a)];
        expect(there.logProbability).toBe(here.logProbability);
        expect([there.upperHazard, there.lowerHazard]).toEqual([here.lowerHazard, here.upperHazard]);
      }),
      { seed },
    );
  });

  it("stays finite 45 σ away, and its hazards positive", () => {
    fc.assert(
      fc.property(end, width, (a, w) => {
        const values = all(at(a, a + w));
        expect(values.every(Number.isFinite)).toBe(true);
        expect(Math.min(values[1]!, values[2]!)).toBeGreaterThanOrEqual(0);
      }),
      { seed },
    );
  });

  it("is at most the wider interval's and adds up over a cut", () => {
    for (const [a, b, c] of [
      [-2, -0.3, 1],
      [0.5, 1, 2.5],
      [-1, 0, 1],
      [-9, -8, -6],
    ] as const) {
      const whole = at(a, c).logProbability;
      const parts = Math.exp(at(a, b).logProbability - whole) + Math.exp(at(b, c).logProbability - whole);
      // Exponentials of log-probabilities near −20 carry 20 ulps each.
      expect(Math.abs(parts - 1)).toBeLessThan(1e-14);
    }
  });

  it("is the tail where one end is infinite, and everything where both are", () => {
    for (const x of [-40, -3, -0.2, 0, 0.2, 3, 40]) {
      expectAbsolute(
        [at(-Infinity, x).logProbability],
        [normalLogCdf(x)],
        2e-16 * Math.max(1, Math.abs(normalLogCdf(x))),
      );
      expect(at(-Infinity, x).lowerHazard).toBe(0);
      expect(at(x, Infinity).upperHazard).toBe(0);
    }
    expect(all(at(-Infinity, Infinity))).toEqual([0, 0, 0]);
  });

  it("is the difference of the distribution function in the middle", () => {
    for (const [a, b] of [
      [-1, 1],
      [0.2, 0.9],
      [-2, 0],
    ] as const) {
      // The subtraction itself loses an ulp of ½.
      expect(Math.abs(Math.exp(at(a, b).logProbability) - (normalCdf(b) - normalCdf(a)))).toBeLessThan(3e-16);
    }
  });

  it("has hazards that are the derivatives by its ends", () => {
    for (const [a, b] of [
      [-1.5, 0.4],
      [0.3, 1.2],
      [-7, -6],
      [6, 30],
      [-41, -40.5],
      [39.9, 41],
    ] as const) {
      const { lowerHazard, upperHazard } = at(a, b);
      // Values near 800 have 1e-13 of rounding error; a step of 1e-3 halved twice divides it by 5e-4.
      const slopes = [
        -derivative((x) => at(x, b).logProbability, a, 1e-2, 3),
        derivative((x) => at(a, x).logProbability, b, 1e-2, 3),
      ];
      expectAbsolute(slopes, [lowerHazard, upperHazard], 1e-9 * Math.max(1, lowerHazard, upperHazard));
    }
  });

  it("has probability 0 where the ends meet", () => {
    expect(at(0, 0).logProbability).toBe(-Infinity);
    expect(at(3, 3).logProbability).toBe(-Infinity);
  });

  it("gives not-a-number for not-a-number", () => {
    expect(at(Number.NaN, 1).logProbability).toBeNaN();
    expect(at(-1, Number.NaN).logProbability).toBeNaN();
  });
});
