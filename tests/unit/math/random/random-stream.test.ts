import { describe, expect, it } from "vitest";
import { type RandomStream, randomStream } from "../../../../src/math/random/random-stream.ts";

const SEED = 20_040_601;
const take = (stream: RandomStream, n: number): number[] => Array.from({ length: n }, () => stream.uniform());

function correlation(x: readonly number[], y: readonly number[]): number {
  const mean = (v: readonly number[]): number => v.reduce((sum, u) => sum + u, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const cross = (a: readonly number[], ma: number, b: readonly number[], mb: number): number =>
    a.reduce((sum, u, i) => sum + (u - ma) * (b[i]! - mb), 0);
  return cross(x, mx, y, my) / Math.sqrt(cross(x, mx, x, mx) * cross(y, my, y, my));
}

describe("randomStream", () => {
  it("gives the same stream for the same seed and path", () => {
    expect(take(randomStream(SEED), 100)).toEqual(take(randomStream(SEED), 100));
    expect(take(randomStream(SEED, 3, 7), 100)).toEqual(take(randomStream(SEED, 3, 7), 100));
    expect(take(randomStream(-0), 5)).toEqual(take(randomStream(0), 5));
  });

  it("gives another stream for every other seed and path", () => {
    const paths = [
      [0],
      [1],
      [2],
      [-1],
      [2 ** 31],
      [2 ** 32],
      [2 ** 32 + 1],
      [2 ** 53 - 1],
      [-(2 ** 53) + 1],
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [0, 0, 0],
      [0, -1],
      [0, 2 ** 32],
    ] as [number, ...number[]][];
    const first = paths.map((path) => take(randomStream(...path), 2).join());
    expect(new Set(first).size).toBe(paths.length);
  });

  it("gives a substream that does not depend on who ran before it", () => {
    const alone = take(randomStream(SEED, 5), 10);
    take(randomStream(SEED, 4), 1000);
    expect(take(randomStream(SEED, 5), 10)).toEqual(alone);
  });

  it("has neighbouring streams that are unrelated", () => {
    const n = 20_000;
    const whole = take(randomStream(SEED), n);
    const others = [
      randomStream(SEED + 1),
      randomStream(SEED, 0),
      randomStream(SEED, 1),
      randomStream(SEED, 0, 0),
    ];
    const streams = [whole, ...others.map((stream) => take(stream, n))];
    streams.forEach((x, i) => {
      // Correlations of unrelated streams have standard deviation 1/√n; 10 of them stay within four.
      for (const y of streams.slice(i + 1))
        expect(Math.abs(correlation(x, y))).toBeLessThan(4 / Math.sqrt(n));
      expect(Math.abs(correlation(x.slice(1), x.slice(0, -1)))).toBeLessThan(4 / Math.sqrt(n));
    });
  });

  it("has first numbers of neighbouring substreams that are spread evenly too", () => {
    const first = Array.from({ length: 20_000 }, (_, i) => randomStream(SEED, i).uniform());
    expect(chiSquared(first, 50)).toBeLessThan(94);
    expect(Math.abs(correlation(first.slice(1), first.slice(0, -1)))).toBeLessThan(4 / Math.sqrt(20_000));
  });

  it("spreads evenly over (0, 1)", () => {
    const numbers = take(randomStream(SEED), 100_000);
    // 99 degrees of freedom: P(χ² < 57.0) = P(χ² > 157) = .0002.
    expect(chiSquared(numbers, 100)).toBeGreaterThan(57);
    expect(chiSquared(numbers, 100)).toBeLessThan(157);
    expect(Math.min(...numbers.slice(0, 50_000))).toBeGreaterThan(0);
    expect(Math.max(...numbers.slice(0, 50_000))).toBeLessThan(1);
  });

  it("spreads evenly over the square of successive pairs", () => {
    const numbers = take(randomStream(SEED, 9), 100_000);
    const cells = numbers
      .slice(1)
      .flatMap((v, i) => (i % 2 === 0 ? [(Math.floor(10 * numbers[i]!) + v) / 10] : []));
    // 50,000 pairs in 100 cells of a 10 × 10 grid, laid out along the line.
    expect(chiSquared(cells, 100)).toBeGreaterThan(57);
    expect(chiSquared(cells, 100)).toBeLessThan(157);
  });

  it("draws normal numbers with the moments of the normal", () => {
    const stream = randomStream(SEED, 1);
    const n = 100_000;
    const numbers = Array.from({ length: n }, () => stream.normal());
    const moment = (k: number): number => numbers.reduce((sum, z) => sum + z ** k, 0) / n;
    // Four standard errors: Var z^k = E z^2k − (E z^k)² is 1, 2, 15, 96.
    const errors = [1, 2, 15, 96].map((variance) => 4 * Math.sqrt(variance / n));
    [0, 1, 0, 3].forEach((expected, k) => {
      expect(Math.abs(moment(k + 1) - expected)).toBeLessThan(errors[k]!);
    });
    const beyond = numbers.filter((z) => Math.abs(z) > 1.959963984540054).length / n;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / n));
  });

  it("takes one uniform for one normal number", () => {
    const [a, b] = [randomStream(SEED), randomStream(SEED)];
    a.normal();
    b.uniform();
    expect(a.uniform()).toBe(b.uniform());
  });

  it.each([1.5, Number.NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53)])(
    "refuses the seed or index %s",
    (word) => {
      const message = `A seed must be a whole number, got ${word}`;
      expect(() => randomStream(word)).toThrow(new RangeError(message));
      expect(() => randomStream(1, word)).toThrow(new RangeError(message));
    },
  );
});

/** Pearson's statistic against equal shares of bins on (0, 1). */
function chiSquared(numbers: readonly number[], bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  for (const u of numbers) counts[Math.floor(bins * u)]!++;
  const expected = numbers.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
