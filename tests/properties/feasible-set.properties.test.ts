import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compatibleSamples, feasibleSet, reconstructSamples } from "../../src/pooling/index.ts";
import type { SummaryReport } from "../../src/schema/summary-report.ts";
import { meetsReport, multisetsOf, type PlainNumbers, plainNumbers } from "../helpers/plain-samples.ts";

const settings = { seed: 20_200_408, numRuns: 150 };
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));
const NAMES = ["mean", "sd", "median", "minimum", "maximum"] as const;

/** A report of a real sample: some of its numbers, the printed ones rounded. */
const reports = fc
  .record({
    n: fc.integer({ min: 2, max: 5 }),
    seedValues: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 5, maxLength: 5 }),
    tells: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    decimals: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ n, seedValues, tells, decimals }) => {
    const sample = seedValues.slice(0, n).sort((a, b) => a - b);
    const numbers = plainNumbers(sample);
    const report: SummaryReport = { n, lower: 0, upper: 8 };
    const exact = ["minimum", "maximum", "median", "lowerQuartile", "upperQuartile"] as const;
    for (const [i, name] of exact.entries()) if (tells[i]) report[name] = numbers[name];
    if (tells[5]) Object.assign(report, { mean: round(numbers.mean, decimals), decimals });
    if (tells[6]) Object.assign(report, { sd: round(numbers.sd, decimals), sdDecimals: decimals });
    return { sample, report };
  });

const integers = Array.from({ length: 9 }, (_, i) => i);

function plainEnds(samples: readonly number[][], name: keyof PlainNumbers): [number, number] {
  const found = samples.map((sample) => plainNumbers(sample)[name]);
  return [Math.min(...found), Math.max(...found)];
}

const endsOf = (report: SummaryReport, name: string): [number, number] => {
  const { quantities, clashes } = feasibleSet(report);
  expect(clashes).toEqual([]);
  const found = quantities.find(({ quantity }) => quantity === name)!;
  return [found.lower!, found.upper!];
};

describe("the feasible set against brute force", () => {
  it("is exactly the range over every sample of steps", () => {
    fc.assert(
      fc.property(reports, ({ report }) => {
        const samples = multisetsOf(integers, report.n).filter((sample) => meetsReport(sample, report));
        for (const name of NAMES) {
          const [lower, upper] = plainEnds(samples, name);
          const ends = endsOf({ ...report, step: 1 }, name);
          expect(Math.abs(ends[0] - lower), name).toBeLessThan(1e-9);
          expect(Math.abs(ends[1] - upper), name).toBeLessThan(1e-9);
        }
      }),
      settings,
    );
  });

  it("without a step holds every sample of a finer grid that fits", () => {
    const grid = Array.from({ length: 17 }, (_, i) => i / 2);
    fc.assert(
      fc.property(
        reports.filter(({ report }) => report.n < 5),
        ({ report }) => {
          const samples = multisetsOf(grid, report.n).filter((sample) => meetsReport(sample, report));
          for (const name of NAMES) {
            const [lower, upper] = plainEnds(samples, name);
            const ends = endsOf(report, name);
            expect(ends[0], name).toBeLessThanOrEqual(lower + 1e-7);
            expect(ends[1], name).toBeGreaterThanOrEqual(upper - 1e-7);
          }
        },
      ),
      settings,
    );
  });

  it("without a step is no wider than a fine grid shows, where the printed numbers leave room", () => {
    const grid = Array.from({ length: 81 }, (_, i) => i / 10);
    fc.assert(
      fc.property(
        reports.filter(({ report }) => report.n === 3),
        fc.boolean(),
        ({ report, sample }, withSd) => {
          const { mean, sd } = plainNumbers(sample);
          const given: SummaryReport = { ...report, mean: round(mean, 0), decimals: 0 };
          if (withSd) Object.assign(given, { sd: round(sd, 0), sdDecimals: 0 });
          for (const name of ["lowerQuartile", "upperQuartile"] as const) delete given[name];
          if (!withSd) delete given.sd;
          const samples = multisetsOf(grid, 3).filter((values) => meetsReport(values, given));
          for (const name of NAMES) {
            const [lower, upper] = plainEnds(samples, name);
            const ends = endsOf(given, name);
            expect(lower - ends[0], `${name} ${JSON.stringify(given)}`).toBeLessThan(0.3);
            expect(ends[1] - upper, `${name} ${JSON.stringify(given)}`).toBeLessThan(0.3);
          }
        },
      ),
      { ...settings, numRuns: 40 },
    );
  });

  it("moves and stretches with the unit of the values", () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: -50, max: 50 }), ({ report }, shift) => {
        const moved: SummaryReport = { ...report };
        for (const name of [
          "lower",
          "upper",
          "mean",
          "median",
          "minimum",
          "maximum",
          "lowerQuartile",
          "upperQuartile",
        ] as const) {
          if (report[name] !== undefined) moved[name] = report[name] + shift;
        }
        for (const name of NAMES) {
          const by = name === "sd" ? 0 : shift;
          const [before, after] = [endsOf(report, name), endsOf(moved, name)];
          expect(Math.abs(after[0] - before[0] - by), name).toBeLessThan(1e-5);
          expect(Math.abs(after[1] - before[1] - by), name).toBeLessThan(1e-5);
        }
      }),
      { ...settings, numRuns: 60 },
    );
  });
});

describe("reconstruction against brute force", () => {
  it("finds every sample once, in ascending order", () => {
    fc.assert(
      fc.property(reports, ({ report }) => {
        const expected = multisetsOf(integers, report.n).filter((sample) => meetsReport(sample, report));
        const found = Array.from(compatibleSamples({ ...report, step: 1 }), ({ values }) => values);
        expect(found).toEqual(expected);
        expect(reconstructSamples({ ...report, step: 1 }).nSamples).toBe(expected.length);
      }),
      settings,
    );
  });

  it("draws only samples that fit, with the same draws for the same seed", () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 1, max: 99 }), ({ report }, seed) => {
        const all = multisetsOf(integers, report.n).filter((sample) => meetsReport(sample, report));
        fc.pre(all.length > 1);
        const options = { mostSamples: 1, draws: 40, seed };
        try {
          const found = reconstructSamples({ ...report, step: 1 }, options);
          expect(found.complete).toBe(false);
          expect(found.samples.every(({ values }) => meetsReport(values, report))).toBe(true);
          expect(reconstructSamples({ ...report, step: 1 }, options)).toEqual(found);
        } catch (error) {
          expect(error).toMatchObject({ code: "not-converged" });
        }
      }),
      settings,
    );
  });
});
