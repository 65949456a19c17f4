import { describe, expect, it } from "vitest";
import { goldenPoints } from "../../../../src/math/random/golden-points.ts";

function points(dimension: number, n: number): number[][] {
  const stream = goldenPoints(dimension);
  return Array.from({ length: n }, () => stream.next().value);
}

/** Largest gap between the share of points in a corner box [0, u)×[0, v) and its area, over a grid of corners. */
function starDiscrepancy(plane: readonly number[][], grid = 20): number {
  let worst = 0;
  for (let i = 1; i <= grid; i++) {
    for (let j = 1; j <= grid; j++) {
      const inside = plane.filter(([x, y]) => x! < i / grid && y! < j / grid).length;
      worst = Math.max(worst, Math.abs(inside / plane.length - (i * j) / grid ** 2));
    }
  }
  return worst;
}

describe("goldenPoints", () => {
  it("steps by the golden ratio in one dimension", () => {
    const golden = (Math.sqrt(5) - 1) / 2;
    for (const [n, point] of points(1, 10).entries()) {
      expect(point[0]).toBeCloseTo((0.5 + (n + 1) * golden) % 1, 14);
    }
  });

  it("steps by powers of the root of x^(d+1) = x + 1 in more", () => {
    const [first, second] = points(3, 2) as [number[], number[]];
    const step = first.map((x, k) => (second[k]! - x + 1) % 1);
    const ratio = 1 / step[0]!;
    expect(ratio ** 4).toBeCloseTo(ratio + 1, 12);
    expect(step.map((s, k) => s * ratio ** (k + 1))).toEqual(step.map(() => expect.closeTo(1, 12)));
  });

  it("has one coordinate for each dimension, in [0, 1), and never repeats a point", () => {
    for (const dimension of [1, 2, 5, 9]) {
      const many = points(dimension, 1000);
      expect(many.every((point) => point.length === dimension && point.every((x) => x >= 0 && x < 1))).toBe(
        true,
      );
      expect(new Set(many.map(String)).size).toBe(1000);
    }
  });

  it("leaves no gap on the line wider than 2/n", () => {
    for (const n of [10, 64, 256, 1000]) {
      const sorted = points(1, n)
        .map(([x]) => x!)
        .sort((a, b) => a - b);
      const gaps = sorted.map((x, i) => (sorted[i + 1] ?? sorted[0]! + 1) - x);
      // By the three-distance theorem the gaps are powers of the golden ratio, the widest below (1 + 2/√5)/n < 2/n.
      expect(Math.max(...gaps)).toBeLessThan(2 / n);
    }
  });

  it("spreads over the plane better than chance", () => {
    // A random set of 256 points has a star discrepancy near .6·√(2/256) = .05; (ln n)²/n is .12, a good lattice .01.
    expect(starDiscrepancy(points(2, 256))).toBeLessThan(0.02);
    expect(starDiscrepancy(points(2, 1024))).toBeLessThan(0.006);
  });

  it("gives a fresh array each time and a fresh stream each call", () => {
    const stream = goldenPoints(2);
    const first = stream.next().value;
    first[0] = 99;
    expect(stream.next().value[0]).toBeLessThan(1);
    expect(points(2, 3)).toEqual(points(2, 3));
  });

  it("integrates a smooth function of four variables with a third of the error of random points", () => {
    // ∫ Π (1 + (x − ½)) = 1; the standard error of 256 random points is √((1 + 1/12)⁴ − 1)/16 = .038.
    const mean = points(4, 256).reduce((sum, p) => sum + p.reduce((f, x) => f * (0.5 + x), 1), 0) / 256;
    expect(Math.abs(mean - 1)).toBeLessThan(0.038 / 3);
  });
});
