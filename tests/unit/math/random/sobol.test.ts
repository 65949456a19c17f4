import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { owenScramble } from "../../../../src/math/random/owen-scramble.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { sobolFractions, sobolPoints } from "../../../../src/math/random/sobol.ts";

const seed = 20_040_601;

/** The ways to share m halvings among s coordinates. */
function splits(m: number, s: number): number[][] {
  if (s === 1) return [[m]];
  return Array.from({ length: m + 1 }, (_, k) => splits(m - k, s - 1).map((rest) => [k, ...rest])).flat();
}

/** Whether every elementary interval of volume 2^(t − m) holds exactly 2^t of the 2^m points. */
function isNet(fractions: ArrayLike<number>, dimension: number, m: number, t: number): boolean {
  return splits(m - t, dimension).every((split) => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2 ** m; i++) {
      const cell = split
        .map((bits, j) => Math.floor(fractions[i * dimension + j]! * 2 ** (bits - 32)))
        .join();
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return counts.size === 2 ** (m - t) && [...counts.values()].every((count) => count === 2 ** t);
  });
}

// t is the sum of the polynomials' degrees less one each, 0, 0, 1, 2, 2 for the first five (Niederreiter 1992, chapter 4).
const nets = [
  { dimension: 1, t: 0 },
  { dimension: 2, t: 0 },
  { dimension: 3, t: 1 },
  { dimension: 4, t: 3 },
  { dimension: 5, t: 5 },
];

describe("sobolFractions", () => {
  it("begins as published: Bratley & Fox (1988), in Gray-code order", () => {
    const found = Array.from(sobolFractions(8, 3), (x) => x / 2 ** 32);
    expect(found).toEqual(
      [
        [0, 0, 0],
        [0.5, 0.5, 0.5],
        [0.75, 0.25, 0.25],
        [0.25, 0.75, 0.75],
        [0.375, 0.375, 0.625],
        [0.875, 0.875, 0.125],
        [0.625, 0.125, 0.875],
        [0.125, 0.625, 0.375],
      ].flat(),
    );
  });

  it.each(nets)("is a ($t, m, $dimension)-net in every block of 2^m", ({ dimension, t }) => {
    for (let m = t; m <= 8; m++) {
      for (const block of [0, 1, 2, 5]) {
        expect(isNet(sobolFractions(2 ** m, dimension, block * 2 ** m), dimension, m, t)).toBe(true);
      }
    }
  });

  it("is halved evenly by every one of 64 coordinates", () => {
    const fractions = sobolFractions(64, 64);
    for (let j = 0; j < 64; j++) {
      const cells = new Set(Array.from({ length: 64 }, (_, i) => fractions[i * 64 + j]! >>> 26));
      expect(cells.size).toBe(64);
    }
  });

  it("goes on from any index", () => {
    const all = sobolFractions(50, 3);
    expect(sobolFractions(20, 3, 30)).toEqual(all.slice(90));
    expect(sobolFractions(0, 3).length).toBe(0);
    expect(sobolFractions(1, 2, 2 ** 32 - 1).length).toBe(2);
  });

  it("refuses what it has no numbers for", () => {
    for (const dimension of [0, 65, 1.5, Number.NaN])
      expect(() => sobolFractions(1, dimension)).toThrow(/dimension/);
    for (const n of [-1, 0.5, Number.NaN]) expect(() => sobolFractions(n, 1)).toThrow(/nPoints/);
    for (const from of [-1, 0.5, 2 ** 32, Number.NaN])
      expect(() => sobolFractions(1, 1, from)).toThrow(/from/);
    expect(() => sobolPoints(1, 1, 0.5)).toThrow(/seed/);
    expect(() => sobolPoints(1, 99, 1)).toThrow(/dimension/);
  });
});

