import { describe, expect, test } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import { problemsOf } from "./issues-of.ts";
import { course, patient, score } from "./patient-files.ts";

describe("a day", () => {
  test("may be negative, fractional, or out of order", () => {
    const days = readPatients("day,score\n-3.5,9\n1e2,8\n.25,7\n0,6\n")[0]?.scores.map(({ day }) => day);
    expect(days).toEqual([-3.5, 100, 0.25, 0]);
  });

  test.each(
    ["abc", "1e999", "0x10", "Infinity", "2004-06-01", "1 2", "--1", "1e", "."].filter(
      (text) => text !== ".",
    ),
  )("written %j is refused", (text) => {
    expect(problemsOf(`day,score\n${text},9`)).toEqual([`f:2:day: day must be a number, got "${text}"`]);
  });

  test("needs to be given, or bounded, or counted from a course", () => {
    const text =
      "day,score,course,day_earliest,day_latest,days_after_course\n,9,,,,\n,,yes,,,\n,8,yes,,,5\nx,7,,,,\n";
    expect(problemsOf(text)).toEqual([
      "f:2: the score has no day; needs day or date, or both day_earliest and day_latest, or days_after_course",
      "f:3: the course has no day; needs day or date, or both day_earliest and day_latest",
      "f:4: the course has no day; needs day or date, or both day_earliest and day_latest, got only days_after_course",
      'f:5:day: day must be a number, got "x"',
    ]);
  });
});

describe("bounds", () => {
  test("stand alone or around a day", () => {
    const text = "day,day_earliest,day_latest,score,course\n,-2,3.5,9,\n5,5,5,8,\n7,6,9,,yes\n";
    const scores = [
      score(null, 9, { dayEarliest: -2, dayLatest: 3.5 }),
      score(5, 8, { dayEarliest: 5, dayLatest: 5 }),
    ];
    expect(readPatients(text)).toEqual([patient(scores, [course(7, { dayEarliest: 6, dayLatest: 9 })])]);
  });

  test("come in twos, in order, and around the day", () => {
    const text = "day,day_earliest,day_latest,score\n1,0,,9\n,,3,8\n,5,4,7\n6,0,5,6\n-1,0,5,5\n1,x,2,4\n";
    expect(problemsOf(text)).toEqual([
      "f:2:day_latest: day_latest is missing; needs both bounds or neither, got only day_earliest 0",
      "f:3:day_earliest: day_earliest is missing; needs both bounds or neither, got only day_latest 3",
      "f:4:day_latest: day_latest must not be before day_earliest 5, got 4",
      "f:5:day: day must lie between day_earliest 0 and day_latest 5, got 6",
      "f:6:day: day must lie between day_earliest 0 and day_latest 5, got -1",
      'f:7:day_earliest: day_earliest must be a number of days, or a date of the calendar written yyyy-mm-dd, got "x"',
    ]);
  });

  test("in one column only need the other", () => {
    expect(problemsOf("day,day_earliest,score\n0,0,9\n")).toEqual([
      "f:2:day_latest: day_latest is missing; needs both bounds or neither, got only day_earliest 0",
    ]);
  });
});

