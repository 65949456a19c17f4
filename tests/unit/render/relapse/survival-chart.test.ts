import { describe, expect, it } from "vitest";
import { kaplanMeier } from "../../../../src/relapse/index.ts";
import { survivalChart, toSvg } from "../../../../src/render/charts/index.ts";
import { exactOrNotYet, relapseResults } from "../../../helpers/relapse-fixtures.ts";
import { allText, countMarks, textsOf } from "../../../helpers/svg-marks.ts";

const drawn = async (name: string): Promise<string> => toSvg(survivalChart(relapseResults[name]!));

describe("the picture of a Kaplan–Meier curve", () => {
  it("has its curve, its band, a tick for each censored time and the dashed bands asked for", async () => {
    const svg = await drawn("a Kaplan–Meier curve");
    expect(countMarks(svg, "survivalCurve")).toBeGreaterThan(0);
    expect(countMarks(svg, "survivalBand")).toBeGreaterThan(0);
    expect(countMarks(svg, "survivalCensored")).toBe(3);
    expect(countMarks(svg, "survivalSimultaneous_0")).toBeGreaterThan(1);
    expect(countMarks(svg, "medianPoint")).toBe(1);
    expect(countMarks(svg, "medianBeyond")).toBe(1);
  });

  it("has a table of risk whose lines add up to the courses at every time", async () => {
    const svg = await drawn("a Kaplan–Meier curve");
    const counts = textsOf(svg, "riskCounts").map(Number);
    const n = counts.length / 3;
    for (let i = 0; i < n; i++) expect(counts[i]! + counts[n + i]! + counts[2 * n + i]!).toBe(8);
    expect(textsOf(svg, "riskNames")).toEqual(["At risk", "Known relapsed", "Not known"]);
  });

  it("has a dot for each known relapse and an arrow for each course without one", async () => {
    const svg = await drawn("a Kaplan–Meier curve");
    expect(countMarks(svg, "spanExact")).toBe(5);
    expect(countMarks(svg, "spanArrows")).toBe(3);
    expect(countMarks(svg, "spanBars")).toBe(0);
  });
});

describe("the picture of Turnbull's estimate", () => {
  it("has a box where the curve is not defined, and none where a time is exact", async () => {
    const boxes = relapseResults["Turnbull's estimate"]!.masses.length;
    expect(countMarks(await drawn("Turnbull's estimate"), "survivalBoxes")).toBe(boxes);
    expect(countMarks(await drawn("Turnbull's estimate with limits"), "survivalBoxes")).toBe(1);
  });

  it("has the span in which the median lies, and the limits at single times", async () => {
    expect(countMarks(await drawn("Turnbull's estimate"), "medianSpan")).toBe(1);
    expect(countMarks(await drawn("Turnbull's estimate with limits"), "survivalWhiskers")).toBeGreaterThan(3);
  });
});

describe("the picture of a fitted law", () => {
  it("has a smooth curve with its band, what was seen at visits, and the next course", async () => {
    const svg = await drawn("a Weibull law of visits");
    expect(countMarks(svg, "survivalBand")).toBeGreaterThan(0);
    expect(countMarks(svg, "spanBars")).toBe(8);
    expect(countMarks(svg, "spanEstimates")).toBe(1);
    expect(textsOf(svg, "spanNames").at(-1)).toBe("next course");
    expect(textsOf(svg, "riskNames")[0]).toBe("Known well");
  });

  it("has the earliest and the latest time where these are all that is known, and no table of risk", async () => {
    const svg = await drawn("a range of times");
    expect(textsOf(svg, "spanNames")).toEqual(["earliest of 5", "latest of 5", "next course"]);
    expect(countMarks(svg, "riskCounts")).toBe(0);
    expect(allText(svg)).toContain("Months after the course");
  });
});

describe("every picture of time to relapse", () => {
  it.each(Object.keys(relapseResults))("stays inside its frame and has no empty words: %s", async (name) => {
    const svg = await drawn(name);
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity/u);
    const [, width] = /^<svg [^>]*viewBox="0 0 (\d+)/u.exec(svg) ?? [];
    expect(Number(width)).toBe(720);
  });

  it("draws groups beside each other, each in its own color", async () => {
    const groups = [exactOrNotYet.slice(0, 4), exactOrNotYet.slice(4)].map((rows, i) => {
      const result = kaplanMeier(rows);
      return { ...result, estimates: result.estimates.map((row) => ({ ...row, series: `dose ${i + 1}` })) };
    });
    const svg = await toSvg(survivalChart(groups));
    for (const curve of ["survivalCurve", "survivalCurve2"])
      expect(countMarks(svg, curve)).toBeGreaterThan(0);
    expect(textsOf(svg, "riskNames")).toEqual(["dose 1", "dose 2"]);
    expect(textsOf(svg, "keyWords")).toContain("dose 2 with 95 % band");
  });

  it("refuses a width that nobody could read, and no result at all", () => {
    expect(() => survivalChart(relapseResults["a range of times"]!, { width: 200 })).toThrow(RangeError);
    expect(() => survivalChart([])).toThrow(RangeError);
  });
});
