import { describe, expect, it } from "vitest";
import {
  type SummaryEvidence,
  type SummaryInterval,
  type SummaryLimits,
  summaryIntervals,
} from "../../src/pooling/index.ts";
import type { SummaryReport } from "../../src/schema/summary-report.ts";
import { evidenceOf } from "../helpers/summary-evidence.ts";

const LEVELS = [0.5, 0.8, 0.95, 0.99];

interface Case {
  report: SummaryReport;
  samples: number[][] | null;
}

const hundred = { lower: 0, upper: 100 };
const cases: Case[] = [
  { report: { n: 5, mean: 73.4, ...hundred }, samples: null },
  { report: { n: 5, mean: 73.4, decimals: 1, ...hundred }, samples: null },
  {
    report: { n: 5, mean: 73.4, sd: 15.192103211866355, median: 76, minimum: 52, maximum: 90, ...hundred },
    samples: [[52, 65, 76, 84, 90]],
  },
  {
    report: { n: 5, mean: 73.4, ...hundred },
    samples: [
      [0, 67, 100, 100, 100],
      [73.4, 73.4, 73.4, 73.4, 73.4],
    ],
  },
  { report: { n: 8, mean: 25, sd: 20, ...hundred }, samples: null },
  { report: { n: 5, minimum: 20, maximum: 60, ...hundred }, samples: null },
  { report: { n: 3, mean: 90, standardError: 4, ...hundred }, samples: null },
  { report: { n: 2, mean: 50, minimum: 40, maximum: 60, ...hundred }, samples: [[40, 60]] },
  { report: { n: 1, mean: 30, ...hundred }, samples: [[30]] },
  { report: { n: 22, events: 18, ...hundred }, samples: null },
  { report: { n: 5, events: 5, ...hundred }, samples: null },
  { report: { n: 4, mean: 0, ...hundred }, samples: [[0, 0, 0, 0]] },
  { report: { n: 4, mean: 100, ...hundred }, samples: [[100, 100, 100, 100]] },
];

/** Feasible sets take most of the time, so each is found once. */
const known = new Map<string, SummaryEvidence>();

/** Rows of the interval for each case it applies to. */
function found(interval: SummaryInterval, { report, samples }: Case, level = 0.95): SummaryLimits[] {
  const key = JSON.stringify([report, samples]);
  const evidence = known.get(key) ?? evidenceOf(report, samples);
  known.set(key, evidence);
  return interval.applies(evidence) ? interval.limits(evidence, level) : [];
}

/** The report and its samples in another unit, x turned into shift + factor·x; below 0 the factor swaps ends. */
function inUnit({ report, samples }: Case, shift: number, factor: number): Case {
  const move = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : shift + factor * value;
  const ends = (low: number | undefined, high: number | undefined) =>
    factor > 0 ? [move(low), move(high)] : [move(high), move(low)];
  const [lower, upper] = ends(report.lower, report.upper);
  const [minimum, maximum] = ends(report.minimum, report.maximum);
  const size = Math.abs(factor);
  const moved = {
    n: report.n,
    events: report.events,
    mean: move(report.mean),
    median: move(report.median),
    lower,
    upper,
    minimum,
    maximum,
    sd: report.sd === undefined ? undefined : size * report.sd,
    standardError: report.standardError === undefined ? undefined : size * report.standardError,
  };
  const sorted = samples?.map((sample) =>
    sample.map((value) => shift + factor * value).sort((a, b) => a - b),
  );
  return {
    report: Object.fromEntries(
      Object.entries(moved).filter(([, value]) => value !== undefined),
    ) as unknown as SummaryReport,
    samples: sorted ?? null,
  };
}

/** Whether the interval is about a share of patients, which has no unit. */
function isShare({ quantity }: SummaryInterval): boolean {
  return quantity === "share-in-range" || quantity === "proportion";
}

/** Fails unless the limits are those of the other unit. */
function expectMoved(interval: SummaryInterval, one: Case, shift: number, factor: number): void {
  const before = found(interval, one);
  const after = found(interval, inUnit(one, shift, factor));
  expect(after.length).toBe(before.length);
  before.forEach((limits, i) => {
    const share = isShare(interval);
    const move = (value: number | null): number | null =>
      value === null || share ? value : shift + factor * value;
    const expected = factor > 0 || share ? [limits.lower, limits.upper] : [limits.upper, limits.lower];
    const actual = [after[i]!.lower, after[i]!.upper];
    expected.forEach((value, side) => {
      const other = move(value);
      if (other === null) expect(actual[side]).toBeNull();
      // Roots are found to some ulp of the way between the bounds; spreads are matched to 1e-9.
      else expect(Math.abs(actual[side]! - other) / (100 * Math.abs(factor))).toBeLessThan(1e-7);
    });
  });
}

