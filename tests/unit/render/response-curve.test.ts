import { beforeAll, describe, expect, it } from "vitest";
import { responseCurveChart, toSvg } from "../../../src/render/charts/index.ts";
import { responseResultSchema } from "../../../src/schema/index.ts";
import { responseFixtures } from "../../helpers/response-fixtures.ts";
import { allText, countMarks, textsOf } from "../../helpers/svg-marks.ts";

const drawn = new Map<string, string>();
const svgOf = (name: string): string => drawn.get(name)!;

beforeAll(async () => {
  for (const [name, result] of Object.entries(responseFixtures))
    drawn.set(name, await toSvg(responseCurveChart(result)));
});

describe("the fixtures", () => {
  it.each(Object.keys(responseFixtures))("%s is a response result", (name) => {
    expect(responseResultSchema.safeParse(responseFixtures[name]).error).toBeUndefined();
  });
});

describe("responseCurveChart", () => {
  it.each(Object.keys(responseFixtures))("%s: draws every score once, with its bar", (name) => {
    const { observations } = responseFixtures[name]!;
    const rescued = observations.filter(({ rescue }) => rescue).length;
    expect(countMarks(svgOf(name), "scorePoints")).toBe(observations.length - rescued);
    expect(countMarks(svgOf(name), "rescuePoints")).toBe(rescued);
    expect(countMarks(svgOf(name), "scoreBars")).toBe(observations.length);
  });

  it("draws a bar as far as a score can have come from, to the edge of the plot at the floor and the ceiling", () => {
    const result = structuredClone(responseFixtures.kizawa!);
    Object.assign(result.observations[1]!, { score: "0", lower: null, upper: 0.5 });
    const { scores } = responseCurveChart(result).datasets as {
      scores: { value: number; low: number; high: number }[];
    };
    expect(scores.map(({ value, low, high }) => [value, low, high])).toEqual([
      [10, 9.5, 10.5],
      [0, -0.5, 0.5],
      [10, 9.5, 10.5],
      [7, 5.5, 8.5],
      [2, 1.5, 2.5],
    ]);
  });

  it("draws the days a score or a course can have been", () => {
    expect(countMarks(svgOf("kizawa"), "scoreDays")).toBe(2);
    expect(countMarks(svgOf("kizawa"), "courseBounds")).toBe(1);
    expect(countMarks(svgOf("oneCourse"), "scoreDays")).toBe(0);
  });

  it.each(["kizawa", "oneCourse", "rescued", "twelveCourses"])(
    "%s: draws a rule and a flag for every course",
    (name) => {
      const { courses } = responseFixtures[name]!;
      expect(countMarks(svgOf(name), "courseRules")).toBe(courses.length);
      expect(textsOf(svgOf(name), "courseFlags")).toHaveLength(courses.length);
    },
  );

  it("names the dose of a course, or says that it is unknown", () => {
    expect(textsOf(svgOf("kizawa"), "courseFlags")).toEqual([
      "Course 1 · 2 g/kg",
      "Course 2 · 2 g/kg",
      "Course 3 · 2 g/kg",
    ]);
    expect(textsOf(svgOf("rescued"), "courseFlags")).toEqual(["Course 1 · dose unknown"]);
    expect(textsOf(svgOf("twelveCourses"), "courseFlags")[4]).toBe("5 ?");
    expect(textsOf(svgOf("twelveCourses"), "courseHeader")).toEqual(["Course g/kg"]);
  });

  it("draws the curve solid as far as there are scores and dashed beyond", () => {
    expect(countMarks(svgOf("kizawa"), "curveWithin")).toBe(1);
    expect(countMarks(svgOf("kizawa"), "curveBeyond")).toBe(1);
    expect(svgOf("kizawa")).toMatch(/curveBeyond_marks"[^>]*><path[^>]*stroke-dasharray="5,4"/u);
    expect(countMarks(svgOf("kizawa"), "bandWithin")).toBe(1);
  });

  it("names the relapse threshold in words", () => {
    expect(textsOf(svgOf("oneCourse"), "thresholdLabel")).toEqual(["Relapse: relief below 30 % of baseline"]);
    expect(textsOf(svgOf("rescued"), "thresholdLabel")).toEqual(["Relapse: score ≥ 6"]);
  });

  it("puts the threshold of a relief rule at the score it means", () => {
    const result = responseFixtures.oneCourse!;
    const baseline = result.estimates.find(({ parameter }) => parameter === "baseline")!.estimate!;
    const { threshold } = responseCurveChart(result).datasets as { threshold: { score: number }[] };
    expect(threshold[0]!.score).toBeCloseTo(0.7 * baseline, 12);
    const shifted = structuredClone(result);
    shifted.scale = { minimum: 1, maximum: 10, step: 1 };
    const { threshold: above } = responseCurveChart(shifted).datasets as { threshold: { score: number }[] };
    expect(above[0]!.score).toBeCloseTo(1 + 0.7 * (baseline - 1), 12);
  });

  it("counts a relapse day from its own course", () => {
    const { relapses } = responseCurveChart(responseFixtures.kizawa!).datasets as {
      relapses: { course: number; day: number; inPanel: boolean; afterNextCourse: boolean }[];
    };
    const rows = relapses.filter(({ inPanel }) => !inPanel);
    expect(rows.map(({ day }) => Math.round(day))).toEqual([118, 183 + 98, 214 + 111]);
    expect(rows.map(({ afterNextCourse }) => afterNextCourse)).toEqual([false, true, false]);
  });

  it("writes each relapse day with its interval, and an open end as an arrow", () => {
    expect(textsOf(svgOf("kizawa"), "relapseRowLabels")).toEqual([
      "118 (102 to 140)",
      "98 (84 to 116)",
      "111 (above 95)",
    ]);
    expect(textsOf(svgOf("kizawa"), "relapseLabels")).toEqual(["118 days", "111 days"]);
    expect(countMarks(svgOf("kizawa"), "relapseOpenRight")).toBe(2);
    expect(countMarks(svgOf("kizawa"), "relapseOpenLeft")).toBe(0);
    expect(countMarks(svgOf("allOpen"), "relapseOpenLeft")).toBe(2);
    expect(countMarks(svgOf("oneCourse"), "relapseOpenRight")).toBe(0);
  });

  it("says where relapse is never reached, lies beyond the picture, or is not in the model", () => {
    expect(textsOf(svgOf("neverReached"), "relapseRowLabels")).toEqual(["never reached"]);
    expect(countMarks(svgOf("neverReached"), "relapseMarkers")).toBe(0);
    expect(textsOf(svgOf("relapseFarBeyond"), "relapseRowLabels")).toEqual(["427 (299 to 594)"]);
    expect(countMarks(svgOf("relapseFarBeyond"), "relapseOpenRight")).toBe(1);
    expect(textsOf(svgOf("noEffect"), "relapseHeading")).toEqual([]);
  });

  it("names the axes with their units", () => {
    expect(allText(svgOf("oneCourse"))).toContain("Pain score (0–10)");
    expect(allText(svgOf("oneCourse"))).toContain("Days since first course");
    const dated = { ...responseFixtures.oneCourse!, origin: "2024-03-01" };
    expect(JSON.stringify(responseCurveChart(dated))).toContain("Day (day 0 is 2024-03-01)");
    expect(JSON.stringify(responseCurveChart(responseFixtures.rescued!))).toContain('"title":"Day"');
  });

  it("shortens long names, and drops nothing else of them", () => {
    const { title } = responseCurveChart(responseFixtures.nasty!) as unknown as { title: { text: string } };
    expect(title.text).toHaveLength(40);
    expect(title.text.endsWith("…")).toBe(true);
    expect(svgOf("nasty")).not.toMatch(/<script|<img/u);
  });

  it("keeps the width asked for", async () => {
    const svg = await toSvg(responseCurveChart(responseFixtures.kizawa!, { width: 480, height: 200 }));
    expect(svg).toMatch(/^<svg [^>]*width="480"/u);
  });

  it.each([{ width: 100 }, { width: Number.NaN }, { height: 20 }])("refuses the size %o", (size) => {
    expect(() => responseCurveChart(responseFixtures.kizawa!, size)).toThrow(RangeError);
  });

  it.each([
    ["no scores", { observations: [], nObservations: 0 }],
    ["no courses", { courses: [], nCourses: 0 }],
    ["no curve", { fitted: [] }],
    ["nothing at all", { observations: [], courses: [], fitted: [], estimates: [] }],
  ])("draws a result with %s", async (_, part) => {
    const warnings: string[] = [];
    const svg = await toSvg(responseCurveChart({ ...responseFixtures.oneCourse!, ...part }), {
      onWarning: (message) => warnings.push(message),
    });
    expect(warnings).toEqual([]);
    expect(svg).not.toContain("NaN");
  });

  it("thins the flags of very many courses", () => {
    const result = structuredClone(responseFixtures.twelveCourses!);
    result.courses = Array.from({ length: 60 }, (_, i) => ({
      ...result.courses[0]!,
      course: i + 1,
      day: 7 * i,
    }));
    const { courses } = responseCurveChart(result).datasets as { courses: { label: string }[] };
    const labels = courses.filter(({ label }) => label !== "");
    expect(courses).toHaveLength(60);
    expect(labels.length).toBeLessThan(40);
    expect(labels.length).toBeGreaterThan(10);
  });
});
