import { describe, expect, test } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import { issuesOf, problemsOf } from "./issues-of.ts";
import { course, patient, score } from "./patient-files.ts";

const json = (file: unknown, options = {}): string[] => problemsOf(JSON.stringify(file), options);
const ROWS = [{ day: 0, score: 1 }];
const SCALE = 'scale must be { "minimum": 0, "maximum": 100, "step": 1 } or "0-100"';

describe("a JSON file of patients", () => {
  test("has numbers, texts and null in its cells", () => {
    const rows = [
      { patient: 1, day: "0", score: "6–8", dose_g_per_kg: 2, note: 5 },
      { patient: "1", day: 1.5e1, score: 3, dose_g_per_kg: null, rescue: "YES", course: "NA", note: "." },
      {},
      { patient: null, note: "" },
    ];
    const scores = [score(0, 6, { upper: 8, note: "5" }), score(15, 3, { coursesBefore: 1, rescue: true })];
    const courses = [course(0, { doseGPerKg: 2, note: "5" })];
    expect(readPatients(JSON.stringify({ rows }))).toEqual([patient(scores, courses, { patient: "1" })]);
  });

  test("is told from CSV by its first character, unless the format is given", () => {
    expect(readPatients(`\n ${JSON.stringify({ rows: ROWS })}`)).toEqual([patient([score(0, 1)], [])]);
    expect(readPatients(JSON.stringify({ rows: ROWS }), { format: "json" })).toEqual([
      patient([score(0, 1)], []),
    ]);
    expect(problemsOf("day,score\n0,1", { format: "json" })).toHaveLength(1);
    expect(problemsOf('{"rows":[]}', { format: "csv" })[0]).toMatch(/^f:1: a quote stands inside a field/);
  });

  test.each([
    [
      { minimum: 0, maximum: 100, step: 0.5 },
      { minimum: 0, maximum: 100, step: 0.5 },
    ],
    ["0-100", { minimum: 0, maximum: 100, step: 1 }],
    ["-5–5", { minimum: -5, maximum: 5, step: 1 }],
    [null, { minimum: 0, maximum: 10, step: 1 }],
  ])("may give its scale as %j", (scale, expected) => {
    expect(readPatients(JSON.stringify({ scale, rows: ROWS }))[0]?.scale).toEqual(expected);
  });

  test("has its scale overridden by the option, and checked all the same", () => {
    const scale = { minimum: 0, maximum: 5, step: 1 };
    expect(readPatients(JSON.stringify({ scale: "0-100", rows: ROWS }), { scale })[0]?.scale).toEqual(scale);
    expect(json({ scale: 7, rows: ROWS }, { scale })).toEqual([`f:scale: ${SCALE}, got 7`]);
  });

  test.each([
    ["abc", `${SCALE}, got "abc"`],
    [[0, 10], `${SCALE}, got a list`],
    [{ minimum: 0, maximum: "10" }, `${SCALE}, got maximum "10", step absent`],
    [{ minimum: 0, maximum: 10, step: 1, unit: "cm" }, `${SCALE}, got the key "unit"`],
    ["10-0", "scale must run from a lower to a higher score, got 10–0"],
    [{ minimum: 0, maximum: 10, step: 0 }, "scale must have a step above 0, got 0"],
    [{ minimum: 0, maximum: 10, step: 3 }, "scale must span whole steps, got 0–10 in steps of 3"],
  ])("with the scale %j is refused, and its scores left unchecked", (scale, message) => {
    const rows = [{ day: 0, score: 73 }];
    expect(issuesOf(JSON.stringify({ scale, rows }))).toEqual([{ path: "f", column: "scale", message }]);
  });

  test("counts rows[0] as row 1", () => {
    expect(json({ rows: [{}, { day: "x", score: 73 }] })).toEqual([
      'f:2:day: day must be a number, got "x"',
      "f:2:score: score 73 is outside the scale 0–10; use --scale 0-100 if scores go that far",
    ]);
  });

  test("takes nothing but text where text is meant, and no decimal comma", () => {
    const rows = [
      { patient: true, day: [0], score: { lower: 6 }, rescue: true, course: 1, note: false, date: 20040601 },
      { patient: "a", day: "1,5", score: "7" },
    ];
    expect(json({ rows })).toEqual([
      "f:1:patient: patient must be a text or a number, got true",
      "f:1:day: day must be a number, got a list",
      "f:1:date: date must be a date of the calendar written yyyy-mm-dd, got 20040601",
      "f:1:score: score must be a number or a range such as 6-8, got an object",
      "f:1:course: course must be yes or no, got 1",
      "f:1:rescue: rescue must be yes or no, got true",
      "f:1:note: note must be a text or a number, got false",
      'f:2:day: day must be a number, got "1,5"',
    ]);
  });

  test("takes no number beyond what a number can hold", () => {
    expect(problemsOf('{"rows":[{"day":1e999,"score":1}]}')).toEqual([
      "f:1:day: day must be a number, got Infinity",
    ]);
  });

  test("with an unknown key in its rows says so once, in the first row that has it", () => {
    const rows = [
      { day: 0, score: 1 },
      { day: 1, scroe: 2 },
      { day: 2, scroe: 3, weather: 1 },
    ];
    expect(json({ rows })).toEqual([
      'f:2:scroe: unknown column "scroe"; did you mean `score`?',
      'f:3:weather: unknown column "weather"; known are patient, outcome, day, date, score, dose_g_per_kg, course, day_earliest, day_latest, days_after_course, rescue, note',
    ]);
  });

  test("with an unknown key beside rows says so", () => {
    expect(json({ row: ROWS })).toEqual(['f:row: unknown key "row"; did you mean `rows`?']);
    expect(json({ rows: [{ day: 0, score: 73 }], Scale: "0-100" })).toEqual([
      'f:Scale: unknown key "Scale"; did you mean `scale`?',
    ]);
    expect(json({ rows: ROWS, author: "x" })).toEqual([
      'f:author: unknown key "author"; known are rows, scale, improvement, outcomes',
    ]);
    expect(problemsOf('{"rows":[{"day":0,"score":1}],"__proto__":{"rows":1}}')).toEqual([
      'f:__proto__: unknown key "__proto__"; known are rows, scale, improvement, outcomes',
    ]);
  });

  test("needs a list of rows", () => {
    expect(json({})).toEqual(["f:rows: rows must be a list with one object per row, got none"]);
    expect(json({ rows: null })).toEqual(["f:rows: rows must be a list with one object per row, got null"]);
    expect(json({ rows: { day: 0 } })).toEqual([
      "f:rows: rows must be a list with one object per row, got an object",
    ]);
    const empty = ["f:rows: rows must hold at least one row, got none"];
    for (const rows of [[], [{}], [{ day: null, note: "" }]]) expect(json({ rows })).toEqual(empty);
  });

  test("needs an object in each row", () => {
    expect(json({ rows: [1, [2], { day: "x", score: 1 }] })).toEqual([
      "f:1: row must be an object with a cell per column, got 1",
      "f:2: row must be an object with a cell per column, got a list",
      'f:3:day: day must be a number, got "x"',
    ]);
  });

  test("needs the columns that a CSV file needs, in some row", () => {
    expect(json({ rows: [{ note: "a" }] })).toEqual([
      "f: no column tells the day; needs day, or date, or day_earliest and day_latest, got none of them",
      "f: no column tells a score or a course; needs score, or dose_g_per_kg, or course, got none of them",
    ]);
    expect(json({ rows: [{ day: 0, score: 1 }, { score: 1 }] })).toEqual([
      "f:2: the score has no day; needs day or date, or both day_earliest and day_latest, or days_after_course",
    ]);
  });

  test("that is not a table, or not JSON, is one problem", () => {
    expect(json([])).toEqual([
      'f: the JSON is not a table; needs an object such as { "rows": [ … ] }, got a list',
    ]);
    expect(json(null, { format: "json" })).toEqual([
      'f: the JSON is not a table; needs an object such as { "rows": [ … ] }, got null',
    ]);
    const broken = issuesOf('{"rows":[\n\n}');
    expect(broken).toHaveLength(1);
    expect(broken[0]?.path).toBe("f");
    expect(broken[0]?.message).toMatch(
      /^the text is not valid JSON; needs an object such as \{ "rows": \[ … \] \}, got: \P{C}+$/u,
    );
    expect(issuesOf("[".repeat(1_000_000))).toHaveLength(1);
  });
});
