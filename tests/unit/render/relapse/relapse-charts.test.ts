import { describe, expect, it } from "vitest";
import { averageRelapse, diagnoseRelapse } from "../../../../src/relapse/index.ts";
import {
  relapseAverageChart,
  relapseDiagnosticsChart,
  relapseIntervalsChart,
  toSvg,
} from "../../../../src/render/charts/index.ts";
import { relapseIntervalFixtures, relapseResults, seenAtVisits } from "../../../helpers/relapse-fixtures.ts";
import { countMarks, textsOf } from "../../../helpers/svg-marks.ts";

describe("the picture of intervals from scores", () => {
  const three = relapseIntervalFixtures["three courses"]!;

  it("has both answers for each course, and its visits by what they show", async () => {
    const svg = await toSvg(relapseIntervalsChart(three));
    expect(textsOf(svg, "spanNames")).toEqual(["course 1", "course 2", "course 3"]);
    const state = (name: string): number => three.visits.filter((visit) => visit.state === name).length;
    expect(countMarks(svg, "visitsWell")).toBe(state("well"));
    expect(countMarks(svg, "visitsRelapsed")).toBe(state("relapsed"));
    expect(countMarks(svg, "visitsUndecided")).toBe(state("undecided"));
    expect(countMarks(svg, "spanEstimates")).toBe(
      three.courses.filter(({ curve }) => curve?.estimate).length,
    );
  });

  it("says in its place where a course shows no relief, or no score follows it", async () => {
    const words = textsOf(await toSvg(relapseIntervalsChart(three)), "spanWords");
    expect(words).toEqual(["no score shows relief for certain", "no score after this course"]);
  });

  it("names the patients where there are several", async () => {
    const svg = await toSvg(relapseIntervalsChart(Object.values(relapseIntervalFixtures)));
    expect(textsOf(svg, "spanNames")).toEqual([
      "three, course 1",
      "three, course 2",
      "three, course 3",
      "one, course 1",
    ]);
  });

  it("needs a patient", () => expect(() => relapseIntervalsChart([])).toThrow(RangeError));
});

describe("the picture of how a law fits", () => {
  it("has a box for what is known within limits and a step with a dot for what is exact, in both plots", async () => {
    const exact = await toSvg(
      relapseDiagnosticsChart(diagnoseRelapse(relapseResults["a Weibull law of exact times"]!)),
    );
    for (const plot of ["share", "hazard"]) {
      expect(countMarks(exact, `${plot}Points`)).toBe(5);
      expect(countMarks(exact, `${plot}Boxes`)).toBe(1);
    }
    const visits = diagnoseRelapse(relapseResults["a Weibull law of visits"]!);
    const svg = await toSvg(relapseDiagnosticsChart(visits));
    expect(countMarks(svg, "shareBoxes")).toBe(visits.masses.length);
    expect(countMarks(svg, "sharePoints")).toBe(0);
  });
});

describe("the picture of averaged laws", () => {
  it("has a line for each law with its weight, one for the average and one for the next relapse", async () => {
    const average = averageRelapse(seenAtVisits);
    const svg = await toSvg(relapseAverageChart(average));
    expect(textsOf(svg, "spanNames")).toEqual([
      ...average.models.map(({ label }) => label),
      "averaged",
      "next relapse",
    ]);
    expect(textsOf(svg, "spanWords").filter((words) => /weight \d+ %$/u.test(words)).length).toBe(5);
    expect(countMarks(svg, "spanEstimates")).toBe(7);
  });
});
