import { describe, expect, it } from "vitest";
import { describeSummary } from "../../../../src/pooling/index.ts";
import type { VegaLiteSpec } from "../../../../src/render/charts/index.ts";
import { reconstructedSamplesChart, summaryLayersChart, toSvg } from "../../../../src/render/charts/index.ts";

type Layer = { name: string; mark: Record<string, unknown>; data: { values: Record<string, unknown>[] } };

function layersOf(spec: VegaLiteSpec): Layer[] {
  const { hconcat = [], vconcat = [], layer = [] } = spec as Record<string, never[]>;
  return [...layer, ...[...hconcat, ...vconcat].flatMap((part) => layersOf(part as unknown as VegaLiteSpec))];
}

const rowsOf = (spec: VegaLiteSpec, name: RegExp): Record<string, unknown>[] =>
  layersOf(spec)
    .filter((layer) => name.test(layer.name))
    .flatMap((layer) => layer.data.values);

const FIVE = { n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100, unit: "%" };
const PAIRED = {
  n: 5,
  mean: 73.4,
  decimals: 1,
  unit: "%",
  scores: { lower: 0, upper: 10, step: 1, beforeAtLeast: 4 },
};

describe("summaryLayersChart", () => {
  it("draws one bar per interval, in three styles that differ without colour too", () => {
    const result = describeSummary({ ...FIVE, sd: 20 });
    const spec = summaryLayersChart(result);
    const bars = layersOf(spec).filter(({ name }) => /^panel1-(bounds-only|weak|parametric)$/u.test(name));
    expect(bars.flatMap(({ data }) => data.values).length).toBe(result.estimates.length);
    const styles = bars.map(({ mark }) => `${mark.strokeWidth} ${mark.strokeDash ?? "solid"}`);
    expect(new Set(styles).size).toBe(bars.length);
  });

  it("marks the bounds, and the ground beyond them as impossible", () => {
    const spec = summaryLayersChart(describeSummary(FIVE));
    expect(rowsOf(spec, /-bounds$/u).map(({ x }) => x)).toEqual([0, 100]);
    expect(rowsOf(spec, /-impossible$/u).length).toBe(2);
    expect(
      rowsOf(spec, /-notes$/u).some(({ text }) => String(text).startsWith("above 100: impossible")),
    ).toBe(true);
  });

  it("gives intervals in another unit an axis of their own", () => {
    const spec = summaryLayersChart(
      describeSummary({ n: 5, minimum: 2, maximum: 6, lower: 0, unit: "month" }),
    );
    expect(rowsOf(spec, /^panel1-numbers$/u).some(({ text }) => text === "0.82 to 14.6 months")).toBe(true);
    expect(rowsOf(spec, /^panel2-numbers$/u)).toMatchObject([{ text: "34.3 to 100 %" }]);
  });

  it("keeps lines apart and names within their room, also with 25 intervals and a narrow picture", async () => {
    const assumedSds = Array.from({ length: 15 }, (_, i) => 5 + 2 * i);
    const result = describeSummary(
      { ...FIVE, ...PAIRED, label: "A very long name ".repeat(10) },
      { assumedSds },
    );
    for (const width of [360, 860]) {
      const spec = summaryLayersChart(result, { width });
      const heights = rowsOf(spec, /-names$/u).map(({ y }) => y as number);
      expect(heights.length).toBeGreaterThanOrEqual(25);
      const gaps = heights.slice(1).map((y, i) => y - heights[i]!);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
      expect(await toSvg(spec)).not.toMatch(/NaN|undefined/u);
    }
  });

  it("draws several reports below each other, each under its name", () => {
    const counts = [18, 4].map((events) => describeSummary({ n: 22, events, label: `${events} events` }));
    const spec = summaryLayersChart(counts);
    expect(rowsOf(spec, /-headings$/u).map(({ text }) => text)).toEqual([
      "18 events: 18 of 22 patients",
      "4 events: 4 of 22 patients",
    ]);
  });

  it("refuses a report without an interval, and a width too small to read", () => {
    expect(() => summaryLayersChart(describeSummary({ n: 5 }))).toThrow(TypeError);
    expect(() => summaryLayersChart(describeSummary(FIVE), { width: 100 })).toThrow(RangeError);
  });
});

describe("reconstructedSamplesChart", () => {
  it("draws a dot per patient in at most 25 samples, the least and the greatest spread among them", () => {
    const result = describeSummary(PAIRED);
    const spec = reconstructedSamplesChart(result);
    expect(rowsOf(spec, /^patients$/u).length).toBe(25 * 5);
    const spreads = rowsOf(spec, /^spreads$/u).map(({ text }) => text);
    expect([spreads[0], spreads.at(-1)]).toEqual(["SD 2.89", "SD 40.0"]);
    expect(rowsOf(spec, /^reportedMean$/u)).toMatchObject([{ x: 73.4 }]);
    expect(spec.description).toContain("25 of them are drawn");
  });

  it("sets equal values above each other", () => {
    const spec = reconstructedSamplesChart(
      describeSummary({ n: 3, mean: 5, sd: 0, step: 1, lower: 0, upper: 10 }),
    );
    const dots = rowsOf(spec, /^patients$/u);
    expect(dots.map(({ x }) => x)).toEqual([5, 5, 5]);
    expect(new Set(dots.map(({ y }) => y)).size).toBe(3);
    expect(rowsOf(spec, /^sampleNames$/u)).toMatchObject([{ text: "The only sample" }]);
  });

  it("draws one patient, whose spread isn't known", async () => {
    const spec = reconstructedSamplesChart(describeSummary({ n: 1, mean: 5, step: 1, lower: 0, upper: 10 }));
    expect(await toSvg(spec)).not.toMatch(/NaN|undefined/u);
  });

  it("refuses a report that doesn't say which values a patient can have", () => {
    expect(() => reconstructedSamplesChart(describeSummary(FIVE))).toThrow(TypeError);
  });
});