describe("owenScramble", () => {
  const fraction = fc.integer({ min: 0, max: 2 ** 32 - 1 });

  it("keeps the number of leading bits that two fractions share", () => {
    fc.assert(
      fc.property(
        fraction,
        fc.integer({ min: 0, max: 31 }),
        fraction,
        fc.integer(),
        (a, shared, noise, key) => {
          // b shares exactly `shared` leading bits with a.
          const b = (a ^ ((2 ** (31 - shared)) | (noise & (2 ** (31 - shared) - 1)))) >>> 0;
          expect(Math.clz32(owenScramble(a, key) ^ owenScramble(b, key))).toBe(shared);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it("tosses fair and independent coins at every node", () => {
    const keys = 20_000;
    // Bits of two fractions that part at bit 1, 5 or 13: below that, their flips must agree half of the time.
    for (const [a, b, part] of [
      [0x12345678, 0x92345678, 0],
      [0x12345678, 0x1a345678, 4],
      [0x12345678, 0x123c5678, 12],
    ] as const) {
      const ones = new Float64Array(32);
      const agree = new Float64Array(32);
      for (let k = 0; k < keys; k++) {
        const [x, y] = [owenScramble(a, k * 7919 + 1) ^ a, owenScramble(b, k * 7919 + 1) ^ b];
        for (let bit = 0; bit < 32; bit++) {
          ones[bit]! += (x >>> (31 - bit)) & 1;
          agree[bit]! += (~(x ^ y) >>> (31 - bit)) & 1;
        }
      }
      for (let bit = 0; bit < 32; bit++) {
        expect(Math.abs(ones[bit]! / keys - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / keys));
        if (bit <= part) expect(agree[bit]).toBe(keys);
        else expect(Math.abs(agree[bit]! / keys - 0.5)).toBeLessThan(4.5 * Math.sqrt(0.25 / keys));
      }
    }
  });
});

describe("sobolPoints", () => {
  it.each(nets)("is still a ($t, m, $dimension)-net once scrambled", ({ dimension, t }) => {
    for (let m = t; m <= 8; m++) {
      const { values } = sobolPoints(2 ** m, dimension, seed + m, 3 * 2 ** m);
      expect(
        isNet(
          values.map((x) => x * 2 ** 32),
          dimension,
          m,
          t,
        ),
      ).toBe(true);
    }
  });

  it("lies strictly inside the cube and repeats by seed", () => {
    const { values, rows, columns } = sobolPoints(4096, 21, 7);
    expect([rows, columns]).toEqual([4096, 21]);
    expect(values.every((x) => x > 0 && x < 1)).toBe(true);
    expect(sobolPoints(4096, 21, 7).values).toEqual(values);
    expect(sobolPoints(96, 21, 7, 4000).values).toEqual(values.slice(4000 * 21));
    expect(sobolPoints(16, 2, 8).values).not.toEqual(sobolPoints(16, 2, 7).values);
    expect(sobolPoints(16, 2, 2 ** 40).values).not.toEqual(sobolPoints(16, 2, 0).values);
    expect(sobolPoints(16, 2, -1).values).not.toEqual(sobolPoints(16, 2, 1).values);
  });

  it("puts each single point anywhere, over seeds", () => {
    const counts = new Float64Array(10);
    for (let s = 0; s < 5000; s++) counts[Math.floor(sobolPoints(1, 3, s, 5).values[2]! * 10)]! += 1;
    const chiSquared = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    expect(chiSquared).toBeLessThan(30);
  });

  it("has no correlation between coordinates over seeds", () => {
    let product = 0;
    for (let s = 0; s < 4000; s++) {
      const [x, y] = sobolPoints(1, 2, s, 3).values;
      product += (x! - 0.5) * (y! - 0.5);
    }
    expect(Math.abs(product / 4000)).toBeLessThan(4 / 12 / Math.sqrt(4000));
  });

  it("integrates a smooth function of 6 variables far better than random points, without bias", () => {
    const f = (x: ArrayLike<number>, at: number): number => {
      let product = 1;
      for (let j = 0; j < 6; j++) product *= 1 + (Math.exp(x[at + j]!) - Math.E + 1) / (j + 1);
      return product;
    };
    const errors = (
      m: number,
      points: (s: number) => ArrayLike<number>,
    ): { spread: number; bias: number } => {
      let [square, sum] = [0, 0];
      for (let s = 0; s < 40; s++) {
        const x = points(s);
        let mean = 0;
        for (let i = 0; i < 2 ** m; i++) mean += f(x, 6 * i) / 2 ** m;
        square += (mean - 1) ** 2 / 40;
        sum += (mean - 1) / 40;
      }
      return { spread: Math.sqrt(square), bias: Math.abs(sum) };
    };
    const sobol = (m: number) => errors(m, (s) => sobolPoints(2 ** m, 6, s).values);
    const plain = errors(12, (s) => {
      const stream = randomStream(seed, s);
      return Float64Array.from({ length: 6 * 2 ** 12 }, () => stream.uniform());
    });
    const [coarse, fine] = [sobol(8), sobol(12)];
    expect(plain.spread / fine.spread).toBeGreaterThan(50);
    // Random points would gain a factor of 4 from 2⁸ to 2¹², the best rate 64.
    expect(coarse.spread / fine.spread).toBeGreaterThan(16);
    expect(fine.bias).toBeLessThan((4 * fine.spread) / Math.sqrt(40));
  });
});
