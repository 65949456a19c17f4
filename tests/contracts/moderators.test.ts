import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedMean } from "../../src/inference/random-effects/effect-data.ts";
import {
  commonEffect,
  henmiCopas,
  kenwardRoger,
  mantelHaenszel,
  meanIntervals,
  normalInterval,
  permuteModerators,
  poolEstimates,
  poolSeries,
} from "../../src/pooling/index.ts";
import { regressionDesign } from "../../src/pooling/regression/regression-design.ts";
import { readSeries } from "../../src/read/index.ts";
import { pooledResultSchema } from "../../src/schema/pooled-result.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { codesOf, rowOf } from "../helpers/pools.ts";
import { onScale, type RandomPool, randomPools } from "../helpers/random-pools.ts";

const options = { seed: 20_040_601, numRuns: 50 };
const doses = [2, 1, 2, 0.5, 1.5, 1, 0.4, 3];
const rowsOf = ({ effects, variances }: RandomPool, dose = doses) =>
  effects.map((estimate, i) => ({
    estimate,
    variance: variances[i]!,
    moderators: { dose: dose[i]!, design: i % 2 === 0 ? "single arm" : "controlled" },
  }));
const pools = randomPools.filter(({ effects }) => effects.length >= 4);
const slopeOf = (rows: ReturnType<typeof rowsOf>) =>
  rowOf(poolEstimates(rows, { moderators: ["dose"] }), "moderator:dose").estimate!;
const five = rowsOf({ effects: [-4.2, -3.1, -5, -1.8, -3.6], variances: [0.5, 0.8, 1.1, 0.65, 0.4] });

describe("a pool with moderators", () => {
  it("of none is the pool: the design of an intercept alone is a shared mean", () => {
    const plain = poolEstimates(five);
    expect(poolEstimates(five, { moderators: [] })).toEqual(plain);
    expect(plain.regression).toBeUndefined();
    const named = five.map((row, i) => ({ ...row, series: `S${i}` }));
    expect(regressionDesign(named, [])).toMatchObject({ matrix: sharedMean(5), intercept: [1], slopes: [] });
  });

  it("goes with the scale and the shift of effects and moderators, and not with the order of rows", () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const slope = slopeOf(rowsOf(pool));
        const size = 1e-6 * (1 + Math.abs(slope));
        const inGrams = doses.map((dose) => 1000 * dose + 7);
        expectAbsolute([slopeOf(rowsOf(onScale(pool, 3, -2)))], [-2 * slope], 10 * size);
        expectAbsolute([1000 * slopeOf(rowsOf(pool, inGrams))], [slope], size);
        expectAbsolute([slopeOf(rowsOf(pool).toReversed())], [slope], size);
      }),
      options,
    );
  });

  it("is JSON that the schema knows, with mean and prediction at the average moderators", () => {
    const result = poolEstimates(five, { moderators: ["design"], measure: "MC" });
    expect(pooledResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
    expect(result.estimates.map(({ parameter }) => parameter)).toEqual([
      "mean",
      "prediction",
      "intercept",
      "moderator:design=single arm",
      "tauSquared",
      "tau",
      "iSquared",
      "hSquared",
    ]);
    const [mean, , intercept, slope] = result.estimates;
    expect(mean!.given).toBe("average moderators");
    expectRelative([mean!.estimate!], [intercept!.estimate! + 0.6 * slope!.estimate!], 1e-12);
    expect(result.regression!.moderators).toEqual([
      {
        name: "design",
        kind: "text",
        reference: "controlled",
        levels: ["controlled", "single arm"],
        average: null,
      },
    ]);
    expect(result.provenance.options.moderators).toEqual(["design"]);
    expect(codesOf(result)).toContain("few-series-per-moderator");
  });

  it("has residuals that are the effects minus the fitted ones", () => {
    const { regression } = poolEstimates(five, { moderators: ["dose", "design"] });
    regression!.fitted.forEach(({ estimate, residual }, i) => {
      expectAbsolute([estimate + residual], [five[i]!.estimate], 1e-12);
    });
  });

  it("tests all moderators at once by every interval, or says that it has no such test", () => {
    for (const interval of meanIntervals) {
      if (interval === henmiCopas) {
        expect(() => poolEstimates(five, { moderators: ["dose"], interval })).toThrow(/shared mean/);
        continue;
      }
      const one = poolEstimates(five, { moderators: ["dose"], interval }).regression!;
      expectRelative([one.moderatorTest!.pValue], [one.tests[1]!.pValue!], 1e-9, interval.name);
    }
    const pool = { effects: [1, 2, 4, 3, 6, 7, 5, 9], variances: [1, 2, 1, 3, 1, 1, 2, 0.5] };
    const both = poolEstimates(rowsOf(pool), { moderators: ["dose", "design"], interval: kenwardRoger });
    expect(both.regression!.moderatorTest).toBeNull();
    expect(codesOf(both)).toContain("moderator-test-undefined");
  });

  it("has no R² where there is no τ² to explain, and says why", () => {
    const alike = rowsOf({ effects: [1, 1.1, 0.9, 1, 1.05], variances: [1, 1, 1, 1, 1] });
    const result = poolEstimates(alike, { moderators: ["dose"] });
    expect(result.regression!.rSquared).toBeNull();
    expect(codesOf(result)).toContain("r-squared-undefined");
    const assumed = poolEstimates(five, { moderators: ["dose"], tauSquared: commonEffect });
    expect(assumed.regression!.rSquared).toBeNull();
  });

  it("comes from a file of series too, and has no meaning for one effect of all tables", () => {
    const file = "series,estimate,variance,dose\nA,1,0.2,1\nB,2,0.3,2\nC,2.5,0.2,3\nD,3,0.4,3.5";
    const { regression } = poolSeries(readSeries(file), { moderators: ["dose"] });
    expect(regression!.moderators[0]!.average).toBe(2.375);
    const tables = readSeries("series,events,n,events_control,n_control\nA,7,11,1,12\nB,12,30,9,30");
    expect(() => poolSeries(tables, { method: mantelHaenszel, moderators: ["dose"] })).toThrow(
      /no moderators/,
    );
  });
});

