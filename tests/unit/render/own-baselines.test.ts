import { describe, expect, it } from "vitest";
import { posterior, wald } from "../../../src/inference/index.ts";
import { responseCurveChart, toSvg } from "../../../src/render/charts/index.ts";
import { responseMarkdown, responseTable } from "../../../src/render/index.ts";
import { type FitResponseOptions, fitResponse, noEffect } from "../../../src/response/index.ts";
import type { ResponseResult } from "../../../src/schema/index.ts";
import { rowsOf, waningPain } from "../../helpers/waning-pain.ts";

const fitOf = (options: FitResponseOptions = {}): ResponseResult =>
  fitResponse(waningPain, { baselines: "own", interval: wald, ...options });
const result = fitOf();
const baselines = rowsOf(result, "baseline");

describe("a report of courses with their own baselines", () => {
  const text = responseMarkdown(result);

  it("gives every baseline, and what it assumes of the days between", () => {
    expect(text).toMatch(
      /The baseline score is \d\.\d \([^)]*\) before course 1; .* before course 2; .* before course 3 on the scale from 0 to 10/,
    );
    expect(text).toContain("Each course has its own baseline: without treatment");
  });

  it("names the score of the relapse threshold course by course", () => {
    const scores = baselines.map(
      ({ estimate }, j) => `${(0.7 * estimate!).toFixed(1)} after course ${j + 1}`,
    );
    expect(text).toContain(`30 % of baseline, that is a score above ${scores.join("; ")}.`);
  });

  it("gives the priors of the typical course and of each", () => {
    expect(text).toMatch(/Prior of Baseline, typical course: median 7\.0/);
    expect(text).toMatch(/Prior of Baseline, each course: around the typical course; were that 7\.0/);
  });

  it("doesn't call the level without an effect constant", () => {
    expect(text).not.toContain("constant baseline");
    expect(responseMarkdown(fitOf({ interval: posterior.coarse! }))).not.toContain("about one level");
  });

  it("has the range of the baselines where the model has no effect", () => {
    const table = responseTable(fitOf({ model: noEffect }));
    expect(table).toMatch(/Baseline is \d\.\d to \d\.\d from course to course/);
  });
});

describe("a picture of courses with their own baselines", () => {
  const spec = responseCurveChart(result);
  const { threshold } = spec.datasets as {
    threshold: { score: number; from: number; to: number; label: string }[];
  };

  it("draws the relapse threshold from course to course, named once", () => {
    expect(threshold.map(({ score }) => score)).toEqual(
      baselines.map(({ estimate }) => expect.closeTo(0.7 * estimate!, 9)),
    );
    expect(threshold.map(({ label }) => label !== "")).toEqual([false, false, true]);
    expect(threshold[0]!.from).toBe(0);
    expect(threshold[1]!.from).toBe(threshold[0]!.to);
    expect(threshold[2]!.from).toBe(threshold[1]!.to);
  });

  it("draws one line where the rule is a score", () => {
    const { datasets } = responseCurveChart(fitOf({ relapseAt: { score: 6 } }));
    expect((datasets as { threshold: { score: number }[] }).threshold.map(({ score }) => score)).toEqual([6]);
  });

  it("is drawn without a warning", async () => {
    const warnings: string[] = [];
    const svg = await toSvg(spec, { onWarning: (message) => void warnings.push(message) });
    expect(warnings).toEqual([]);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
  });
});
