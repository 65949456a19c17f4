import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assessFunnel,
  asymmetryTests,
  cumulatePool,
  leaveOneOut,
  linearEstimator,
  missingSeriesEstimators,
  poolEstimates,
  poolInfluence,
  shrinkSeries,
  trimAndFill,
} from "../../src/pooling/index.ts";
import { funnelResultSchema, trimAndFillResultSchema } from "../../src/schema/funnel-result.ts";
import { poolInfluenceSchema } from "../../src/schema/pool-influence.ts";
import { poolSequenceSchema } from "../../src/schema/pool-sequence.ts";
import { shrunkenSeriesSchema } from "../../src/schema/shrunken-series.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { effectRows, rowOf } from "../helpers/pools.ts";
import { onScale, type RandomPool, randomPools } from "../helpers/random-pools.ts";

const options = { seed: 20_040_601, numRuns: 60 };
const rowsOf = ({ effects, variances }: RandomPool) =>
  effectRows(effects, variances).map((row, i) => ({ ...row, series: `S${i}` }));
const plain = <T>(result: T): T => JSON.parse(JSON.stringify(result));
const atLeastThree = randomPools.filter(({ effects }) => effects.length > 2);

describe("leaving one out", () => {
  it("is the pool without the row", () => {
    fc.assert(
      fc.property(atLeastThree, (pool) => {
        const rows = rowsOf(pool);
        leaveOneOut(rows).steps.forEach((step, i) => {
          const others = poolEstimates(rows.filter((_, j) => j !== i));
          const { estimate, standardError, lower, upper } = rowOf(others, "mean");
          expect(step.series).toBe(`S${i}`);
          expect([step.estimate, step.standardError, step.lower, step.upper]).toEqual([
            estimate,
            standardError,
            lower,
            upper,
          ]);
          expect([step.tauSquared, step.iSquared, step.q, step.pValue]).toEqual([
            rowOf(others, "tauSquared").estimate,
            rowOf(others, "iSquared").estimate,
            others.heterogeneity.q,
            others.test?.pValue ?? null,
          ]);
        });
      }),
      options,
    );
  });

  it("goes with the order of the rows, with a shift and with the scale", () => {
    fc.assert(
      fc.property(atLeastThree, (pool) => {
        const steps = leaveOneOut(rowsOf(pool)).steps;
        const reversed = leaveOneOut(rowsOf(pool).toReversed()).steps.toReversed();
        const moved = leaveOneOut(rowsOf(onScale(pool, 3, -2))).steps;
        const means = steps.map(({ estimate }) => estimate);
        expectAbsolute(
          reversed.map(({ estimate }) => estimate),
          means,
          1e-7,
        );
        expectAbsolute(
          moved.map(({ estimate }) => estimate),
          means.map((mean) => 3 - 2 * mean),
          1e-6,
        );
      }),
      options,
    );
  });
});

describe("cumulative pooling", () => {
  it("ends with the pool of all, in whatever order, and begins with a series alone", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const rows = rowsOf(pool);
        const order = rows.map(({ series }) => series).toReversed();
        const result = cumulatePool(rows, { order });
        const whole = rowOf(poolEstimates(rows.toReversed()), "mean");
        const last = result.steps.at(-1)!;
        expect([last.estimate, last.lower, last.upper]).toEqual([whole.estimate, whole.lower, whole.upper]);
        expect(result.steps[0]).toMatchObject({ series: order[0], nSeries: 1, lower: null, upper: null });
        expect(result.steps.map(({ series }) => series)).toEqual(order);
        expect(poolSequenceSchema.parse(plain(result))).toEqual(result);
      }),
      options,
    );
  });

  it("refuses an order that is not every series once", () => {
    const rows = rowsOf({ effects: [1, 2], variances: [1, 1] });
    expect(() => cumulatePool(rows, { order: ["S0", "X"] })).toThrow(
      'order must name series of the pool, got "X"',
    );
    expect(() => cumulatePool(rows, { order: ["S0"] })).toThrow('"S1" is missing');
    expect(() => cumulatePool(rows, { order: ["S0", "S1", "S0"] })).toThrow("got 3 names for 2");
  });
});