/** t on logarithms has no meaning where values are moved or turned round; the others do. */
const plain = summaryIntervals.filter(({ name }) => !name.startsWith("log-t"));

describe("the registry of intervals from a report alone", () => {
  it("has a name of its own for each, in kebab case, those that take least for granted first", () => {
    const names = summaryIntervals.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/u);
    const order = ["bounds-only", "weak", "parametric"];
    const layers = summaryIntervals.map(({ layer }) => order.indexOf(layer));
    expect(layers).toEqual([...layers].sort((a, b) => a - b));
  });

  it("says of each what it takes for granted and where it comes from", () => {
    for (const { assumes, reference, label } of summaryIntervals) {
      expect(assumes.length).toBeGreaterThan(20);
      expect(reference).toMatch(/\(\d{4}\)/u);
      expect(label.length).toBeGreaterThan(3);
    }
  });
});

describe.each(summaryIntervals.map((one) => [one.name, one] as const))("%s", (_, interval) => {
  it("applies to at least one of the cases", () => {
    expect(cases.some((one) => found(interval, one).some(({ lower }) => lower !== null))).toBe(true);
  });

  it("has finite limits in order, or none and says why", () => {
    for (const one of cases) {
      for (const level of LEVELS) {
        for (const { lower, upper, warnings = [] } of found(interval, one, level)) {
          if (lower === null || upper === null) expect(warnings.length).toBeGreaterThan(0);
          else {
            expect(Number.isFinite(lower) && Number.isFinite(upper)).toBe(true);
            expect(lower).toBeLessThanOrEqual(upper);
          }
        }
      }
    }
  });

  it("keeps within the bounds where it says so", () => {
    if (!interval.keepsBounds || isShare(interval)) return;
    for (const one of cases) {
      for (const { lower, upper } of found(interval, one, 0.99)) {
        expect(lower ?? 0).toBeGreaterThanOrEqual(-1e-9);
        expect(upper ?? 100).toBeLessThanOrEqual(100 + 1e-9);
      }
    }
  });

  it("holds the estimate, except where a posterior's tails leave out a mean at a bound", () => {
    for (const one of cases) {
      for (const { estimate, lower, upper } of found(interval, one)) {
        const atBound = one.report.mean === 0 || one.report.mean === 100;
        if (estimate === null || lower === null || upper === null || (atBound && !interval.quick)) continue;
        expect(lower).toBeLessThanOrEqual(estimate + 1e-9);
        expect(upper).toBeGreaterThanOrEqual(estimate - 1e-9);
      }
    }
  });

  it("widens with the level, or has a level of its own", () => {
    for (const one of cases) {
      const [narrow, middle, wide] = [0.5, 0.8, 0.99].map((level) => found(interval, one, level));
      narrow!.forEach(({ lower, upper }, i) => {
        if (lower === null || upper === null) return;
        for (const [inner, outer] of [
          [narrow![i]!, middle![i]!],
          [middle![i]!, wide![i]!],
        ] as const) {
          expect(outer.lower! - inner.lower!).toBeLessThanOrEqual(1e-9);
          expect(inner.upper! - outer.upper!).toBeLessThanOrEqual(1e-9);
        }
      });
    }
  });

  it("refuses a ratio of two averages by name where it works from the mean", () => {
    for (const one of cases) {
      if (one.report.mean === undefined) continue;
      const report: SummaryReport = { ...one.report, estimand: "ratio-of-means" };
      for (const { lower, upper, warnings } of found(interval, { ...one, report })) {
        if (interval.quantity === "median" || interval.quantity === "share-in-range") continue;
        if (interval.name === "next-patient-range") continue;
        expect([lower, upper]).toEqual([null, null]);
        expect(warnings![0]!.code).toBe("ratio-of-means");
      }
    }
  });

  it("is the same in another unit", () => {
    for (const one of cases) if (one.report.decimals === undefined) expectMoved(interval, one, 0, 0.1);
  });
});

describe.each(plain.map((one) => [one.name, one] as const))("%s", (_, interval) => {
  it("moves with the values", () => {
    for (const one of cases) if (one.report.decimals === undefined) expectMoved(interval, one, 30, 2);
  });

  it("turns round with the values", () => {
    for (const one of cases) if (one.report.decimals === undefined) expectMoved(interval, one, 100, -1);
  });
});
