import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../src/errors.ts";
import { wald } from "../../src/inference/index.ts";
import { type FitResponseOptions, fitResponse } from "../../src/response/index.ts";
import type { KnownDay, Patient, ResponseResult } from "../../src/schema/index.ts";
import { responseResultSchema } from "../../src/schema/index.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { plausiblePatient } from "../helpers/random-patients.ts";
import { between, patientOfRows, type Row } from "../helpers/unknown-days.ts";

const seed = 20_040_601;
const patient = fc.integer({ min: 1, max: 1_000_000 }).map(plausiblePatient);

/** Every number of the estimates, row after row; what does not exist is not a number. */
const numbers = (result: ResponseResult): number[] =>
  result.estimates.flatMap(({ estimate, standardError, lower, upper }) =>
    [estimate, standardError, lower, upper].map((value) => value ?? Number.NaN),
  );

/** The same estimates to 1e-6, missing where they were missing. */
function expectSame(actual: ResponseResult, expected: ResponseResult): void {
  const [a, b] = [numbers(actual), numbers(expected)];
  expect(a.map(Number.isNaN)).toEqual(b.map(Number.isNaN));
  const there = (values: number[]): number[] => values.filter((value) => !Number.isNaN(value));
  expectRelative(there(a), there(b), 1e-6);
}

/** A row of an untidy file: known and unknown days, ranges, courses, in any order. */
const anyRow: fc.Arbitrary<Row> = fc
  .record({
    day: fc.integer({ min: -20, max: 200 }),
    width: fc.integer({ min: 0, max: 30 }),
    known: fc.constantFrom("day", "bounds", "both", "tied"),
    score: fc.integer({ min: 0, max: 10 }),
    range: fc.integer({ min: 0, max: 2 }),
    what: fc.constantFrom("score", "score", "score", "course"),
  })
  .map(({ day, width, known, score, range, what }): Row => {
    const when = {
      ...(known === "bounds" ? {} : { day }),
      ...(known === "day" ? {} : between(day, day + width)),
    };
    if (what === "course") return { course: true, ...when };
    const value: [number, number] = [score, Math.min(10, score + range)];
    return known === "tied" ? { score: value, daysAfterCourse: width } : { score: value, ...when };
  });

describe("any patient", () => {
  const options: FitResponseOptions = { interval: wald };

  it("has a result without not-a-number, or is refused by name", () => {
    let answered = 0;
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 7 }), fc.boolean(), (rows, averageDays) => {
        try {
          const result = fitResponse(patientOfRows(rows), { ...options, averageDays });
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          expect(responseResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
          answered++;
        } catch (error) {
          if (!(error instanceof EstimationError) && !(error instanceof InputError)) throw error;
          expect(error.message.length).toBeGreaterThan(10);
        }
      }),
      { seed, numRuns: 80 },
    );
    expect(answered).toBeGreaterThan(15);
  });

  it("with profile intervals has ends on either side of the estimate, and a bound for each that is missing", () => {
    fc.assert(
      fc.property(patient, (someone) => {
        for (const { estimate, lower, upper, bound } of fitResponse(someone).estimates) {
          if (estimate === null) expect([lower, upper, bound]).toEqual([null, null, "open"]);
          else {
            expect(lower ?? -Infinity).toBeLessThanOrEqual(estimate);
            expect(upper ?? Infinity).toBeGreaterThanOrEqual(estimate);
            expect(bound.includes("open")).toBe(lower === null || upper === null);
          }
        }
      }),
      { seed, numRuns: 25 },
    );
  });
});

describe("what must not change an estimate", () => {
  const shiftDay = (known: KnownDay, by: number): KnownDay => ({
    day: known.day === null ? null : known.day + by,
    dayEarliest: known.dayEarliest,
    dayLatest: known.dayLatest,
  });
  const shifted = (someone: Patient, by: number): Patient => ({
    ...someone,
    scores: someone.scores.map((score) => ({ ...score, ...shiftDay(score, by) })),
    courses: someone.courses.map((course) => ({ ...course, ...shiftDay(course, by) })),
  });

  it("the origin of the days, which moves the fitted curve along", () => {
    fc.assert(
      fc.property(patient, fc.integer({ min: -5000, max: 5000 }), (someone, by) => {
        const [here, there] = [someone, shifted(someone, by)].map((which) =>
          fitResponse(which, { interval: wald }),
        );
        expectSame(there!, here!);
        expectRelative(
          there!.fitted.map(({ time }) => time - by),
          here!.fitted.map(({ time }) => time),
          1e-6,
        );
      }),
      { seed, numRuns: 25 },
    );
  });

  it("doses and notes, to the last bit", () => {
    fc.assert(
      fc.property(
        patient,
        fc.double({ min: 0.1, max: 4, noNaN: true }),
        fc.string(),
        (someone, dose, note) => {
          const told: Patient = {
            ...someone,
            scores: someone.scores.map((score) => ({ ...score, note })),
            courses: someone.courses.map((course) => ({ ...course, doseGPerKg: dose, note })),
          };
          const [plain, other] = [someone, told].map((which) => fitResponse(which, { interval: wald }));
          expect(other!.estimates).toEqual(plain!.estimates);
          expect(other!.fitted).toEqual(plain!.fitted);
        },
      ),
      { seed, numRuns: 15 },
    );
  });

  it("the order of scores on known days", () => {
    fc.assert(
      fc.property(patient, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (someone, keys) => {
        const drawn = someone.scores.map((score) => ({ score, key: keys.next().value as number }));
        const scores = drawn.sort((a, b) => a.key - b.key).map(({ score }) => score);
        const [here, there] = [someone, { ...someone, scores }].map((which) =>
          fitResponse(which, { interval: wald }),
        );
        expectSame(there!, here!);
      }),
      { seed, numRuns: 25 },
    );
  });
});
