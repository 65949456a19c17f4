import { describe, expect, test } from "vitest";
import { wald } from "../../../../src/inference/index.ts";
import { readPatients } from "../../../../src/read/index.ts";
import { relapseIntervals } from "../../../../src/relapse/intervals/relapse-intervals.ts";
import { relapseRows } from "../../../../src/relapse/intervals/relapse-rows.ts";
import { fitResponse } from "../../../../src/response/index.ts";
import { relapseIntervalsSchema } from "../../../../src/schema/index.ts";

const read = (text: string) => readPatients(text)[0]!;
const KIZAWA = read("day,score,course\n0,10,\n0,,yes\n14,2,\n183,10,\n183,,yes\n197,6-8,\n214,,yes\n221,2,");

describe("relapse intervals from scores", () => {
  test("lie between the last score that was well and the first that had relapsed", () => {
    const { courses, baseline, threshold } = relapseIntervals(KIZAWA);
    expect(baseline).toBe(10);
    expect(threshold).toBeCloseTo(7, 12);
    expect(courses.map(({ scores }) => scores)).toEqual([
      { state: "relapsed", lower: 14, upper: 183 },
      { state: "never-well", lower: null, upper: null },
      { state: "well", lower: 7, upper: null },
    ]);
  });

  test("take a range on both sides of the threshold for neither", () => {
    const { visits, warnings } = relapseIntervals(KIZAWA);
    expect(visits.map(({ course, day, state }) => [course, day, state])).toEqual([
      [1, 14, "well"],
      [1, 183, "relapsed"],
      [2, 14, "undecided"],
      [3, 7, "well"],
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(["never-well"]);
  });

  test("give a row to each course with relief, and none to the others", () => {
    expect(relapseRows([relapseIntervals(KIZAWA)])).toEqual([
      { patient: "patient", course: 1, lower: 14, upper: 183 },
      { patient: "patient", course: 3, lower: 7, upper: null },
    ]);
  });

  test("a score of exactly 70 % of the baseline is still well", () => {
    const { courses } = relapseIntervals(read("day,score,course\n-9,10,\n0,10,yes\n9,7,\n20,8,"));
    expect(courses[0]!.scores).toEqual({ state: "relapsed", lower: 9, upper: 20 });
  });

  test("a relapse confirmed by a second score begins at the first of them", () => {
    const patient = read("day,score,course\n0,10,yes\n10,2,\n40,9,\n50,3,\n90,9,\n120,9,");
    expect(relapseIntervals(patient).courses[0]!.scores).toEqual({ state: "relapsed", lower: 10, upper: 40 });
    expect(relapseIntervals(patient, { confirm: 2 }).courses[0]!.scores).toEqual({
      state: "relapsed",
      lower: 50,
      upper: 90,
    });
    expect(relapseIntervals(patient, { confirm: 3 }).courses[0]!.scores).toEqual({
      state: "well",
      lower: 50,
      upper: null,
    });
  });

  test("follow a declared score, and scales where higher is better", () => {
    const falling = read("day,score,course\n0,9,yes\n10,5,\n40,6,");
    expect(relapseIntervals(falling, { relapseAt: { score: 6 } }).courses[0]!.scores).toEqual({
      state: "relapsed",
      lower: 10,
      upper: 40,
    });
    const rising = readPatients("day,score,course\n0,20,yes\n10,80,\n40,30,", {
      scale: { minimum: 0, maximum: 100, step: 1 },
      improvement: "increase",
    })[0]!;
    const { threshold, courses } = relapseIntervals(rising);
    expect(threshold).toBeCloseTo(44, 12);
    expect(courses[0]!.scores).toEqual({ state: "relapsed", lower: 10, upper: 40 });
  });

  test("widen where days are known only by bounds, but not where a day is counted from the course", () => {
    const text =
      "day,day_earliest,day_latest,days_after_course,score,course\n0,,,,10,\n,10,20,,,yes\n,,,14,2,\n,80,100,,9,";
    expect(relapseIntervals(read(text)).courses[0]!.scores).toEqual({
      state: "relapsed",
      lower: 14,
      upper: 90,
    });
  });

  test("a course without a score after it has nothing to show, and says so", () => {
    const { courses, warnings } = relapseIntervals(read("day,score,course\n0,9,yes\n10,3,\n40,,yes"));
    expect(courses[1]!.scores.state).toBe("not-seen");
    expect(warnings.map(({ code }) => code)).toEqual(["no-score"]);
  });

  test("say that rescue treatment may hide a relapse", () => {
    const patient = read("day,score,course,rescue\n0,9,yes,\n10,3,,yes\n");
    expect(relapseIntervals(patient).warnings.map(({ code }) => code)).toEqual(["rescue"]);
  });

  test("stand beside the fitted curve's own answer", () => {
    const fit = fitResponse(KIZAWA, { interval: wald });
    const result = relapseIntervals(KIZAWA, { fit });
    const rows = fit.estimates.filter(({ parameter }) => parameter === "relapseDay");
    expect(result.courses.map(({ curve }) => curve?.estimate)).toEqual(rows.map(({ estimate }) => estimate));
    expect(relapseIntervalsSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(relapseRows([result], "curve").length).toBeGreaterThan(0);
  });

  test("are refused where no course, no baseline or another rule than the fit's is there", () => {
    expect(() => relapseIntervals(read("day,score\n0,9\n10,3"))).toThrow("needs a course, got none");
    expect(() => relapseIntervals(read("day,score,course\n0,,yes\n10,3,"))).toThrow(
      "needs a score before the first course, got none",
    );
    const fit = fitResponse(KIZAWA, { interval: wald });
    expect(() => relapseIntervals(KIZAWA, { fit, relapseAt: { relief: 0.5 } })).toThrow(RangeError);
    expect(() => relapseIntervals(KIZAWA, { confirm: 0 })).toThrow(RangeError);
    expect(() => relapseIntervals(KIZAWA, { relapseAt: { relief: 30 } })).toThrow(RangeError);
  });
});
