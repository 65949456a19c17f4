import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../../src/errors.ts";
import {
  cochranMantelHaenszelTest,
  mantelHaenszelOddsRatio,
  mantelHaenszelRiskDifference,
  mantelHaenszelRiskRatio,
  poolMantelHaenszel,
  poolPeto,
  type TwoByTwo,
  taroneTest,
} from "../../../../src/pooling/two-groups/index.ts";
import { pooledResultSchema } from "../../../../src/schema/pooled-result.ts";

type Table = Record<Exclude<keyof TwoByTwo, "series">, number>;

function table(events: number, n: number, events_control: number, n_control: number): Table {
  return { events, n, events_control, n_control };
}

const one = table(18, 22, 9, 20);
const silent = table(0, 5, 0, 6);
const all = table(4, 4, 6, 6);
const measures = [mantelHaenszelOddsRatio, mantelHaenszelRiskRatio, mantelHaenszelRiskDifference];

describe("Mantel and Haenszel's pool", () => {
  it.each(measures)("of one table is the table's own effect: $effect.name", (measure) => {
    const pool = poolMantelHaenszel([one], { measure });
    expect(pool.estimates[0]!.estimate).toBeCloseTo(measure.effect.compute(one).estimate, 13);
    expect([pool.nSeries, pool.heterogeneity.degreesOfFreedom, pool.heterogeneity.pValue]).toEqual([
      1,
      0,
      null,
    ]);
  });

  it.each(measures)("changes its sign when the groups change places: $effect.name", (measure) => {
    const tables = [one, table(5, 5, 1, 6), table(3, 9, 3, 8)];
    const swapped = tables.map((t) => table(t.events_control, t.n_control, t.events, t.n));
    const [there, back] = [tables, swapped].map(
      (rows) => poolMantelHaenszel(rows, { measure }).estimates[0]!,
    );
    expect(back!.estimate).toBeCloseTo(-there!.estimate!, 13);
    expect(back!.standardError).toBeCloseTo(there!.standardError!, 13);
  });

  it.each(measures)("is a result as every pool is: $effect.name", (measure) => {
    const pool = poolMantelHaenszel([one, silent, all], { measure });
    expect(JSON.parse(JSON.stringify(pool))).toEqual(pool);
    expect(pooledResultSchema.safeParse(pool).success).toBe(true);
    const total = pool.series.reduce((sum, { weight }) => sum + weight, 0);
    expect(total).toBeCloseTo(1, 13);
    expect(pool.series.length + pool.leftOut.length).toBe(3);
  });

  it("leaves out what adds nothing, and by a risk ratio not a table in which everybody had the event", () => {
    const left = measures.map(
      (measure) => poolMantelHaenszel([one, silent, all], { measure }).leftOut.length,
    );
    expect(left).toEqual([2, 1, 0]);
  });

  it("keeps a table that speaks for one side only", () => {
    const pool = poolMantelHaenszel([one, table(5, 5, 1, 6)]);
    expect([pool.series[1]!.weight, pool.leftOut]).toEqual([0, []]);
    expect(pool.estimates[0]!.estimate).toBeGreaterThan(Math.log(5.5));
    expect(pool.warnings).toEqual([
      {
        code: "added-to-counts",
        message:
          "0.5 was added to each count of Series 2 to show them alone and to compare them; the pool itself needs none",
      },
    ]);
  });

  it("has no answer where one group has no event at all", () => {
    expect(() => poolMantelHaenszel([table(3, 9, 0, 8), table(2, 5, 0, 5)])).toThrow(EstimationError);
    expect(() => poolMantelHaenszel([silent], { measure: mantelHaenszelRiskRatio })).toThrow(EstimationError);
    expect(() => poolMantelHaenszel([silent], { measure: mantelHaenszelRiskDifference })).toThrow(
      EstimationError,
    );
  });

  it("lists every count that can't be, by the name of the series", () => {
    expect(() => poolMantelHaenszel([{ series: "A", ...table(7, 5, -1, 3) }])).toThrow(
      /A:events_control: .*\nA:events: .* at most n = 5, got 7/,
    );
    expect(() => poolMantelHaenszel([])).toThrow(InputError);
    expect(() => poolMantelHaenszel([one], { level: 95 })).toThrow(RangeError);
  });
});

describe("Peto's pool", () => {
  it("of one table is observed minus expected over their variance", () => {
    const { estimate, standardError } = poolPeto([one]).estimates[0]!;
    const variance = (22 * 20 * 27 * 15) / (42 ** 2 * 41);
    expect(estimate).toBeCloseTo((18 - (22 * 27) / 42) / variance, 12);
    expect(standardError).toBeCloseTo(1 / Math.sqrt(variance), 12);
  });

  it("adds nothing to zeros and leaves out what tells nothing", () => {
    const pool = poolPeto([one, silent, all, table(0, 6, 4, 7)], { level: 0.9 });
    expect(pool.leftOut.map(({ series }) => series)).toEqual(["Series 2", "Series 3"]);
    expect([pool.warnings, pool.estimates[0]!.level]).toEqual([[], 0.9]);
    expect(pooledResultSchema.safeParse(pool).success).toBe(true);
  });

  it("has no answer where no table tells anything", () => {
    expect(() => poolPeto([silent, all])).toThrow(EstimationError);
    expect(() => poolPeto([one], { level: 1 })).toThrow(RangeError);
  });
});

describe("tests over tables", () => {
  it("find nothing where there is nothing", () => {
    const even = [table(3, 9, 3, 9), table(1, 4, 1, 4)];
    expect(cochranMantelHaenszelTest(even)).toEqual({ statistic: 0, degreesOfFreedom: 1, pValue: 1 });
    expect(taroneTest(even).statistic).toBeCloseTo(0, 12);
  });

  it("refuse what they can't answer", () => {
    expect(() => cochranMantelHaenszelTest([silent])).toThrow(EstimationError);
    expect(() => taroneTest([one, silent])).toThrow(EstimationError);
    expect(() => taroneTest([silent])).toThrow(EstimationError);
  });
});
