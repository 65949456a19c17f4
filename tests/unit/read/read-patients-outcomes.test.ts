import { describe, expect, test } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import { issuesOf, problemsOf } from "./issues-of.ts";
import { course, patient, score } from "./patient-files.ts";

const HEADER = "patient,day,outcome,score,dose_g_per_kg";
const json = (file: object, options = {}) => readPatients(JSON.stringify(file), options);
const ROWS = [
  { day: 0, course: "yes" },
  { day: 0, outcome: "pain", score: 9 },
  { day: 0, outcome: "walking", score: 4 },
];

describe("several outcomes", () => {
  test("are a patient each, in the order of their first rows, with the patient's courses", () => {
    const text = `${HEADER}\na,0,,,2\na,0,pain,9,\na,0,numbness,5,\nb,1,pain,8,\na,14,pain,3,\nb,0,,,1\na,90,,,2\n`;
    const courses = [course(0, { doseGPerKg: 2 }), course(90, { doseGPerKg: 2 })];
    const pain = [score(0, 9, { coursesBefore: 1 }), score(14, 3, { coursesBefore: 1 })];
    expect(readPatients(text)).toEqual([
      patient(pain, courses, { patient: "a", outcome: "pain" }),
      patient([score(0, 5, { coursesBefore: 1 })], courses, { patient: "a", outcome: "numbness" }),
      patient([score(1, 8)], [course(0, { doseGPerKg: 1 })], { patient: "b", outcome: "pain" }),
    ]);
  });

  test("share a course that stands in the row of one of them", () => {
    const [pain, walking] = readPatients(`${HEADER}\na,0,pain,9,2\na,0,walking,4,\na,14,walking,7,\n`);
    expect(pain).toEqual(
      patient([score(0, 9)], [course(0, { doseGPerKg: 2 })], { patient: "a", outcome: "pain" }),
    );
    expect(walking?.courses).toEqual(pain?.courses);
    expect(walking?.scores.map(({ coursesBefore }) => coursesBefore)).toEqual([1, 1]);
  });

  test("have a course once that stands in the rows of each, with the dose that one of them tells", () => {
    const text = `${HEADER},course\na,0,pain,9,2,\na,0,walking,4,2,\na,50,walking,5,,yes\na,50,pain,7,1,\n`;
    for (const { courses } of readPatients(text)) {
      expect(courses).toEqual([course(0, { doseGPerKg: 2 }), course(50, { doseGPerKg: 1 })]);
    }
  });

  test("in blocks have their own course rows where they stand", () => {
    const block = (outcome: string) =>
      [0, 100].flatMap((day) => [`a,${day},${outcome},9,2,`, `a,,${outcome},3,,14`]);
    const text = [`${HEADER},days_after_course`, ...block("pain"), ...block("walking")].join("\n");
    for (const { scores } of readPatients(text))
      expect(scores.map(({ day }) => day)).toEqual([0, 14, 100, 114]);
  });

  test("have courses known by bounds only as often as each tells them", () => {
    const row = (outcome: string) => `,0,9,${outcome},,yes`;
    const text = ["day,day_earliest,day_latest,outcome,score,course", ...["a", "a", "b", "b"].map(row)].join(
      "\n",
    );
    for (const { courses } of readPatients(text)) expect(courses).toHaveLength(2);
  });

  test("have one course a day: not two of one outcome, not two doses, not one for all beside one's own", () => {
    const two = (row: number, other: number) =>
      `f:${row}:day: a patient must have one course a day, got two on day 0: rows ${other} and ${row}`;
    expect(problemsOf(`${HEADER}\na,0,pain,9,2\na,0,pain,8,2\n`)).toEqual([two(3, 2)]);
    expect(problemsOf(`${HEADER}\na,0,pain,9,2\na,0,walking,8,1\n`)).toEqual([two(3, 2)]);
    expect(problemsOf(`${HEADER}\na,0,,,2\na,0,walking,8,2\n`)).toEqual([two(3, 2)]);
  });

  test("share day 0 where they are told by dates", () => {
    const text = "date,outcome,score,course\n2004-06-03,pain,9,\n2004-06-05,walking,4,\n2004-06-08,,,yes\n";
    const read = readPatients(text);
    expect(read.map(({ origin, scores }) => [origin, scores[0]?.day])).toEqual([
      ["2004-06-08", -5],
      ["2004-06-08", -3],
    ]);
  });

  test("share a missed visit without an outcome, and not one with it", () => {
    const read = readPatients(`${HEADER}\na,0,pain,9,2\na,0,walking,4,\na,30,,,\na,60,walking,NA,\n`);
    expect(read.map(({ missedVisits }) => missedVisits?.map(({ day }) => day))).toEqual([[30], [30, 60]]);
  });

  test("are named at every score or at none", () => {
    expect(problemsOf(`${HEADER}\na,0,,9,\na,1,pain,8,\nb,2,.,7,\n`)).toEqual([
      'f:2:outcome: outcome must be given for every score or for none, got none here but "pain" in row 3',
      'f:4:outcome: outcome must be given for every score or for none, got none here but "pain" in row 3',
    ]);
    expect(readPatients(`${HEADER}\na,0,,9,2\n`)[0]).not.toHaveProperty("outcome");
  });

  test("are written alike in every row", () => {
    expect(problemsOf(`${HEADER}\na,0,Pain,9,\na,1, Pain ,8,\na,2,pain,7,\n`)).toEqual([
      'f:4:outcome: an outcome must be written alike in every row, got "pain" here and "Pain" in row 2',
    ]);
  });

  test("off the scale are sent to the JSON file, for an option holds for all of them", () => {
    expect(problemsOf(`${HEADER}\na,0,pain,9,\na,0,walking,80,\na,1,walking,.5,\n`)).toEqual([
      "f:3:score: score 80 is outside the scale 0–10; give this outcome the scale 0-100 under outcomes in a JSON file if scores go that far",
      "f:4:score: score 0.5 is not on the scale 0–10 in steps of 1; give this outcome the step 0.1 under outcomes in a JSON file if scores are that fine",
    ]);
  });
});

