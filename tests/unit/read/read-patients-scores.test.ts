import { describe, expect, test } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import type { Scale } from "../../../src/schema/index.ts";
import { issuesOf, problemsOf } from "./issues-of.ts";

function ends(text: string, scale?: Scale): unknown {
  const [read] = readPatients(`day,score\n0,${text}`, { scale });
  return read?.scores.map(({ lower, upper }) => [lower, upper])[0];
}

function problems(text: string, scale?: Scale): string[] {
  return issuesOf(`day,score\n0,${text}`, { scale }).map(({ row, column, message }) => {
    expect([row, column]).toEqual([2, "score"]);
    return message;
  });
}

const signed: Scale = { minimum: -10, maximum: 10, step: 1 };
const tenths: Scale = { minimum: 0, maximum: 1, step: 0.1 };

describe("a score", () => {
  test.each([
    ["7", 7, 7],
    [" 7.0 ", 7, 7],
    ["+7", 7, 7],
    ["1e1", 10, 10],
    ["-0", 0, 0],
    ["0", 0, 0],
    ["10", 10, 10],
    ["6-8", 6, 8],
    ["6–8", 6, 8],
    ["6 - 8", 6, 8],
    [" 6 – 8 ", 6, 8],
    ["6-6", 6, 6],
  ])("written %j is read", (text, lower, upper) => {
    expect(ends(text)).toEqual([lower, upper]);
  });

  test.each([
    ["-5", -5, -5],
    ["\u22125", -5, -5],
    ["-5--3", -5, -3],
    ["-5-3", -5, 3],
    ["-5 – -3", -5, -3],
    ["-5-+3", -5, 3],
  ])("written %j is read on a scale below zero", (text, lower, upper) => {
    expect(ends(text, signed)).toEqual([lower, upper]);
  });

  test.each([
    "0x7",
    "Infinity",
    "NaN",
    "seven",
    "7/10",
    "6-",
    "-",
    "6--",
    "6-7-8",
    "6~8",
    "1 0",
    "١",
    "1e999",
    "6—8",
  ])("written %j is refused", (text) => {
    const found = `got "${text}"`;
    expect(problems(text)).toEqual([`score must be a number or a range such as 6-8, ${found}`]);
  });

  test.each([
    ["73", undefined, "score 73 is outside the scale 0–10; use --scale 0-100 if scores go that far"],
    ["11", undefined, "score 11 is outside the scale 0–10; use --scale 0-100 if scores go that far"],
    ["100", undefined, "score 100 is outside the scale 0–10; use --scale 0-100 if scores go that far"],
    ["101", undefined, "score 101 is outside the scale 0–10; use --scale 0-1000 if scores go that far"],
    ["-1", undefined, "score -1 is outside the scale 0–10; use --scale -10-10 if scores go that far"],
    [
      "7",
      { minimum: 0, maximum: 5, step: 1 },
      "score 7 is outside the scale 0–5; use --scale 0-10 if scores go that far",
    ],
    [
      "0",
      { minimum: 1, maximum: 7, step: 1 },
      "score 0 is outside the scale 1–7; use --scale 0-7 if scores go that far",
    ],
    [
      "1",
      { minimum: -5, maximum: 0, step: 1 },
      "score 1 is outside the scale -5–0; use --scale -5-10 if scores go that far",
    ],
    [
      "0",
      { minimum: -9, maximum: -1, step: 1 },
      "score 0 is outside the scale -9–-1; use --scale -9-0 if scores go that far",
    ],
  ])("of %s outside its scale names the option", (text, scale, message) => {
    expect(problems(text, scale)).toEqual([message]);
  });

  test.each([
    [
      "7.3",
      undefined,
      "score 7.3 is not on the scale 0–10 in steps of 1; use --step 0.1 if scores are that fine",
    ],
    [
      "7.25",
      undefined,
      "score 7.25 is not on the scale 0–10 in steps of 1; use --step 0.01 if scores are that fine",
    ],
    [
      "1e-7",
      undefined,
      "score 1e-7 is not on the scale 0–10 in steps of 1; use --step 1e-7 if scores are that fine",
    ],
    [
      "7",
      { minimum: 0, maximum: 100, step: 5 },
      "score 7 is not on the scale 0–100 in steps of 5; use --step 1 if scores are that fine",
    ],
    [
      "1",
      { minimum: 0.5, maximum: 9.5, step: 1 },
      "score 1 is not on the scale 0.5–9.5 in steps of 1; use --step 0.1 if scores are that fine",
    ],
  ])("of %s off the grid names the option", (text, scale, message) => {
    expect(problems(text, scale)).toEqual([message]);
  });

  test("is on the grid to within a billionth of a step", () => {
    expect(ends("0.3", tenths)).toEqual([0.3, 0.3]);
    expect(ends("0.7", tenths)).toEqual([0.7, 0.7]);
    expect(ends("0.30000000005", tenths)).toEqual([0.30000000005, 0.30000000005]);
    expect(problems("0.3000000002", tenths)).toHaveLength(1);
    expect(ends("1.5-2.5", { minimum: 0.5, maximum: 9.5, step: 1 })).toEqual([1.5, 2.5]);
  });

  test("with a range has both its ends checked", () => {
    expect(problems("6-73")).toEqual([
      "score 73 is outside the scale 0–10; use --scale 0-100 if scores go that far",
    ]);
    expect(problems("6.5-11")).toEqual([
      "score 6.5 is not on the scale 0–10 in steps of 1; use --step 0.1 if scores are that fine",
      "score 11 is outside the scale 0–10; use --scale 0-100 if scores go that far",
    ]);
    expect(problems("8-6")).toEqual([
      "score must run from the lower to the higher end, such as 6-8, got 8 before 6",
    ]);
  });
});

describe("what belongs to a score", () => {
  test("is its rescue treatment, yes or no in any letters", () => {
    const [read] = readPatients("day,score,rescue\n0,9,yes\n1,8,YES\n2,7,no\n3,6,\n");
    expect(read?.scores.map(({ rescue }) => rescue)).toEqual([true, true, false, false]);
    expect(problemsOf("day,score,rescue\n0,9,maybe")).toEqual([
      'f:2:rescue: rescue must be yes or no, got "maybe"',
    ]);
  });

  test("is refused where there is only a course", () => {
    expect(problemsOf("day,score,course,rescue,days_after_course\n0,,yes,yes,3\n1,,yes,no,\n")).toEqual([
      "f:2:rescue: rescue belongs to a score; needs one in this row, got none",
      "f:2:days_after_course: days_after_course belongs to a score; needs one in this row, got none",
    ]);
  });

  test("may be any note, kept as it is", () => {
    const notes = [
      "<script>alert(1)</script>",
      "=1+1",
      "\u202Eabc\u200F",
      "x".repeat(10_000),
      " spaced ",
      "\0",
    ];
    const rows = notes.map((note, day) => ({ day, score: 5, note, patient: note }));
    const csv = ["day,score,note", ...rows.map(({ day, note }) => `${day},5,"${note}"`)].join("\n");
    expect(readPatients(csv)[0]?.scores.map(({ note }) => note)).toEqual(notes);
    expect(readPatients(JSON.stringify({ rows })).map(({ patient }) => patient)).toEqual(
      notes.map((note) => note.trim()),
    );
  });
});
