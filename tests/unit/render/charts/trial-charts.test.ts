import { describe, expect, it } from "vitest";
import { pairedDotsChart, scheduleChart, toSvg, trialChart } from "../../../../src/render/charts/index.ts";
import { runsOf, timelinePlaces } from "../../../../src/render/charts/trial-timeline/period-bands.ts";
import type { TrialResult } from "../../../../src/schema/index.ts";
import { allText, countMarks, textsOf } from "../../../helpers/svg-marks.ts";
import { trialResults } from "../../../helpers/trial-results.ts";
import { blinded, schedules } from "../../../helpers/trial-schedules.ts";

const result = (name: string): TrialResult => trialResults[name]!;
const timeline = (name: string): Promise<string> => toSvg(trialChart(result(name)));
const points = (svg: string, n: number): number =>
  Array.from({ length: n }, (_, i) => countMarks(svg, `scores${i}`)).reduce((sum, count) => sum + count, 0);

describe("the picture of a trial over time", () => {
  it("has every score, each period with its mean and limits, and the borders between blocks", async () => {
    const svg = await timeline("six pairs");
    expect(points(svg, 2)).toBe(36);
    for (const layer of ["periodGrounds", "periodMeans", "periodLimits"])
      expect(countMarks(svg, layer)).toBe(12);
    expect(countMarks(svg, "blockBorders")).toBe(5);
    expect(textsOf(svg, "blockNumbers")[0]).toBe("block 1");
    expect(countMarks(svg, "threshold")).toBe(1);
    expect(allText(svg)).toContain("least effect that matters: 2 below the mean with saline");
    expect(allText(svg)).toContain("Score (lower is better ↓)");
  });

  it("names treatments above their periods where they fit, else letters that the key explains", async () => {
    expect(new Set(textsOf(await timeline("six pairs"), "periodNames"))).toEqual(new Set(["saline", "IVIG"]));
    const long = await timeline("names of 200 characters");
    expect(new Set(textsOf(long, "periodNames"))).toEqual(new Set(["A", "B"]));
    expect(textsOf(long, "keyWords")[0]).toMatch(/^A: normal saline .*…$/u);
  });

  it("has neighbouring periods of one treatment under one name", async () => {
    const { bands } = timelinePlaces(result("without days"));
    expect(bands).toHaveLength(8);
    expect(runsOf(bands).map(({ treatment }) => treatment)).toEqual([
      "saline",
      "IVIG",
      "saline",
      "IVIG",
      "saline",
      "IVIG",
    ]);
    expect(countMarks(await timeline("without days"), "periodStrips")).toBe(6);
  });

  it("stands on days where every score has one, else on their order", async () => {
    expect(allText(await timeline("six pairs"))).toMatch(/Day/u);
    expect(allText(await timeline("without days"))).toContain("Scores in their order");
  });

  it("stands on the order of scores where two periods share a day", () => {
    const one = result("six pairs");
    const scores = one.scores.map((score) => ({ ...score, day: 1 }));
    expect(timelinePlaces({ ...one, scores }).isInDays).toBe(false);
  });

  it("sets scores of one day beside each other, within their period", async () => {
    const svg = await timeline("several scores on a day");
    expect(points(svg, 2)).toBe(24);
    const places = [...svg.matchAll(/scores0_marks[\s\S]*?<\/g>/gu)][0]![0].match(/translate\([\d.]+/gu);
    expect(new Set(places).size).toBe(12);
  });

  it("reads with two periods and with sixty scores", async () => {
    expect(countMarks(await timeline("one pair"), "periodMeans")).toBe(2);
    expect(points(await timeline("sixty alternating scores"), 2)).toBe(60);
    expect(points(await timeline("sixty scores in two phases"), 2)).toBe(60);
  });

  it("cuts limits that leave the axis and ends them in arrows", async () => {
    const svg = await timeline("three treatments");
    expect(countMarks(svg, "limitsAbove") + countMarks(svg, "limitsBelow")).toBeGreaterThan(0);
    expect(points(svg, 3)).toBe(18);
  });

  it("has no limits where all scores are equal, and still a plot", async () => {
    const svg = await timeline("all scores equal");
    expect(countMarks(svg, "periodMeans")).toBe(8);
    expect(countMarks(svg, "periodLimits")).toBe(0);
    expect(textsOf(svg, "keyWords")).toContain("mean of a period");
  });

  it("lets no name break out", async () => {
    const svg = await timeline("names that could break out");
    expect(svg).not.toMatch(/<script/iu);
    expect(textsOf(svg, "keyWords")[0]).toContain("<script>");
  });
});

describe("the picture of pairs", () => {
  it("joins the means of each block and shows their differences and the effect", async () => {
    const svg = await toSvg(pairedDotsChart(result("six pairs")));
    expect(countMarks(svg, "pairLines")).toBe(6);
    expect(countMarks(svg, "differences")).toBe(6);
    expect(countMarks(svg, "effectLimits")).toBe(1);
    expect(countMarks(svg, "effectArrows")).toBe(0);
  });

  it("ends limits in arrows where there are none", async () => {
    expect(countMarks(await toSvg(pairedDotsChart(result("one pair"))), "effectArrows")).toBe(2);
  });

  it("has no limits where no method gave any", async () => {
    const svg = await toSvg(pairedDotsChart(result("no design")));
    expect(countMarks(svg, "effect")).toBe(1);
    expect(countMarks(svg, "effectLimits")).toBe(0);
  });

  it("has means of periods that are not joined where there are no blocks", async () => {
    const svg = await toSvg(pairedDotsChart(result("without days")));
    expect(countMarks(svg, "pairLines")).toBe(0);
    expect(countMarks(svg, "dots0")).toBe(4);
    expect(countMarks(svg, "dots1")).toBe(4);
  });
});

describe("the picture of a schedule", () => {
  it("has a bar for each period with its treatment, and the run-in", async () => {
    const svg = await toSvg(scheduleChart(schedules["four pairs"]!));
    expect(countMarks(svg, "scheduledPeriods")).toBe(8);
    expect(new Set(textsOf(svg, "scheduledNames"))).toEqual(new Set(["saline", "IVIG"]));
    expect(countMarks(svg, "runIn")).toBe(1);
  });

  it("shows kits in one color where it is blinded", async () => {
    for (const [name, schedule] of Object.entries(blinded)) {
      const svg = await toSvg(scheduleChart(schedule));
      const bars = svg.match(/scheduledPeriods_marks[\s\S]*?<\/g>/u)![0];
      expect(new Set(bars.match(/fill="#[0-9a-f]+"/gu)).size, name).toBe(1);
      for (const { treatment } of schedules[name]!.periods)
        expect(textsOf(svg, "keyWords").concat(textsOf(svg, "scheduledNames"))).not.toContain(treatment);
    }
  });

  it("turns the numbers of kits where bars are narrow", async () => {
    const svg = await toSvg(scheduleChart(blinded["sixty days"]!));
    expect(textsOf(svg, "scheduledNames")).toHaveLength(60);
    expect(svg).toMatch(/scheduledNames_marks[\s\S]*?rotate\(270\)/u);
  });

  it("gives each treatment a lane of its own where bars are too narrow for words", async () => {
    const svg = await toSvg(scheduleChart(schedules["sixty days"]!, { width: 360 }));
    expect(textsOf(svg, "scheduledNames")).toEqual([]);
    const bars = svg.match(/scheduledPeriods_marks[\s\S]*?<\/g>/u)![0];
    const lanes = new Map(
      [...bars.matchAll(/ d="M[-\d.]+,([-\d.]+)[^>]*fill="([^"]+)"/gu)].map(([, y, fill]) => [fill, y]),
    );
    expect(lanes.size).toBe(2);
    expect(new Set(lanes.values()).size).toBe(2);
  });

  it("has a line for each patient", async () => {
    expect(textsOf(await toSvg(scheduleChart(schedules["several patients"]!)), "patientNames")).toHaveLength(
      6,
    );
  });
});

describe("dots of one value", () => {
  it("stand beside each other, as many as there are blocks", async () => {
    const svg = await toSvg(pairedDotsChart(result("all scores equal")));
    expect(countMarks(svg, "differences")).toBe(4);
    const group = svg.match(/differences_marks[\s\S]*?<\/g>/u)![0];
    expect(new Set(group.match(/translate\([^)]*\)/gu)).size).toBe(4);
  });
});

describe("narrow pictures", () => {
  it("have the panels of pairs below each other", () => {
    const one = result("six pairs");
    expect(pairedDotsChart(one, { width: 400 }).vconcat).toHaveLength(2);
    expect(pairedDotsChart(one).hconcat).toHaveLength(2);
  });

  it("name no treatment above a period where not even a letter fits", async () => {
    const svg = await toSvg(trialChart(result("sixty alternating scores"), { width: 360 }));
    expect(textsOf(svg, "periodNames")).toEqual([]);
    expect(textsOf(svg, "keyWords")).toEqual(["saline", "IVIG"]);
  });
});
