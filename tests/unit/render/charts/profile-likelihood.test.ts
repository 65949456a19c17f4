import { describe, expect, it } from "vitest";
import { profileLikelihoodChart, toSvg } from "../../../../src/render/charts/index.ts";
import { profileAnswer } from "../../../../src/render/profile-answer.ts";
import type { ProfileLikelihoodResult } from "../../../../src/schema/index.ts";
import { profileFixtures } from "../../../helpers/profiled-curves.ts";
import { layersOf } from "../../../helpers/spec-layers.ts";
import { allText, countMarks, textsOf } from "../../../helpers/svg-marks.ts";

type Row = Readonly<Record<string, number & string>>;

/** Rows of one layer of a chart. */
function rowsOf(result: ProfileLikelihoodResult, name: string, width = 720): readonly Row[] {
  const layers = layersOf(profileLikelihoodChart(result, { width }));
  return (layers.find((layer) => layer.name === name)?.rows ?? []) as readonly Row[];
}

/** Height of a line at a place between two of its points. */
function heightAt(line: readonly Row[], x: number): number {
  const next = line.findIndex((point) => point.x >= x);
  const [from, to] = [line[next - 1]!, line[next]!];
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}

const svgOf = (result: ProfileLikelihoodResult): Promise<string> => toSvg(profileLikelihoodChart(result));

