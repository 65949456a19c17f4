import { describe, expect, test } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import { problemsOf } from "./issues-of.ts";
import { course, patient, score } from "./patient-files.ts";

describe("a course", () => {
  test("is a dose, or yes where the dose is unknown", () => {
    const text = "day,dose_g_per_kg,course\n0,2,\n30,,yes\n60,.4,YES\n90,1e0,Yes\n";
    const courses = [
      course(0, { doseGPerKg: 2 }),
      course(30),
      course(60, { doseGPerKg: 0.4 }),
      course(90, { doseGPerKg: 1 }),
    ];
    expect(readPatients(text)).toEqual([patient([], courses)]);
  });

  test("is none where course is no or empty", () => {
    expect(readPatients("day,score,course\n0,9,no\n1,8,NO\n2,7,\n")[0]?.courses).toEqual([]);
  });

  test("needs a dose above zero", () => {
    const text = "day,dose_g_per_kg\n0,0\n1,-2\n2,two\n";
    expect(problemsOf(text)).toEqual([
      "f:2:dose_g_per_kg: dose_g_per_kg must be above 0, got 0",
      "f:3:dose_g_per_kg: dose_g_per_kg must be above 0, got -2",
      'f:4:dose_g_per_kg: dose_g_per_kg must be a number, got "two"',
    ]);
  });

  test("is yes or no and nothing else", () => {
    expect(problemsOf("day,score,course\n0,9,1\n1,8,y\n")).toEqual([
      'f:2:course: course must be yes or no, got "1"',
      'f:3:course: course must be yes or no, got "y"',
    ]);
  });

  test("with a dose is not no", () => {
    expect(problemsOf("day,dose_g_per_kg,course\n0,2,no\n")).toEqual([
      "f:2:course: course must be yes or empty where a dose is given, got no and dose_g_per_kg 2",
    ]);
  });

  test("in a row with a score comes after it, and both keep the note", () => {
    const text = "day,score,dose_g_per_kg,note\n0,9,2,first\n14,3,,\n30,8,2,second\n";
    const scores = [
      score(0, 9, { note: "first" }),
      score(14, 3, { coursesBefore: 1 }),
      score(30, 8, { coursesBefore: 1, note: "second" }),
    ];
    const courses = [
      course(0, { doseGPerKg: 2, note: "first" }),
      course(30, { doseGPerKg: 2, note: "second" }),
    ];
    expect(readPatients(text)).toEqual([patient(scores, courses)]);
  });

  test("of one patient is the only one of its day", () => {
    const text = "patient,day,course\na,0,yes\nb,0,yes\na,0.0,yes\na,1,yes\na,0,yes\n";
    expect(problemsOf(text)).toEqual([
      "f:4:day: a patient must have one course a day, got two on day 0: rows 2 and 4",
      "f:6:day: a patient must have one course a day, got two on day 0: rows 2 and 6",
    ]);
    expect(problemsOf("date,course\n2004-06-01,yes\n2004-06-01,yes\n")).toEqual([
      "f:3:date: a patient must have one course a day, got two on date 2004-06-01: rows 2 and 3",
    ]);
  });

  test("known by bounds only may share them with another", () => {
    const text = "day_earliest,day_latest,course\n0,9,yes\n0,9,yes\n";
    const rough = course(null, { dayEarliest: 0, dayLatest: 9 });
    expect(readPatients(text)).toEqual([patient([], [rough, rough])]);
  });
});

describe("a row", () => {
  test("needs a score, a course, or a day of a missed visit", () => {
    const message =
      "row has neither a score nor a course; needs a score, a dose_g_per_kg, or yes under course";
    expect(problemsOf("patient,day,score,course,note\na,0,9,,\na,,,,hello\na,,,no,\na,,,,\n")).toEqual([
      `f:3: ${message}`,
      `f:4: ${message}`,
      `f:5: ${message}`,
    ]);
  });

  test("whose score is unreadable has one problem, not two", () => {
    expect(problemsOf("day,score\n0,abc\n")).toEqual([
      'f:2:score: score must be a number or a range such as 6-8, got "abc"',
    ]);
  });

  test("may stand twice where it is a score", () => {
    expect(readPatients("day,score\n0,9\n0,9\n0,8\n")).toEqual([
      patient([score(0, 9), score(0, 9), score(0, 8)], []),
    ]);
  });
});