describe("a date", () => {
  test("is counted from the first course, wherever it stands in the file", () => {
    const text =
      "date,score,course,day_earliest,day_latest\n2004-05-31,9,,,\n2004-07-01,,yes,2004-06-28,2004-07-02\n2004-06-01,9,yes,,\n2004-06-15,3,,,\n,4,,2004-06-20,2004-06-30\n";
    const scores = [
      score(-1, 9),
      score(0, 9, { coursesBefore: 1 }),
      score(14, 3, { coursesBefore: 2 }),
      score(null, 4, { coursesBefore: 2, dayEarliest: 19, dayLatest: 29 }),
    ];
    const courses = [course(30, { dayEarliest: 27, dayLatest: 31 }), course(0)];
    expect(readPatients(text)).toEqual([patient(scores, courses, { origin: "2004-06-01" })]);
  });

  test("is counted from the earliest where there is no course, or none with a date", () => {
    const origins = (text: string): unknown =>
      readPatients(text).map(({ origin, scores }) => [origin, scores[0]?.day]);
    expect(origins("date,score\n2004-06-03,9\n2004-06-01,8\n")).toEqual([["2004-06-01", 2]]);
    const rough = "date,score,course,day_earliest,day_latest\n2004-06-03,9,,,\n,,yes,2004-05-01,2004-05-09\n";
    expect(origins(rough)).toEqual([["2004-06-03", 0]]);
    const bounds = "day_earliest,day_latest,score\n2004-06-03,2004-06-05,9\n2004-06-01,2004-06-30,8\n";
    expect(origins(bounds)).toEqual([["2004-06-01", null]]);
    expect(readPatients(bounds)[0]?.scores[0]).toEqual(score(null, 9, { dayEarliest: 2, dayLatest: 4 }));
  });

  test("counts across leap days, centuries and the change of clocks", () => {
    const text =
      "date,score,course\n2004-02-28,9,yes\n2004-02-29,8,\n2004-03-29,7,\n0099-12-31,6,\n0100-01-01,5,\n";
    const days = readPatients(text)[0]?.scores.map(({ day }) => day) as number[];
    expect(days.slice(0, 3)).toEqual([0, 1, 30]);
    expect((days[4] as number) - (days[3] as number)).toBe(1);
  });

  test.each([
    "2004-02-30",
    "2003-02-29",
    "2004-13-01",
    "2004-00-10",
    "2004-6-1",
    "01.06.2004",
    "20040601",
    "5",
    "2004-06-01T00:00:00Z",
  ])("written %s is refused", (text) => {
    expect(problemsOf(`date,score\n${text},9`)).toEqual([
      `f:2:date: date must be a date of the calendar written yyyy-mm-dd, got "${text}"`,
    ]);
  });

  test("does not stand beside a day, nor between bounds in days", () => {
    const text =
      "patient,day,date,day_earliest,day_latest,score\na,3,2004-06-01,,,9\nb,,2004-06-01,0,3,8\nc,1,,2004-06-01,3,7\nd,,,0,2004-06-01,6\ne,,2004-06-09,2004-06-01,2004-06-05,5\n";
    expect(problemsOf(text)).toEqual([
      "f:2:date: row must have day or date, got both: 3 and 2004-06-01",
      "f:3:day_earliest: day_earliest must be a date like date, got 0",
      "f:3:day_latest: day_latest must be a date like date, got 3",
      "f:4:day_earliest: day_earliest must be a number of days like day, got 2004-06-01",
      "f:5:day_latest: day_latest must be a number of days like day_earliest, got 2004-06-01",
      "f:6:date: date must lie between day_earliest 2004-06-01 and day_latest 2004-06-05, got 2004-06-09",
    ]);
  });

  test("is how all rows of a patient are told, or none", () => {
    const text =
      "patient,day,date,day_earliest,day_latest,score\na,0,,,,9\nb,,2004-06-01,,,8\na,,2004-06-02,,,7\na,,2004-06-03,,,6\nb,,,3,5,5\n";
    expect(problemsOf(text)).toEqual([
      'f:4:date: patient "a" must be told by days throughout or by dates throughout, got day in row 2 and date here',
      'f:6:day_earliest: patient "b" must be told by days throughout or by dates throughout, got date in row 3 and day_earliest here',
    ]);
  });

  test("may be one patient's way and not another's", () => {
    const read = readPatients("patient,day,date,score\na,5,,9\nb,,2004-06-01,8\n");
    expect(read.map(({ origin, scores }) => [origin, scores[0]?.day])).toEqual([
      [null, 5],
      ["2004-06-01", 0],
    ]);
  });
});