describe("the chart of profiles", () => {
  it("draws a line, a best value and two limits for each quantity", async () => {
    const result = profileFixtures.usual!;
    const svg = await svgOf(result);
    expect(svg.match(/<g class="mark-line role-mark profileLines_marks"/gu)).toHaveLength(7);
    const counts = ["profileBest", "profileLevels", "profileLimits", "profileOpen"];
    expect(counts.map((name) => countMarks(svg, name))).toEqual([7, 7, 14, 0]);
    expect(textsOf(svg, "profileTitles")).toEqual(
      result.profiles.map(({ estimate }) => estimate.label.split(", ")[0]),
    );
    expect(textsOf(svg, "profileLevelNames")).toEqual(Array(7).fill("95 %"));
    expect(allText(svg)).not.toContain("arrow");
  });

  it("sets each mark where its value and its fall belong", () => {
    const result = profileFixtures.usual!;
    const line = rowsOf(result, "profileLines");
    result.profiles.forEach(({ estimate }, i) => {
      const own = line.filter(({ profile }) => profile === i);
      const best = rowsOf(result, "profileBest")[i]!;
      expect(best.value).toBe(estimate.estimate);
      expect(own.some(({ x, y }) => x === best.x && y === best.y)).toBe(true);
      const limits = rowsOf(result, "profileLimits").slice(2 * i, 2 * i + 2);
      expect(limits.map(({ value }) => value)).toEqual([estimate.lower, estimate.upper]);
      const level = rowsOf(result, "profileLevels")[i]!;
      for (const { x, y } of limits) {
        expect(y).toBe(level.y);
        expect(Math.abs(heightAt(own, x) - y)).toBeLessThan(0.5);
      }
    });
  });

  it("labels each quantity with round values at the places of their ticks, and the fall at the first plot of a row", async () => {
    const result = profileFixtures.usual!;
    const svg = await svgOf(result);
    expect(textsOf(svg, "fallTitles")).toEqual(Array(3).fill("Log posterior"));
    expect(textsOf(svg, "fallLabels").slice(0, 4)).toEqual(["0", "−1", "−2", "−3"]);
    expect(textsOf(svg, "valueTitles").slice(0, 2)).toEqual(["Score", "Days"]);
    const [labels, ticks] = [rowsOf(result, "valueLabels"), rowsOf(result, "valueTicks")];
    expect(labels.length).toBeGreaterThanOrEqual(14);
    labels.forEach(({ x }, i) => {
      expect(Math.abs(ticks[i]!.x - x)).toBeLessThanOrEqual(0.5);
    });
  });

  it("draws an arrow in place of a limit where there is none, and says so", async () => {
    const result = profileFixtures["flat priors"]!;
    const svg = await svgOf(result);
    expect(result.profiles.filter(({ estimate }) => estimate.bound === "open-upper")).toHaveLength(1);
    expect(countMarks(svg, "profileOpen")).toBe(1);
    expect(countMarks(svg, "profileLimits")).toBe(13);
    const words =
      "8 scores and the flat priors leave 1 of 7 quantities without a limit on one side or both at 95 %.";
    expect(profileAnswer(result)).toBe(words);
    expect(profileLikelihoodChart(result).description).toBe(
      `${words} An arrow points to a side without a limit.`,
    );
  });

  it("speaks of the likelihood only where no parameter has a prior", async () => {
    const textOf = async (name: string): Promise<string> => allText(await svgOf(profileFixtures[name]!));
    expect(await textOf("flat priors")).toContain("Log posterior");
    expect(await textOf("without any prior")).toContain("Log-likelihood");
    expect(profileAnswer(profileFixtures["without any prior"]!)).toMatch(/^8 scores (?:bound|leave)/u);
  });

  it("draws no arrow where the profile falls past the level after all, and says where the limit lies", () => {
    const result = profileFixtures["without any prior"]!;
    const last = result.profiles.at(-1)!;
    expect(last.estimate.bound).toBe("open-lower");
    const [{ x: lastBest, y: height }] = rowsOf(result, "profileBest").slice(-1) as [Row];
    const arrows = rowsOf(result, "profileOpen").filter(({ y }) => y > height && y < height + 136);
    expect(arrows.filter(({ x }) => x < lastBest && x > lastBest - 200)).toEqual([]);
    expect(profileLikelihoodChart(result).description).toContain(
      "Where a line falls past the level in a jump, the limit lies there.",
    );
  });

  it("says where a quantity does not exist, and where its profile was not found", async () => {
    const result = profileFixtures["all equal"]!;
    expect(textsOf(await svgOf(result), "profileMissing")).toEqual(["does not exist at the best fit"]);
    expect(profileAnswer(result)).toMatch(/1 does not exist at the best fit/u);
    const usual = profileFixtures.usual!;
    const [first, ...rest] = usual.profiles;
    const alone = { ...first!, points: first!.points.filter(({ drop }) => drop === 0) };
    const svg = await svgOf({ ...usual, profiles: [alone, ...rest] });
    expect(textsOf(svg, "profileMissing")).toEqual(["no profile found beside the best fit"]);
    expect(countMarks(svg, "profileBest")).toBe(6);
  });

  it("draws on a logarithmic axis what spans much, and labels powers of ten in few characters", async () => {
    const usual = profileFixtures.usual!;
    const at = usual.profiles.findIndex(({ link, estimate }) => link === "log" && estimate.unit === "day");
    const wide = {
      ...usual.profiles[at]!,
      estimate: { ...usual.profiles[at]!.estimate, estimate: 1, lower: 1e-12, upper: 1e12 },
      points: [-14, -12, 0, 12, 14].map((power) => ({ value: 10 ** power, drop: 0.16 * Math.abs(power) })),
    };
    const profiles = [wide];
    const labels = textsOf(await svgOf({ ...usual, profiles }), "valueLabels");
    expect(labels.length).toBeGreaterThanOrEqual(3);
    expect(labels).toContain("1");
    for (const label of labels) expect(label).toMatch(/^(?:1|10⁻?[⁰¹²³⁴-⁹]+)$/u);
    const [, middle] = rowsOf({ ...usual, profiles }, "profileLimits").map(({ x }) => x);
    const best = rowsOf({ ...usual, profiles }, "profileBest")[0]!.x;
    expect(middle! - best).toBeCloseTo(best - rowsOf({ ...usual, profiles }, "profileLimits")[0]!.x, 6);
  });

  it("tells whoever points at a mark the quantity with its limits", () => {
    const words = rowsOf(profileFixtures["several courses, higher is better"]!, "profileBest").map(
      (row) => row.words as string,
    );
    expect(words[0]).toMatch(/^Baseline: [\d.]+ \([\d.]+ to [\d.]+\)$/u);
    expect(words.some((text) => text!.startsWith("Relapse day, course 2: "))).toBe(true);
  });

  it("puts plots below each other where the picture is narrow", () => {
    const columns = (width: number): number =>
      new Set(rowsOf(profileFixtures.usual!, "profileTitles", width).map(({ x }) => x)).size;
    expect([720, 520, 400, 360].map(columns)).toEqual([3, 2, 1, 1]);
    expect(() => profileLikelihoodChart(profileFixtures.usual!, { width: 300 })).toThrow(RangeError);
  });
});
