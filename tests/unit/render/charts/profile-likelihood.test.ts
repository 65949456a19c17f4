import { describe, expect, it } from "vitest";
import { profileLikelihoodChart, toSvg } from "../../../../src/render/charts/index.ts";
import { profileAnswer } from "../../../../src/render/profile-answer.ts";
import { profileFixtures } from "../../../helpers/profiled-curves.ts";
import { allText, countMarks } from "../../../helpers/svg-marks.ts";

/** Marks of a layer of each panel. */
function counts(svg: string, layer: string, n: number): number[] {
  return Array.from({ length: n }, (_, i) => countMarks(svg, `${layer}${i}`));
}

describe("the chart of profiles", () => {
  it("draws a line, a best value and two limits in each panel", async () => {
    const svg = await toSvg(profileLikelihoodChart(profileFixtures.usual!));
    expect(counts(svg, "profileLine", 7)).toEqual(Array(7).fill(1));
    expect(counts(svg, "profileLimits", 7)).toEqual(Array(7).fill(2));
    expect(counts(svg, "profileOpen", 7)).toEqual(Array(7).fill(0));
    for (const { estimate } of profileFixtures.usual!.profiles)
      expect(allText(svg)).toContain(estimate.label.split(", ")[0]);
    expect(allText(svg).match(/95 %/gu)!.length).toBeGreaterThanOrEqual(7);
  });

  it("draws an arrow in place of a limit where there is none, and says so", async () => {
    const result = profileFixtures["flat priors"]!;
    const svg = await toSvg(profileLikelihoodChart(result));
    const open = result.profiles.findIndex(({ estimate }) => estimate.bound === "open-upper");
    expect(countMarks(svg, `profileOpen${open}`)).toBe(1);
    expect(countMarks(svg, `profileLimits${open}`)).toBe(1);
    expect(profileAnswer(result)).toBe(
      "8 scores and the flat priors leave 1 of 7 quantities without a limit on one side or both at 95 %.",
    );
  });

  it("speaks of the likelihood only where no parameter has a prior", async () => {
    const textOf = async (name: string): Promise<string> =>
      allText(await toSvg(profileLikelihoodChart(profileFixtures[name]!)));
    expect(await textOf("flat priors")).toContain("Log posterior");
    expect(await textOf("without any prior")).toContain("Log-likelihood");
    expect(profileAnswer(profileFixtures["without any prior"]!)).toMatch(/^8 scores (?:bound|leave)/u);
  });

  it("draws no arrow where the profile falls past the level after all", async () => {
    const result = profileFixtures["without any prior"]!;
    const svg = await toSvg(profileLikelihoodChart(result));
    const last = result.profiles.length - 1;
    expect(result.profiles[last]!.estimate.lower).toBe(null);
    expect(countMarks(svg, `profileOpen${last}`)).toBe(0);
  });

  it("says where a quantity does not exist", async () => {
    const result = profileFixtures["all equal"]!;
    const svg = await toSvg(profileLikelihoodChart(result));
    const missing = result.profiles.findIndex(({ estimate }) => estimate.estimate === null);
    expect(countMarks(svg, `profileMissing${missing}`)).toBe(1);
    expect(profileAnswer(result)).toMatch(/1 does not exist at the best fit/u);
  });

  it("puts panels below each other where the picture is narrow", () => {
    const wide = profileLikelihoodChart(profileFixtures.usual!);
    const narrow = profileLikelihoodChart(profileFixtures.usual!, { width: 400 });
    const columns = ({ vconcat }: typeof wide): number =>
      (vconcat as { hconcat: unknown[] }[])[0]!.hconcat.length;
    expect([columns(wide), columns(narrow)]).toEqual([3, 1]);
  });
});
