import { describe, expect, test } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import type { MissedVisit } from "../../../src/schema/index.ts";
import { problemsOf } from "./issues-of.ts";
import { course, patient, score } from "./patient-files.ts";

const missed = (day: number | null, more: Partial<MissedVisit> = {}): MissedVisit => {
  return { day, dayEarliest: null, dayLatest: null, note: null, ...more };
};

describe("a missed visit", () => {
  test.each(["", "NA", ".", " "])("is a row with a day and the score %j", (cell) => {
    const text = `day,score,course\n0,9,yes\n30,${cell},\n60,3,\n`;
    const scores = [score(0, 9), score(60, 3, { coursesBefore: 1 })];
    expect(readPatients(text)).toEqual([patient(scores, [course(0)], { missedVisits: [missed(30)] })]);
  });

  test("keeps its bounds and its note, and may say that no course was given", () => {
    const text =
      "day,day_earliest,day_latest,score,course,note\n0,,,9,,\n,20,40,,,on holiday\n9,8,10,NA,no,\n";
    expect(readPatients(text)[0]?.missedVisits).toEqual([
      missed(null, { dayEarliest: 20, dayLatest: 40, note: "on holiday" }),
      missed(9, { dayEarliest: 8, dayLatest: 10 }),
    ]);
  });

  test("told by a date counts from the first course, like a score", () => {
    const text = "date,score,course\n2004-05-30,9,\n2004-06-01,,yes\n2004-07-01,,\n";
    expect(readPatients(text)[0]?.missedVisits).toEqual([missed(30)]);
  });

  test("in JSON has null, or no score at all", () => {
    const rows = [{ day: 0, score: 9 }, { day: 5, score: null }, { day: 6 }];
    expect(readPatients(JSON.stringify({ rows }))[0]?.missedVisits).toEqual([missed(5), missed(6)]);
  });

  test("is absent where there is none, and where a course stands in the row", () => {
    const [read] = readPatients("day,score,course\n0,9,\n1,,yes\n,,\n");
    expect(read).not.toHaveProperty("missedVisits");
  });

  test("has nothing that belongs to a score", () => {
    expect(problemsOf("day,score,rescue,days_after_course\n0,,yes,\n1,,,14\n")).toEqual([
      "f:2:rescue: rescue belongs to a score; needs one in this row, got none",
      "f:3:days_after_course: days_after_course belongs to a score; needs one in this row, got none",
    ]);
  });

  test("is not what a forgotten dose is, in a file without scores", () => {
    expect(problemsOf("day,dose_g_per_kg\n0,2\n30,\n")).toEqual([
      "f:3: row has neither a score nor a course; needs a score, a dose_g_per_kg, or yes under course",
    ]);
  });

  test("hides no other problem", () => {
    expect(problemsOf("day,score,course\nx,,\n1,abc,\n2,,maybe\n")).toEqual([
      'f:2:day: day must be a number, got "x"',
      'f:3:score: score must be a number or a range such as 6-8, got "abc"',
      'f:4:course: course must be yes or no, got "maybe"',
    ]);
  });
});