describe("influence", () => {
  it("has leverages that add up to the coefficients, weights that add up to 1, and the same numbers on every scale", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const result = poolInfluence(rowsOf(pool));
        const { series, nCoefficients } = result;
        const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
        expectAbsolute([total(series.map(({ hat }) => hat))], [nCoefficients], 1e-9);
        expectAbsolute([total(series.map(({ weight }) => weight))], [1], 1e-9);
        const moved = poolInfluence(rowsOf(onScale(pool, 4, 3))).series;
        if (series.length > 2)
          expectAbsolute(
            moved.map(({ studentizedDeletedResidual }) => studentizedDeletedResidual!),
            series.map(({ studentizedDeletedResidual }) => studentizedDeletedResidual!),
            1e-5,
          );
        expect(poolInfluenceSchema.parse(plain(result))).toEqual(result);
      }),
      options,
    );
  });

  it("has nothing to compare two series with, and says so", () => {
    const { series, warnings } = poolInfluence(rowsOf({ effects: [1, 2], variances: [1, 1] }));
    expect(series.map(({ cooksDistance }) => cooksDistance)).toEqual([null, null]);
    expect(warnings.map(({ code }) => code)).toEqual(["no-pool-without-series"]);
  });
});

describe("shrunken series", () => {
  it("lie between the series and the mean", () => {
    fc.assert(
      fc.property(randomPools, (pool) => {
        const rows = rowsOf(pool);
        const result = shrinkSeries(rows);
        const mean = rowOf(poolEstimates(rows), "mean").estimate!;
        result.estimates.forEach(({ estimate }, i) => {
          const own = rows[i]!.estimate;
          expect(estimate).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-12);
          expect(estimate).toBeLessThanOrEqual(Math.max(own, mean) + 1e-12);
        });
        expect(shrunkenSeriesSchema.parse(plain(result))).toEqual(result);
      }),
      options,
    );
  });
});

describe.each(asymmetryTests.map((one) => [one.name, one] as const))("asymmetry by %s", (_, method) => {
  it("is undefined for two series, has p in [0, 1] for more, and turns its sign with the effects", () => {
    expect(method.reference).toMatch(/\d{4}/);
    fc.assert(
      fc.property(randomPools, (pool) => {
        const result = assessFunnel(rowsOf(pool), { tests: [method] });
        const [test] = result.tests;
        const [turned] = assessFunnel(rowsOf(onScale(pool, 1, -1)), { tests: [method] }).tests;
        expect(funnelResultSchema.parse(plain(result))).toEqual(result);
        expect(result.warnings[0]!.code).toBe("funnel-few-series");
        if (test!.pValue === null) {
          expect(result.warnings.map(({ code }) => code)).toContain("asymmetry-test-undefined");
          return;
        }
        expect(test!.pValue).toBeGreaterThanOrEqual(0);
        expect(test!.pValue).toBeLessThanOrEqual(1);
        const size = 1e-6 * (1 + Math.abs(test!.statistic!));
        expectAbsolute([turned!.statistic!, turned!.pValue!], [-test!.statistic!, test!.pValue], size);
      }),
      options,
    );
  });
});

describe.each(missingSeriesEstimators.map((one) => [one.name, one] as const))(
  "trim and fill by %s",
  (_, missing) => {
    it("keeps every series, mirrors those it adds, and goes with shift and sign", () => {
      expect(missing.reference).toMatch(/\d{4}/);
      fc.assert(
        fc.property(atLeastThree, (pool) => {
          const fill = (one: RandomPool, side: "left" | "right") => {
            try {
              return trimAndFill(rowsOf(one), { side, missing });
            } catch (error) {
              expect(error).toMatchObject({ name: "EstimationError" });
              return null;
            }
          };
          const result = fill(pool, "left");
          if (result === null) return;
          expect(result.points.filter(({ filled }) => filled).length).toBe(result.nFilled);
          expect(result.points.length).toBe(pool.effects.length + result.nFilled);
          expect(trimAndFillResultSchema.parse(plain(result))).toEqual(result);
          expect(fill(onScale(pool, 2, -1), "right")?.nFilled).toBe(result.nFilled);
        }),
        options,
      );
    });
  },
);

it("one series alone is refused by name", () => {
  const one = rowsOf({ effects: [1], variances: [1] });
  for (const analysis of [leaveOneOut, poolInfluence, shrinkSeries, assessFunnel, trimAndFill])
    expect(() => analysis(one)).toThrow(/needs at least 2/);
  const two = rowsOf({ effects: [1, 2], variances: [1, 1] });
  expect(() => trimAndFill(two)).toThrow("please give the side");
  expect(trimAndFill(two, { side: "left", missing: linearEstimator }).nFilled).toBe(1);
});
