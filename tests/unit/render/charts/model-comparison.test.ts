import { describe, expect, it } from "vitest";
import { modelComparisonChart, toSvg } from "../../../../src/render/charts/index.ts";
import { comparisonAnswer } from "../../../../src/render/comparison/comparison-answer.ts";
import { modelComparisonSchema } from "../../../../src/schema/model-comparison.ts";
import { comparisonFixtures } from "../../../helpers/compared-models.ts";
import { countMarks, textsOf } from "../../../helpers/svg-marks.ts";

/** Each line of several stands in a group of its own. */
const countLines = (svg: string): number => svg.match(/ comparedCurves_marks"/gu)?.length ?? 0;
const usual = comparisonFixtures.usual!;

describe("the chart of a model comparison", () => {
  it("draws a curve for each model that was fitted, and a row for every model", async () => {
    const svg = await toSvg(modelComparisonChart(usual));
    expect(countLines(svg)).toBe(usual.curves.length);
    expect(usual.curves.length).toBe(7);
    expect(textsOf(svg, "comparedNames")).toEqual(usual.models.map(({ label }) => label));
    expect(countMarks(svg, "comparedSigns")).toBe(7);
    expect(countMarks(svg, "comparedScoreBars")).toBe(8);
    expect(textsOf(svg, "comparedCourseNumbers")).toEqual(["1"]);
  });

  it("writes the weights that the result holds", async () => {
    const svg = await toSvg(modelComparisonChart(usual));
    const written = (name: string): number[] => textsOf(svg, name).map(Number);
    usual.models.forEach(({ stackingWeight, posteriorProbability }, i) => {
      expect(written("comparedStackingNumbers")[i]).toBeCloseTo(stackingWeight!, 1);
      expect(written("comparedProbabilityNumbers")[i]).toBeCloseTo(posteriorProbability!, 1);
    });
  });

  it("draws no two models with the same colour and dash", async () => {
    const svg = await toSvg(modelComparisonChart(usual));
    const signs = [...svg.matchAll(/<line[^>]* stroke="([^"]*)"[^>]*stroke-dasharray="([^"]*)"/gu)];
    expect(signs.length).toBeGreaterThanOrEqual(7);
    expect(new Set(signs.map(([, hue, dash]) => `${hue} ${dash}`)).size).toBe(7);
  });

  it("shows a model that could not be fitted by its name, without a curve or a weight", async () => {
    const [first, ...others] = usual.models;
    const failed = {
      ...usual,
      models: [
        { ...first!, elpd: null, difference: null, stackingWeight: null, posteriorProbability: null },
        ...others,
      ],
      curves: usual.curves.slice(1),
    };
    const svg = await toSvg(modelComparisonChart(failed));
    expect(countLines(svg)).toBe(6);
    expect(textsOf(svg, "comparedNames").length).toBe(7);
    expect(countMarks(svg, "comparedStackingBars")).toBe(6);
    expect(textsOf(svg, "comparedStackingNumbers")[0]).toBe("–");
    expect(comparisonAnswer(failed)).toMatch(/1 of 7 models could not be judged/u);
  });

  it("keeps the curves on the scale as it was given where higher is better", () => {
    const { curves, observations, scale } = comparisonFixtures["several courses, higher is better"]!;
    const plateau = curves.find(({ model }) => model === "plateau")!;
    const at = (day: number): number =>
      plateau.points.reduce((near, point) =>
        Math.abs(point.time - day) < Math.abs(near.time - day) ? point : near,
      ).value;
    expect(at(14)).toBeGreaterThan(6);
    expect(at(0)).toBeLessThan(4);
    expect(Math.max(...plateau.points.map(({ value }) => value))).toBeLessThanOrEqual(scale.maximum);
    expect(observations.map(({ score }) => score)).toEqual(["1", "8", "2", "7", "3"]);
    expect(observations[1]!.lower).toBe(7.5);
  });

  it("is drawn from what a file gives back", () => {
    for (const result of Object.values(comparisonFixtures))
      expect(modelComparisonSchema.safeParse(JSON.parse(JSON.stringify(result))).success).toBe(true);
  });

  it("says that few scores can't tell models apart", () => {
    expect(comparisonAnswer(comparisonFixtures["three scores"]!)).toMatch(
      /3 scores can’t tell it from 5 of the 6/u,
    );
  });

  it("refuses a width that is too small to read", () => {
    expect(() => modelComparisonChart(usual, { width: 300 })).toThrow(RangeError);
  });
});