describe("patients", () => {
  test("come in the order of their first rows, their rows in the order of the file", () => {
    const text = "patient,day,score,course\nb,5,9,\na,0,8,yes\nb,1,7,yes\n a ,3,6,\n";
    expect(readPatients(text)).toEqual([
      patient([score(5, 9), score(1, 7)], [course(1)], { patient: "b" }),
      patient([score(0, 8), score(3, 6, { coursesBefore: 1 })], [course(0)], { patient: "a" }),
    ]);
  });

  test("without an id are one patient, named by the option", () => {
    for (const text of ["day,score\n0,9", "patient,day,score\n,0,9", "patient,day,score\nNA,0,9\n"]) {
      expect(readPatients(text)).toEqual([patient([score(0, 9)], [])]);
      expect(readPatients(text, { patient: "case 1" })).toEqual([
        patient([score(0, 9)], [], { patient: "case 1" }),
      ]);
    }
  });

  test("have an id in every row or in none", () => {
    expect(problemsOf("patient,day,score,days_after_course\n,0,9,\nP1,1,8,\n.,2,7,\n")).toEqual([
      'f:2:patient: patient must be given in every row or in none, got none here but "P1" in row 3',
      'f:4:patient: patient must be given in every row or in none, got none here but "P1" in row 3',
    ]);
  });

  test("are not judged by what a row without an id may have held", () => {
    const text = "patient,day,score,course,days_after_course\n,0,9,yes,\nP1,,8,,14\n";
    expect(problemsOf(text)).toEqual([
      'f:2:patient: patient must be given in every row or in none, got none here but "P1" in row 3',
    ]);
  });

  test("may have any id, even one that objects know", () => {
    const ids = ["__proto__", "constructor", "toString", "=1+1", "患者", "01", "1"];
    const text = ["patient,day,score", ...ids.map((id) => `${id},0,9`)].join("\n");
    expect(readPatients(text).map((read) => read.patient)).toEqual(ids);
  });

  test("may have no score, or no course", () => {
    expect(readPatients("day,score,course\n0,,yes\n")).toEqual([patient([], [course(0)])]);
    expect(readPatients("day,score,course\n0,9,\n")).toEqual([patient([score(0, 9)], [])]);
  });
});

describe("an option", () => {
  test("that is wrong is the caller's error", () => {
    const text = "day,score\n0,9";
    expect(() => readPatients(text, { patient: "" })).toThrow(
      new RangeError('patient must be an id of at least one character, got ""'),
    );
    expect(() => readPatients(text, { scale: { minimum: 0, maximum: 10, step: 3 } })).toThrow(
      new RangeError("scale must span whole steps, got 0–10 in steps of 3"),
    );
    expect(() => readPatients(text, { format: "toString" as "csv" })).toThrow(
      new RangeError('format must be csv or json, got "toString"'),
    );
  });

  test("path names the input in messages, else it is called input", () => {
    expect(() => readPatients("day,score\nx,9")).toThrow('input:2:day: day must be a number, got "x"');
    expect(() => readPatients("day,score\nx,9", { path: "a/b.csv" })).toThrow(
      'a/b.csv:2:day: day must be a number, got "x"',
    );
  });

  test("scale is copied, not shared between patients", () => {
    const read = readPatients("patient,day,score\na,0,9\nb,0,9\n");
    expect(read[0]?.scale).toEqual(read[1]?.scale);
    expect(read[0]?.scale).not.toBe(read[1]?.scale);
  });
});
