import { describe, expect, it } from "vitest";
import { keptPoints } from "../../../../src/render/charts/kept-points.ts";
import { labelExpression, numberLabel } from "../../../../src/render/charts/number-labels.ts";
import { logTicks, roundTicks } from "../../../../src/render/charts/round-ticks.ts";
import { withEnding } from "../../../../src/render/charts/with-ending.ts";
import { formatPower } from "../../../../src/render/power-of-ten.ts";

const NBSP = "\u00a0";

describe("numberLabel", () => {
  it.each([
    [0, "0"],
    [-2_000_000, "−2000000"],
    [0.3, "0.3"],
    [1e7, `10⁷`],
    [-2e-7, `−2${NBSP}×${NBSP}10⁻⁷`],
  ])("writes %d as %s", (value, text) => {
    expect(numberLabel(value)).toBe(text);
  });

  it("writes shares as percentages", () => {
    expect(numberLabel(-0.25, "share")).toBe("−25 %");
  });

  it("has an expression of Vega for numbers that no format of Vega writes", () => {
    expect(labelExpression([0, 0.5])).toBe("format(datum.value, '~r')");
    expect(labelExpression([0, 2e-7])).toContain(`datum.value === 2e-7 ? '2${NBSP}×${NBSP}10⁻⁷'`);
  });
});

describe("formatPower", () => {
  it.each([
    [0, 2, "0"],
    [1e-6, 3, "10⁻⁶"],
    [-1e12, 1, "−10¹²"],
    [-5.42e-13, 2, `−5.4${NBSP}×${NBSP}10⁻¹³`],
  ])("writes %d with %d digits as %s", (value, digits, text) => {
    expect(formatPower(value, digits)).toBe(text);
  });
});

describe("roundTicks", () => {
  it.each([
    [0, 1, 320, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-2.4, 1.4, 150, [-2, -1, 0, 1]],
    [-3.3, 3.3, 600, [-3, -2, -1, 0, 1, 2, 3]],
    [0, 1, 20, [0, 1]],
  ])("from %d to %d on %d pixels", (low, high, length, ticks) => {
    expect(roundTicks({ low, high, length })).toEqual(ticks);
  });

  it("leaves out a last label that would stand out of the picture", () => {
    const room = { low: 0, high: 1, length: 320, kind: "share" } as const;
    expect(roundTicks({ ...room, overhang: 24 }).at(-1)).toBe(1);
    expect(roundTicks({ ...room, overhang: 12 }).at(-1)).toBe(0.8);
  });

  it("needs only the height of labels at the side", () => {
    const room = { low: 0, high: 7e-7, length: 90 };
    expect(roundTicks({ ...room, isUpright: true }).length).toBeGreaterThan(roundTicks(room).length);
  });
});

describe("logTicks", () => {
  it.each([
    [0.06, 7, [0.1, 0.2, 0.5, 1, 2, 5]],
    [0.45, 1.1, [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1]],
    [1e-4, 1e5, [1e-4, 0.01, 1, 100, 10_000]],
  ])("from %d to %d", (low, high, ticks) => {
    const found = logTicks({ low, high, length: 320, even: Math.log });
    expect(found).toEqual(ticks);
  });
});

describe("keptPoints", () => {
  it("keeps both ends and the bends, and no point on a straight line", () => {
    const points = Array.from({ length: 21 }, (_, x) => ({ x, y: Math.abs(x - 10) }));
    expect(keptPoints(points)).toEqual([0, 10, 20]);
    expect(keptPoints(points.slice(0, 2))).toEqual([0, 1]);
    expect(keptPoints([])).toEqual([]);
  });

  it("never moves a curve by more than a fifth of a pixel", () => {
    const points = Array.from({ length: 400 }, (_, x) => ({ x, y: 80 * Math.sin(x / 30) }));
    const kept = keptPoints(points);
    expect(kept.length).toBeLessThan(120);
    for (const [i, end] of kept.slice(1).entries()) {
      const [from, to] = [points[kept[i]!]!, points[end]!];
      for (const { x, y } of points.slice(kept[i], end)) {
        const line = from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
        expect(Math.abs(y - line)).toBeLessThanOrEqual(0.2);
      }
    }
  });
});

describe("withEnding", () => {
  it("keeps numbers behind a name that is read from right to left", () => {
    expect(withEnding("Smith", ", 3/9")).toBe("Smith, 3/9");
    expect(withEnding("ניסוי", ", 3/9")).toBe("ניסוי\u200e, 3/9");
    expect(withEnding("ניסוי", "")).toBe("ניסוי");
  });
});
