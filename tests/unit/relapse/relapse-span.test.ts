import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/errors.ts";
import { relapseSpans } from "../../../src/relapse/relapse-span.ts";
import type { RelapseRow } from "../../../src/schema/relapse.ts";

function issuesOf(rows: RelapseRow[]): [number | undefined, string][] {
  try {
    relapseSpans(rows);
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ row, message }) => [row, message]);
    throw error;
  }
  return [];
}

describe("relapse rows as spans", () => {
  it("keep their ends, with infinity where there is no relapse yet", () => {
    expect(
      relapseSpans([
        { lower: 3, upper: 5 },
        { lower: 4, upper: 4 },
        { lower: 0, upper: null },
      ]),
    ).toEqual([
      { lower: 3, upper: 5, patient: 0 },
      { lower: 4, upper: 4, patient: 1 },
      { lower: 0, upper: Infinity, patient: 2 },
    ]);
  });

  it("number patients by their first rows, and each row without one as a patient of its own", () => {
    const row = { lower: 1, upper: 2 };
    const rows = [{ ...row, patient: "b" }, row, { ...row, patient: "a" }, { ...row, patient: "b" }, row];
    expect(relapseSpans(rows).map(({ patient }) => patient)).toEqual([0, 1, 2, 0, 3]);
  });

  it("need no rows", () => {
    expect(relapseSpans([])).toEqual([]);
  });

  it("name every unsound row at once, censored ones among them", () => {
    const found = issuesOf([
      { lower: -1, upper: 3 },
      { lower: 5, upper: 3 },
      { lower: 2, upper: 4 },
      { lower: Number.NaN, upper: null },
      { lower: 2, upper: Infinity },
      { lower: 0, upper: 0 },
      { lower: 2, upper: null, course: 0 },
      { lower: 2, upper: 3, course: 1.5 },
      { lower: 2, upper: null, covariates: { dose: Number.NaN } },
    ]);
    expect(found).toEqual([
      [1, "lower must be a number of at least 0, got -1"],
      [2, "upper must not be below lower, got 5 to 3"],
      [4, "lower must be a number of at least 0, got NaN"],
      [5, "upper must be a number or null, got Infinity"],
      [6, "a relapse at time 0 has no duration; upper must be above 0, got 0"],
      [7, "course must be a whole number from 1, got 0"],
      [8, "course must be a whole number from 1, got 1.5"],
      [9, "covariate dose must be a number, got NaN"],
    ]);
  });
});
