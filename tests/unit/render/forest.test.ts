import { describe, expect, it } from "vitest";
import { forestAxis } from "../../../src/render/charts/forest/forest-axis.ts";
import { diamond } from "../../../src/render/charts/forest/forest-shapes.ts";
import { forestChart, proportionChart, toSvg } from "../../../src/render/charts/index.ts";
import { readPool } from "../../../src/render/pooling/read-pool.ts";
import type { PooledResult } from "../../../src/schema/pooled-result.ts";
import { bayesFixtures, pooledFixtures, proportionFixtures } from "../../helpers/pooled-results.ts";
import { allText, countMarks, textsOf } from "../../helpers/svg-marks.ts";

const svgOf = (result: PooledResult, width = 720): Promise<string> => toSvg(forestChart(result, { width }));
const { one, two, three, thirteen, tables, zero, relief } = pooledFixtures as Record<string, PooledResult>;

describe("the forest chart", () => {
  it("draws each series as a square with whiskers, its counts, numbers and weight", async () => {
    const svg = await svgOf(thirteen!);
    expect(countMarks(svg, "squares")).toBe(13);
    expect(countMarks(svg, "whiskers")).toBe(13);
    expect(textsOf(svg, "names")).toContain("Trial 12");
    expect(textsOf(svg, "counts0")).toEqual(expect.arrayContaining(["Treated", "4/123"]));
    expect(textsOf(svg, "counts1")).toEqual(expect.arrayContaining(["Control", "11/139"]));
    expect(textsOf(svg, "numbers")).toContain("0.41 (0.13 to 1.26)");
    expect(textsOf(svg, "weights")).toContain("10 %");
  });

  it("draws the mean as a diamond and the prediction as a bar, with the line of no effect", async () => {
    const svg = await svgOf(thirteen!);
    expect(countMarks(svg, "diamond13")).toBe(1);
    expect(countMarks(svg, "predictionBar")).toBe(1);
    expect(countMarks(svg, "noEffect")).toBe(1);
    expect(countMarks(svg, "arrows")).toBe(0);
    expect(textsOf(svg, "meanNumbers")).toEqual(["0.49 (0.33 to 0.73)"]);
    expect(textsOf(svg, "differences")).toEqual(["τ² 0.31 (0.12 to 1.11)", "I² 92 % (82 to 98 %)"]);
  });

  it("lets intervals of two series leave the axis by arrows, and writes what they are", async () => {
    const svg = await svgOf(two!);
    expect(countMarks(svg, "arrows")).toBe(6);
    expect(textsOf(svg, "meanNumbers")).toEqual(["3.22 (<0.001 to >1000)"]);
    expect(countMarks(svg, "diamond3")).toBe(1);
  });

  it("draws one series alone, without a diamond and without a line of no effect for a proportion", async () => {
    const svg = await svgOf(one!);
    expect(countMarks(svg, "squares")).toBe(1);
    expect(svg).not.toContain("diamond");
    expect(countMarks(svg, "noEffect")).toBe(0);
    expect(allText(svg)).toContain("not pooled");
  });

  it("sets a thin diamond for each prior below the mean, in words and in numbers", async () => {
    const { sensitivity } = bayesFixtures.two!;
    const svg = await toSvg(forestChart(two!, { sensitivity }));
    for (const line of [4, 5, 6, 7, 8, 9]) expect(countMarks(svg, `diamond${line}`)).toBe(1);
    expect(textsOf(svg, "names")).toContain("Bayes, half-normal, scale 0.395");
    expect(textsOf(svg, "numbers")).toContain("1.72 (0.68 to 5.71)");
    expect(allText(svg)).toContain("Further series");
  });

  it("has no bar where nothing is predicted", async () => {
    const svg = await svgOf(tables!);
    expect(svg).not.toContain("predictionBar");
    expect(textsOf(svg, "meanName")).toEqual(["Mean, Mantel–Haenszel"]);
  });

  it.each(Object.entries(pooledFixtures))(
    "keeps every text within the picture, and columns apart: %s",
    async (_, result) => {
      for (const width of [560, 720, 1000]) {
        const { padding, hconcat } = forestChart(result, { width }) as never as {
          padding: { left: number; right: number };
          hconcat: { width: number }[];
        };
        expect(hconcat[0]!.width).toBeGreaterThanOrEqual(120);
        expect(padding.left + hconcat[0]!.width).toBeLessThan(width);
      }
    },
  );

  it("refuses a width that is too small to read", () => {
    expect(() => forestChart(two!, { width: 400 })).toThrow("width must be at least 560 pixels, got 400");
  });
});

describe("the axis of a forest", () => {
  const axisOf = (result: PooledResult) => {
    const pool = readPool(result);
    return forestAxis(pool, pool.series, [pool.mean], 320);
  };

  it("is logarithmic for ratios, and holds 1", () => {
    const axis = axisOf(thirteen!);
    expect(axis.isLog).toBe(true);
    expect(axis.ticks).toEqual([0.1, 0.2, 0.5, 1, 2, 5]);
  });

  it("is the whole range of a proportion", () => {
    const { low, high, ticks } = axisOf(three!);
    expect([low, high]).toEqual([0, 1]);
    expect(ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it("holds every estimate where all are equal, and where effects have both signs", () => {
    for (const result of [zero!, relief!]) {
      const axis = axisOf(result);
      for (const { estimate } of readPool(result).series) {
        expect(estimate).toBeGreaterThan(axis.low);
        expect(estimate).toBeLessThan(axis.high);
      }
      expect(axis.ticks.length).toBeGreaterThan(1);
    }
  });

  it("cuts a diamond where it leaves, along its own outline", () => {
    const axis = { ...axisOf(zero!), low: -1, high: 1 };
    const corners = diamond({ estimate: 0, lower: -2, upper: 1 }, axis, 10, 4);
    expect(corners.map(({ x, y }) => [x, y])).toEqual([
      [-1, 12],
      [-1, 8],
      [0, 6],
      [1, 10],
      [1, 10],
      [0, 14],
    ]);
    expect(diamond({ estimate: 5, lower: 4, upper: 6 }, axis, 10, 4)).toEqual([]);
  });
});

describe("the strip of one proportion", () => {
  it("has a line for every method that has limits, the chosen one first", async () => {
    const svg = await toSvg(proportionChart(proportionFixtures.some!));
    expect(countMarks(svg, "intervals")).toBe(17);
    expect(textsOf(svg, "methodNames")[0]).toBe("Wilson");
    expect(textsOf(svg, "intervalTexts")[0]).toBe("61 to 93 %");
    const none = await toSvg(proportionChart(proportionFixtures.none!));
    expect(countMarks(none, "intervals")).toBe(16);
    expect(textsOf(none, "intervalTexts")).toContain("no limits");
  });
});
