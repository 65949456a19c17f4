import { describe, expect, test } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { readRelapses } from "../../../src/read/index.ts";

function problemsOf(text: string): string[] {
  try {
    readRelapses(text, { path: "f" });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).message.split("\n");
  }
  throw new Error("nothing was thrown");
}

describe("a file of relapses", () => {
  test("holds exact, right-, left- and interval-censored courses", () => {
    expect(readRelapses("patient,course,lower,upper\nA,1,60,90\nA,2,84,\nB,1,,30\nB,2,75,75")).toEqual([
      { patient: "A", course: 1, lower: 60, upper: 90 },
      { patient: "A", course: 2, lower: 84, upper: null },
      { patient: "B", course: 1, lower: 0, upper: 30 },
      { patient: "B", course: 2, lower: 75, upper: 75 },
    ]);
  });

  test("may name no patients and no courses", () => {
    expect(readRelapses("lower;upper\n2,5;6\n3;NA")).toEqual([
      { lower: 2.5, upper: 6 },
      { lower: 3, upper: null },
    ]);
  });

  test("takes further columns of numbers for covariates, and leaves out what is missing", () => {
    expect(readRelapses("lower,upper,dose,weight\n60,90,2,70\n30,60,.,65\n9,10,,")).toEqual([
      { lower: 60, upper: 90, covariates: { dose: 2, weight: 70 } },
      { lower: 30, upper: 60, covariates: { weight: 65 } },
      { lower: 9, upper: 10 },
    ]);
  });

  test("is read from JSON as from CSV", () => {
    const rows = [{ patient: "A", lower: 60, upper: 90, dose: 2, note: "phone" }];
    expect(readRelapses(JSON.stringify({ rows }))).toEqual([
      { patient: "A", lower: 60, upper: 90, covariates: { dose: 2 } },
    ]);
  });

  test("has every problem listed at once, each with its place", () => {
    const text = "patient,course,lower,upper,dose\nA,1,90,60,2\nA,1,5,x,high\n,2,,,\nB,0,-3,0,\nB,2,,0,1";
    expect(problemsOf(text).sort()).toEqual(
      [
        "f:2:upper: upper must not be below lower (90), got 60",
        'f:3:upper: upper must be a number of at least 0, got "x"',
        'f:3:dose: dose must be a number, got "high"',
        'f:3:course: each course of a patient must have one row, got course 1 of "A" again after row 2',
        'f:4:patient: patient must be given in every row or in none, got none here but "A" in row 2',
        "f:4:lower: a course needs lower, upper or both, got neither",
        'f:5:course: course must be the number of the course, a whole number from 1, got "0"',
        'f:5:lower: lower must be a number of at least 0, got "-3"',
        "f:6:upper: upper must be above 0: a relapse at once has no duration, got 0",
      ].sort(),
    );
  });

  test("takes a slip of the pen for a slip, not for a covariate", () => {
    expect(problemsOf("Patient,lower,upper\nA,1,2")).toEqual([
      'f:1:Patient: unknown column "Patient"; did you mean `patient`?',
    ]);
    expect(problemsOf("lower,uper\n1,2")).toContain('f:1:uper: unknown column "uper"; did you mean `upper`?');
  });

  test("needs both columns of the interval", () => {
    expect(problemsOf("patient,day,score\nA,0,9")).toEqual([
      "f:1: no column tells when the patient was last known well; needs lower, got none of them",
      "f:1: no column tells when the relapse was first known; needs upper, got none of them",
    ]);
  });

  test("a covariate that heads two columns is in doubt", () => {
    expect(problemsOf("lower,upper,dose,dose\n1,2,3,4")).toEqual([
      'f:1:dose: "dose" heads two columns; each needs a name of its own',
    ]);
  });
});