describe("the outcomes of a JSON file", () => {
  const hundred = { minimum: 0, maximum: 100, step: 1 };

  test("have a scale and a direction each; the rest of the file's go for the others", () => {
    const read = json({
      improvement: "decrease",
      scale: "0-20",
      outcomes: { walking: { scale: "0-100", improvement: "increase" } },
      rows: ROWS,
    });
    expect(read.map(({ outcome, scale, improvement }) => [outcome, scale.maximum, improvement])).toEqual([
      ["pain", 20, "decrease"],
      ["walking", 100, "increase"],
    ]);
    expect(json({ rows: ROWS })[0]).not.toHaveProperty("improvement");
  });

  test("go before the options, which go before what the file says of all", () => {
    const file = {
      improvement: "decrease",
      scale: "0-20",
      outcomes: { walking: { scale: hundred, improvement: "decrease" } },
      rows: ROWS,
    };
    const options = { scale: { minimum: 0, maximum: 50, step: 1 }, improvement: "increase" };
    expect(json(file, options).map(({ scale, improvement }) => [scale.maximum, improvement])).toEqual([
      [50, "increase"],
      [100, "decrease"],
    ]);
  });

  test("are checked like everything else, all problems at once", () => {
    const outcomes = {
      pain: "0-100",
      walking: { scale: "0-", improvement: "up", scal: 1, unit: "m" },
      wlaking: { scale: "0-100" },
      grip: null,
    };
    expect(problemsOf(JSON.stringify({ improvement: "less", outcomes, rows: ROWS }))).toEqual([
      'f:improvement: improvement must be "decrease" or "increase", got "less"',
      'f:outcomes.pain: outcomes.pain must be { "scale": "0-100", "improvement": "increase" }, either of them left out where it is usual, got "0-100"',
      'f:outcomes.walking.scale: outcomes.walking.scale must be { "minimum": 0, "maximum": 100, "step": 1 } or "0-100", got "0-"',
      'f:outcomes.walking.improvement: outcomes.walking.improvement must be "decrease" or "increase", got "up"',
      'f:scal: unknown key of outcomes.walking "scal"; did you mean `scale`?',
      'f:unit: unknown key of outcomes.walking "unit"; known are scale, improvement',
      'f:outcomes.grip: outcomes.grip must be { "scale": "0-100", "improvement": "increase" }, either of them left out where it is usual, got null',
      'f:outcomes.wlaking: no row has the outcome "wlaking"; did you mean `walking`?',
    ]);
    expect(issuesOf(JSON.stringify({ outcomes: [1], rows: ROWS }))).toHaveLength(1);
  });

  test("leave scores alone whose scale cannot be read", () => {
    const rows = [...ROWS, { day: 1, outcome: "walking", score: 80 }];
    expect(problemsOf(JSON.stringify({ outcomes: { walking: { scale: "high" } }, rows }))).toHaveLength(1);
    expect(problemsOf(JSON.stringify({ outcome: { walking: { scale: "0-100" } }, rows }))).toEqual([
      'f:outcome: unknown key "outcome"; did you mean `outcomes`?',
    ]);
  });

  test("need a row each", () => {
    const rows = [{ day: 0, score: 9 }];
    expect(problemsOf(JSON.stringify({ outcomes: { walking: {} }, rows }))).toEqual([
      'f:outcomes.walking: no row has the outcome "walking"; needs a row with this outcome',
    ]);
  });
});
