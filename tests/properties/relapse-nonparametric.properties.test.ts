import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { permutation } from "../../src/math/random/permutation.ts";
import { randomStream } from "../../src/math/random/random-stream.ts";
import { kaplanMeier } from "../../src/relapse/kaplan-meier.ts";
import { survivalBands } from "../../src/relapse/nonparametric/survival-bands/index.ts";
import { survivalLimits } from "../../src/relapse/nonparametric/survival-limits/index.ts";
import { innermostIntervals } from "../../src/relapse/nonparametric/turnbull/innermost-intervals.ts";
import { maximizeMasses } from "../../src/relapse/nonparametric/turnbull/maximize-masses.ts";
import { turnbull } from "../../src/relapse/turnbull.ts";
import type { RelapseRow } from "../../src/schema/relapse.ts";
import { relapseResultSchema } from "../../src/schema/relapse-result.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";

const settings = { seed: 20_040_601, numRuns: 200 };
const time = fc.integer({ min: 1, max: 40 });
const exact = time.map((at): RelapseRow => ({ lower: at, upper: at }));
const censored = time.map((at): RelapseRow => ({ lower: at, upper: null }));
const between = fc
  .tuple(fc.integer({ min: 0, max: 40 }), time)
  .map(([lower, length]): RelapseRow => ({ lower, upper: lower + length }));
const rightCensored = fc.array(fc.oneof(exact, censored), { minLength: 1, maxLength: 15 });
const mixed = fc.array(fc.oneof(exact, censored, between), { minLength: 1, maxLength: 20 });

const shuffledRows = (rows: readonly RelapseRow[], seed: number): RelapseRow[] =>
  Array.from(permutation(randomStream(seed), rows.length), (i) => rows[i]!);

describe("Kaplan–Meier curves", () => {
  it("are the empirical share still well without censoring", () => {
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 15 }), (rows) => {
        for (const { time: at, survival } of kaplanMeier(rows).survival) {
          const well = rows.filter(({ lower }) => lower > at).length / rows.length;
          expectAbsolute([survival!], [well], 1e-14);
        }
      }),
      settings,
    );
  });

  it("fall, and hold the estimate within every kind of limits and bands", () => {
    fc.assert(
      fc.property(rightCensored, fc.constantFrom(...survivalLimits), (rows, interval) => {
        const { survival, bands } = kaplanMeier(rows, { interval, bands: survivalBands });
        survival.slice(1).forEach((point, i) => {
          expect(point.survival).toBeLessThanOrEqual(survival[i]!.survival!);
        });
        const holds = (at: number, lower: number | null, upper: number | null): void => {
          const estimate = survival.find((point) => point.time === at)!.survival!;
          if (lower === null || upper === null) return;
          expect(lower - 1e-12).toBeLessThanOrEqual(estimate);
          expect(upper + 1e-12).toBeGreaterThanOrEqual(estimate);
        };
        for (const point of survival) holds(point.time, point.lower, point.upper);
        for (const { points } of bands)
          for (const point of points) holds(point.time, point.lower, point.upper);
      }),
      { ...settings, numRuns: 60 },
    );
  });

  it("scale their times with the unit", () => {
    fc.assert(
      fc.property(rightCensored, (rows) => {
        const scaled = rows.map(({ lower, upper }) => ({ lower: lower * 7, upper: upper && upper * 7 }));
        const days = kaplanMeier(scaled).estimates;
        kaplanMeier(rows, { timeUnit: "week" }).estimates.forEach((row, i) => {
          for (const end of ["estimate", "lower", "upper", "standardError"] as const) {
            expect(days[i]![end] === null).toBe(row[end] === null);
            expectRelative([days[i]![end] ?? 0], [7 * (row[end] ?? 0)], 1e-13);
          }
        });
      }),
      settings,
    );
  });
});

describe("Turnbull's estimate", () => {
  it("is the Kaplan–Meier curve for exact and right-censored times", () => {
    fc.assert(
      fc.property(rightCensored, (rows) => {
        const masses = turnbull(rows, { nBootstrap: 0 }).masses;
        for (const { time: at, survival } of kaplanMeier(rows).survival) {
          const relapsed = masses.reduce(
            (sum, { upper, probability }) => (upper !== null && upper <= at ? sum + probability : sum),
            0,
          );
          // Where the search stops: 1e-11 in the derivative of a mean over at most 15 rows.
          expectAbsolute([1 - relapsed], [survival!], 1e-9);
        }
      }),
      settings,
    );
  });

  it("fulfils the conditions of Karush, Kuhn and Tucker, which a likelihood computed row by row confirms", () => {
    fc.assert(
      fc.property(mixed, (rows) => {
        const spans = rows.map(({ lower, upper }) => ({ lower, upper: upper ?? Infinity }));
        const innermost = innermostIntervals(spans);
        const { masses, verified } = maximizeMasses(innermost);
        expect(verified).toBe(true);
        expectAbsolute([masses.reduce((sum, mass) => sum + mass)], [1], 1e-14);
        const inside = spans.map(({ lower, upper }) =>
          innermost.intervals.map((mass) =>
            lower === upper
              ? mass.lower === lower && mass.upper === lower
              : mass.upper > lower && mass.lower >= lower && mass.upper <= upper,
          ),
        );
        const chances = inside.map((row) => masses.reduce((sum, mass, j) => (row[j] ? sum + mass : sum), 0));
        masses.forEach((mass, j) => {
          const slope =
            inside.reduce((sum, row, i) => (row[j] ? sum + 1 / chances[i]! : sum), 0) / rows.length;
          expect(slope).toBeLessThan(1 + 1e-9);
          if (mass > 0) expect(slope).toBeGreaterThan(1 - 1e-9);
        });
      }),
      settings,
    );
  });

  it("does not change with the order of the rows, limits included", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(exact, censored, between), { minLength: 6, maxLength: 10 }),
        fc.nat(),
        (rows, seed) => {
          const first = turnbull(rows, { nBootstrap: 39 });
          const second = turnbull(shuffledRows(rows, seed), { nBootstrap: 39 });
          expect(second.masses).toEqual(first.masses);
          expect(second.estimates).toEqual(first.estimates);
          expect(second.survival).toEqual(first.survival);
        },
      ),
      { ...settings, numRuns: 40 },
    );
  });

  it("gives the same limits for patients' courses in another order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(between, fc.nat({ max: 7 })), { minLength: 12, maxLength: 16 }),
        fc.nat(),
        (drawn, seed) => {
          const rows = drawn.map(([row, patient]) => ({ ...row, patient: `p${patient}` }));
          const first = turnbull(rows, { nBootstrap: 39 });
          expect(turnbull(shuffledRows(rows, seed), { nBootstrap: 39 }).estimates).toEqual(first.estimates);
        },
      ),
      { ...settings, numRuns: 20 },
    );
  });
});

describe("both results", () => {
  it("pass their schema, come back from JSON as they were, and hold no NaN", () => {
    fc.assert(
      fc.property(mixed, rightCensored, (any, right) => {
        for (const result of [
          turnbull(any, { nBootstrap: 39 }),
          kaplanMeier(right, { bands: survivalBands }),
        ]) {
          const text = JSON.stringify(result);
          expect(JSON.parse(text)).toEqual(result);
          expect(relapseResultSchema.parse(JSON.parse(text))).toEqual(result);
        }
      }),
      { ...settings, numRuns: 60 },
    );
  });
});