describe("moderators that cannot be used are refused by name", () => {
  const refuse = (rows: Parameters<typeof poolEstimates>[0], moderators: string[]) => () =>
    poolEstimates(rows, { moderators });
  const rowsWith = (values: { [name: string]: number | string }[]) =>
    values.map((moderators, i) => ({ estimate: i * i, variance: 1 + i, moderators }));

  it("two series with one moderator, three series with three", () => {
    expect(refuse(rowsWith([{ dose: 1 }, { dose: 2 }]), ["dose"])).toThrow(
      "Cannot fit 2 coefficients (dose and an intercept): needs at least 3 series, got 2",
    );
    const three = rowsWith([1, 2, 3].map((x) => ({ a: x, b: x * x, c: 1 / x })));
    expect(refuse(three, ["a", "b", "c"])).toThrow(/needs at least 5 series, got 3/);
    expect(refuse(rowsWith([{ dose: 1 }]), ["dose"])).toThrow(/got 1/);
  });

  it("moderators that follow from others, or do not vary", () => {
    const rows = rowsWith(
      [1, 2, 3, 4, 7, 9].map((x) => ({ day: x, week: x / 7, course: "one", late: x > 3 ? 1 : 0 })),
    );
    expect(refuse(rows, ["day", "week"])).toThrow('Cannot tell the moderator "week" from "day"');
    expect(refuse(rows, ["course"])).toThrow('"course": it needs to vary between series, got "one" for all');
    expect(refuse(rows, ["day", "late"])).not.toThrow();
  });

  it("rows without a value, each by its name, and names that no row has", () => {
    const rows = rowsWith([{ dose: 1 }, {}, { dose: 3 }, { dose: Number.NaN }, { dose: 2 }]);
    expect(refuse(rows, ["dose"])).toThrow(/"Series 2" needs a value.*\n.*"Series 4" needs a value/);
    expect(refuse(rows, ["doze"])).toThrow('got "doze"; the rows have dose');
    expect(refuse(rows, ["dose", "dose"])).toThrow('got "dose" twice');
  });
});

describe("extremes", () => {
  it("one series with a variance of 1e-12 has an answer that goes through it", () => {
    const rows = five.map((row, i) => (i === 1 ? { ...row, variance: 1e-12 } : row));
    const result = poolEstimates(rows, {
      moderators: ["dose"],
      tauSquared: commonEffect,
      interval: normalInterval,
    });
    expectAbsolute([result.regression!.fitted[1]!.estimate], [rows[1]!.estimate], 1e-9);
    // The others see a line through that series: Σ w x (y − y₁)/Σ w x² with x from its dose.
    const others = rows.filter((_, i) => i !== 1).map((row) => ({ ...row, x: row.moderators.dose - 1 }));
    const total = others.reduce((sum, { x, variance }) => sum + x ** 2 / variance, 0);
    const product = others.reduce(
      (sum, { x, variance, estimate }) => sum + (x * (estimate + 3.1)) / variance,
      0,
    );
    const slope = rowOf(result, "moderator:dose");
    expectRelative([slope.estimate!, slope.standardError!], [product / total, total ** -0.5], 1e-9);
    const random = poolEstimates(rows, { moderators: ["dose"] });
    expect(random.estimates.every(({ estimate }) => Number.isFinite(estimate))).toBe(true);
  });

  it("forty series have an answer", () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      estimate: Math.sin(i) + 0.1 * (i % 7),
      variance: 0.1 + (i % 5) / 10,
      moderators: { dose: i % 7, site: `site ${i % 4}` },
    }));
    const { regression } = poolEstimates(rows, { moderators: ["dose", "site"] });
    expect(regression!.moderatorTest!.numeratorDegreesOfFreedom).toBe(4);
    expect(permuteModerators(rows, { moderators: ["dose"], arrangements: 100 }).method).toBe("monte-carlo");
  });
});