describe("days after a course", () => {
  const HEADER = "day,score,course,day_earliest,day_latest,days_after_course\n";

  test("give the day where the course's is known", () => {
    const text = `${HEADER}0,9,yes,,,\n,3,,,,14\n100,,yes,,,\n,2,,,,7.5\n`;
    const scores = [
      score(0, 9),
      score(14, 3, { daysAfterCourse: 14, coursesBefore: 1 }),
      score(107.5, 2, { daysAfterCourse: 7.5, coursesBefore: 2 }),
    ];
    expect(readPatients(text)).toEqual([patient(scores, [course(0), course(100)])]);
  });

  test("give the day from a course with a date", () => {
    const text = "date,score,course,days_after_course\n2004-06-01,9,yes,\n2004-07-01,8,yes,\n,3,,14\n,4,,0\n";
    const read = readPatients(text);
    expect(read[0]?.origin).toBe("2004-06-01");
    expect(read[0]?.scores.map(({ day }) => day)).toEqual([0, 30, 44, 30]);
  });

  test("give no day where bounds are involved", () => {
    const text = `${HEADER},,yes,0,20,\n,3,,,,14\n100,,yes,90,110,\n,2,,,,14\n200,,yes,,,\n,1,,205,215,10\n`;
    const read = readPatients(text)[0]?.scores;
    expect(read).toEqual([
      score(null, 3, { daysAfterCourse: 14, coursesBefore: 1 }),
      score(null, 2, { daysAfterCourse: 14, coursesBefore: 2 }),
      score(null, 1, { daysAfterCourse: 10, coursesBefore: 3, dayEarliest: 205, dayLatest: 215 }),
    ]);
  });

  test("need a course of the same patient above them", () => {
    const text =
      "patient,day,score,course,days_after_course\na,0,,yes,\nb,,3,,14\nb,0,,yes,\nb,,3,,14\na,20,5,,20\nc,1,9,yes,1\n";
    expect(problemsOf(text)).toEqual([
      "f:3:days_after_course: days_after_course needs a course above it of the same patient, got none",
      "f:7:days_after_course: days_after_course needs a course above it of the same patient, got none",
    ]);
  });

  test("are not below zero", () => {
    expect(problemsOf(`${HEADER}0,9,yes,,,\n,3,,,,-1\n`)).toEqual([
      "f:3:days_after_course: days_after_course must be 0 or more, got -1",
    ]);
  });

  test("agree with the day, to a billionth of a day", () => {
    expect(readPatients(`${HEADER}0.1,9,yes,,,\n0.3,3,,,,0.2\n`)[0]?.scores[1]?.day).toBe(0.3);
    expect(problemsOf(`${HEADER}10,9,yes,,,\n20,3,,,,14\n20.1,3,,,,10\n5,4,,,,5\n`)).toEqual([
      "f:3:days_after_course: days_after_course must agree with the days given, by which this is 10 days after row 2, got 14",
      "f:4:days_after_course: days_after_course must agree with the days given, by which this is 10.1 days after row 2, got 10",
      "f:5:days_after_course: days_after_course must agree with the days given, by which this is -5 days after row 2, got 5",
    ]);
    expect(problemsOf("date,score,course,days_after_course\n2004-06-01,9,yes,\n2004-06-15,3,,13\n")).toEqual([
      "f:3:days_after_course: days_after_course must agree with the days given, by which this is 14 days after row 2, got 13",
    ]);
  });

  test("agree with the day of a course whose day is known roughly, as it is given", () => {
    expect(readPatients(`${HEADER}100,,yes,90,110,\n114,3,,,,14\n`)[0]?.scores[0]).toEqual(
      score(114, 3, { daysAfterCourse: 14, coursesBefore: 1 }),
    );
    expect(problemsOf(`${HEADER}100,,yes,90,110,\n120,3,,,,14\n`)).toHaveLength(1);
  });

  test("can agree with the bounds", () => {
    expect(readPatients(`${HEADER},,yes,0,20,\n,3,,25,30,10\n`)[0]?.scores).toHaveLength(1);
    expect(problemsOf(`${HEADER},,yes,0,20,\n,3,,25,30,31\n50,,yes,,,\n,2,,70,80,10\n`)).toEqual([
      "f:3:days_after_course: days_after_course must agree with the days given, by which this is 5 to 30 days after row 2, got 31",
      "f:5:days_after_course: days_after_course must agree with the days given, by which this is 20 to 30 days after row 4, got 10",
    ]);
  });

  test("after a course that cannot be read are left alone", () => {
    expect(problemsOf(`${HEADER}x,,yes,,,\n,3,,,,14\n0,,maybe,,,\n20,3,,,,14\n`)).toEqual([
      'f:2:day: day must be a number, got "x"',
      'f:4:course: course must be yes or no, got "maybe"',
    ]);
  });
});
