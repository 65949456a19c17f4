import { describe, expect, it } from "vitest";
import { interactivePicture } from "../../../../src/render/interactive/index.ts";
import { chartedResults } from "../../../helpers/charted-results.ts";

/** The first result of each chart. */
const firstOfEach = chartedResults.filter(
  ({ chart }, i) => chartedResults.findIndex((one) => one.chart === chart) === i,
);
const spotsOf = async (chart: string, result: string) => {
  const found = chartedResults.find((one) => one.chart.name === chart && one.name === result)!;
  return (await interactivePicture(found.chart.spec(found.result))).spots;
};

describe("the spots of a picture", () => {
  it.each(firstOfEach)("$chart.name: times stand evenly from left to right", async ({ chart, result }) => {
    const { spots } = await interactivePicture(chart.spec(result));
    expect(spots.map(({ words }) => words).join("\n")).not.toMatch(/undefined|null|NaN|datum/u);
    const timed = spots.flatMap(({ x, time }) => (time === null ? [] : [{ x, time }]));
    const times = timed.map(({ time }) => time);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    if (!(last > first)) return;
    const at = (time: number): number => timed.find((spot) => spot.time === time)!.x;
    for (const { x, time } of timed) {
      const expected = at(first) + ((time - first) / (last - first)) * (at(last) - at(first));
      // Days of bars that end beyond the picture are rounded.
      expect(Math.abs(x - expected)).toBeLessThan(5);
    }
  });

  it("leaves out lines and grounds across a whole panel", async () => {
    const words = (await spotsOf("response-diagnostics", "eight (diagnostics)")).map((spot) => spot.words);
    expect(words.length).toBeGreaterThan(40);
    expect(words.join("\n")).not.toContain("−1.96 to 1.96");
  });

  it("says which panel and which row a value stands in, where there are several", async () => {
    const words = (await spotsOf("response-diagnostics", "eight (diagnostics)")).map((spot) => spot.words);
    expect(words).toContain("By day; Day: −7; Residual (sd): −0.609 (−1.48 to −0.569)");
    expect(words).toContain("Relapse day; day 120: 7; Change (sd): −0.114");
    const alone = (await spotsOf("baujat", "3 trials (influence)")).map((spot) => spot.words);
    expect(alone.every((one) => one.startsWith("Share of the heterogeneity"))).toBe(true);
  });

  it("says the numbers of the panel that a value stands in, where a row goes through two", async () => {
    const words = (await spotsOf("cohort-caterpillar", "two patients, one with one score")).map(
      (spot) => spot.words,
    );
    expect(words).toContain("Best relief; Share of baseline: a: 68 (41 to 84)");
    expect(words).toContain("Relapse day; a: 93 (74 to 114); Days since the course: 93.1");
  });

  it("names the marks of a row that has several, above and below its name", async () => {
    const words = (await spotsOf("trial-series", "two patients")).map((spot) => spot.words);
    expect(words.filter((one) => one.startsWith("B less A, score points: P1: "))).toHaveLength(2);
    const laws = (await spotsOf("relapse-average", "five laws averaged")).map((spot) => spot.words);
    expect(laws[0]).toBe("Weibull; Days after the course: 81.6 (43.5 to 140)");
  });

  it("goes from row to row where all stand in rows", async () => {
    const spots = await spotsOf("forest", "five");
    const heights = spots.map(({ y }) => y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(spots[0]!.words).toMatch(/^Mean difference: Smith/u);
  });

  it("says what rows say of themselves where positions are computed with the layout", async () => {
    const words = (await spotsOf("prior-and-posterior", "eight (learned)")).map((spot) => spot.words);
    expect(words[0]).toMatch(
      /^Baseline: median [\d.]+ \([\d.]+ to [\d.]+\) before the scores, median 8\.6 \(7\.5 to 9\.5\) after them$/u,
    );
    const curves = (await spotsOf("cohort-curves", "four patients, one with two courses")).map(
      ({ words }) => words,
    );
    expect(curves.slice(0, 2)).toEqual([
      "a; Days since the first course: 0; Score: 9",
      "a; Days since the first course: 10; Score: 3",
    ]);
  });

  it("finds the bars of layers whose names Vega-Lite changes", async () => {
    const words = (await spotsOf("summary-layers", "a mean alone")).map((spot) => spot.words);
    expect(words.some((one) => /^Value of a patient \(%\): Hoeffding: [\d.]+ to [\d.]+ %$/u.test(one))).toBe(
      true,
    );
  });

  it("places the mean of a period in the middle of its days", async () => {
    const spots = await spotsOf("trial-timeline", "six pairs");
    const mean = spots.find(({ words }) => words.startsWith("Day: 18.5 to 39.5"))!;
    expect(mean.time).toBe(29);
    expect(mean.x).toBe(spots.find(({ words }) => words.startsWith("Day: 29;"))!.x);
  });
});
