import { expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readPatients } from "../../../src/read/index.ts";
import { issuesOf } from "./issues-of.ts";

const MESSY = [
  "\uFEFFpatient;day;date;score;dose_g_per_kg;course;day_earliest;day_latest;days_after_course;rescue;note;Weather",
  'P1;0;;9;2;;;;;;"first',
  'infusion";',
  "P1;3;2004-06-01;8;;;;;;;;",
  "P1;7,5;;7,5;;;;;;;;",
  "",
  "P1;14;;73;;;20;10;;;;",
  "P1;0;;;1;;;;;;;",
  "P1;;;3;;;;;-2;perhaps;;",
  "P1;30",
  ";40;;5;;;;;;;;",
  "P2;;;5;;;;;14;;;",
  "P2;x;;8-6;0;no;;;;;;",
  "P2;;;;;;;;;;only a note;",
  'P2;50;;5;;;;;;;"open;',
].join("\r\n");

test("all problems of a file are thrown together, in the order of its rows", () => {
  expect(issuesOf(MESSY, { path: "messy.csv" })).toEqual(
    [
      [
        1,
        "Weather",
        'unknown column "Weather"; known are patient, outcome, day, date, score, dose_g_per_kg, course, day_earliest, day_latest, days_after_course, rescue, note',
      ],
      [4, "date", "row must have day or date, got both: 3 and 2004-06-01"],
      [
        5,
        "score",
        "score 7.5 is not on the scale 0–10 in steps of 1; use --step 0.1 if scores are that fine",
      ],
      [7, "score", "score 73 is outside the scale 0–10; use --scale 0-100 if scores go that far"],
      [7, "day_latest", "day_latest must not be before day_earliest 20, got 10"],
      [8, "day", "a patient must have one course a day, got two on day 0: rows 2 and 8"],
      [9, "rescue", 'rescue must be yes or no, got "perhaps"'],
      [9, "days_after_course", "days_after_course must be 0 or more, got -2"],
      [10, undefined, "row must have 12 fields like the header, got 2"],
      [11, "patient", 'patient must be given in every row or in none, got none here but "P1" in row 2'],
      [13, "day", 'day must be a number, got "x"'],
      [13, "score", "score must run from the lower to the higher end, such as 6-8, got 8 before 6"],
      [13, "dose_g_per_kg", "dose_g_per_kg must be above 0, got 0"],
      [13, "course", "course must be yes or empty where a dose is given, got no and dose_g_per_kg 0"],
      [
        14,
        undefined,
        "row has neither a score nor a course; needs a score, a dose_g_per_kg, or yes under course",
      ],
      [
        15,
        undefined,
        "a quote is opened and never closed; close it, or double a quote that is meant as a character; nothing from this row on was read",
      ],
    ].map(([row, column, message]) => ({ path: "messy.csv", row, ...(column && { column }), message })),
  );
});

test("no message ends in a full stop, spans lines or hides what it found", () => {
  const text = `day,score,"a\nb",\u202E\n"x\ny\u202Ez",9,,\n${"9".repeat(500)}x,9,,\n`;
  const messages = issuesOf(text).map(({ column, message }) => `${column}: ${message}`);
  expect(messages[2]).toBe('day: day must be a number, got "x\\u{a}y\\u{202e}z"');
  expect(messages[3]).toBe(`day: day must be a number, got "${"9".repeat(40)}…"`);
  for (const message of [...messages, ...issuesOf(MESSY).map((issue) => issue.message)]) {
    expect(message).toMatch(/^[^\p{Cc}\p{Cf}]+[^.]$/u);
  }
});

test("the error says every problem in its message", () => {
  let thrown: unknown;
  try {
    readPatients("day,score\nx,9\n1,73", { path: "a.csv" });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(InputError);
  expect((thrown as InputError).message).toBe(
    'a.csv:2:day: day must be a number, got "x"\na.csv:3:score: score 73 is outside the scale 0–10; use --scale 0-100 if scores go that far',
  );
});
