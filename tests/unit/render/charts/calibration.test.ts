import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { calibrationAnswer, calibrationVerdict } from "../../../../src/render/calibration-answer.ts";
import { calibrationChart, toSvg } from "../../../../src/render/charts/index.ts";
import { calibrationSchema } from "../../../../src/schema/calibration.ts";
import { calibrationFixtures } from "../../../helpers/calibrations.ts";
import { allText, countMarks, textsOf } from "../../../helpers/svg-marks.ts";

const published = calibrationFixtures.published!;

describe("the published calibration, read back from its tables", () => {
  it("holds every percentage that the page prints", () => {
    const page = readFileSync("docs/calibration.md", "utf8");
    const rows = page
      .split("\n")
      .filter((line) => /^\| (?:typical|slow|early|weak|no effect|noisy|corr|drawn)/u.test(line));
    const printed = rows.flatMap((line) =>
      line
        .split("|")
        .slice(3, 7)
        .filter((cell) => /\d/u.test(cell)),
    );
    const read = published.cells.filter(({ study }) => study === "Response curves");
    expect(read.length).toBe(printed.length);
    expect(read.map(({ coverage }) => (100 * coverage).toFixed(1))).toEqual(
      printed.map((cell) => cell.trim().split(" ")[0]),
    );
  });

  it("knows how many data sets stand behind each study, and the width where it is printed", () => {
    const one = (study: string, method: string) =>
      published.cells.find((cell) => cell.study === study && cell.method === method)!;
    expect(one("Response curves", "posterior")).toMatchObject({ nReplicates: 1000, medianWidth: 0.5 });
    expect(one("Response curves, φ .97 a day", "with the correlation")).toMatchObject({
      nReplicates: 100,
      coverage: 0.99,
      medianWidth: 37,
    });
    expect(one("Time to relapse", "likelihood, profile")).toMatchObject({
      nReplicates: 435,
      medianWidth: null,
    });
    expect(one("Pools of a few series", "z")).toMatchObject({ nReplicates: 2000 });
    expect(one("Bayesian pools", "half-normal 0.5")).toMatchObject({ nReplicates: 500 });
    expect(one("N-of-1 trials", "nap")).toMatchObject({ nReplicates: 1000, coverage: 0.947 });
  });

  it("is of the declared shape, its shares within their limits", () => {
    expect(calibrationSchema.safeParse(published).success).toBe(true);
    for (const { coverage, lower, upper } of published.cells) {
      expect(lower).toBeLessThanOrEqual(coverage + 1e-3);
      expect(upper).toBeGreaterThanOrEqual(coverage - 1e-3);
      expect(upper).toBeLessThanOrEqual(1);
    }
  });
});

describe("the chart of a calibration", () => {
  it("draws one mark for each case, with its error, and the numbers of each method", async () => {
    const pools = calibrationFixtures.pools!;
    const svg = await toSvg(calibrationChart(pools));
    const count = (layer: string): number => {
      const group = svg.split(`role-mark ${layer}_marks`)[1]?.split("</g>")[0] ?? "";
      return group.match(/<path|<line/gu)?.length ?? 0;
    };
    const marks = [0, 1, 2].flatMap((i) =>
      ["below", "near", "above"].map((verdict) => count(`${verdict}Cases${i}`)),
    );
    expect(marks.reduce((sum, own) => sum + own, 0)).toBe(pools.cells.length);
    expect(textsOf(svg, "coverageMethods1")).toEqual([
      "q-profile",
      "generalized-q-inverse-variance",
      expect.stringMatching(/^generalized-q-inverse-/u),
    ]);
    expect(textsOf(svg, "coverageNumbers0")[0]).toBe("93.2–96.0");
    expect(countMarks(svg, "coverageLevel0")).toBe(1);
    expect(allText(svg)).toContain("Intervals that hold the truth (%)");
  });

  it("calls a case short of its level only where chance does not explain it", () => {
    const [cell] = published.cells;
    const verdict = (lower: number, upper: number) => calibrationVerdict({ ...cell!, lower, upper }, 0.95);
    expect([verdict(0.9, 0.94), verdict(0.93, 0.96), verdict(0.96, 1)]).toEqual(["below", "near", "above"]);
  });

  it("says which case is the furthest from its level", () => {
    expect(calibrationAnswer(published)).toMatch(
      /least often 56\.6 % \(half-normal 0\.5, 2 series, τ² = 4\)/u,
    );
    expect(calibrationAnswer(calibrationFixtures["one case"]!)).toMatch(/^In none of the 1 case/u);
  });

  it("refuses to draw nothing", () => {
    expect(() => calibrationChart({ ...published, cells: [] })).toThrow(RangeError);
  });
});
