import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../src/errors.ts";
import {
  doubleArcsineProportion,
  hartungKnapp,
  logitProportion,
  mantelHaenszel,
  meanDifference,
  normalInterval,
  oddsRatio,
  type PoolSeriesOptions,
  peto,
  poolEstimates,
  poolMantelHaenszel,
  poolMethods,
  poolSeries,
  reliefLogRatio,
  riskRatio,
} from "../../../src/pooling/index.ts";
import { readSeries } from "../../../src/read/index.ts";
import { pooledResultSchema } from "../../../src/schema/pooled-result.ts";
import { pooledFixtures, twoTrials } from "../../helpers/pooled-results.ts";
import { codesOf, rowOf } from "../../helpers/pools.ts";

const trials = readSeries(twoTrials);
const counts = readSeries("series,events,n,overlaps\nA,5,5,B\nB,9,19,\nC,1,2,\nD,3,9,\n");
const issuesOf = (run: () => unknown): readonly { path: string; message: string }[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  throw new Error("nothing was thrown");
};

describe("poolSeries", () => {
  it.each(Object.entries(pooledFixtures))("gives plain JSON that the schema accepts: %s", (_, result) => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(pooledResultSchema.parse(result)).toEqual(result);
  });

  it("pools as poolEstimates does, and keeps the numbers and columns of each series", () => {
    const result = poolSeries(trials, { measure: riskRatio });
    const effects = trials.map(({ summary }) => riskRatio.compute(summary));
    const plain = poolEstimates(effects);
    expect(rowOf(result, "mean").lower).toBe(rowOf(plain, "mean").lower);
    expect(result.series[0]).toMatchObject({
      summary: { events: 7, n: 11, events_control: 0, n_control: 12 },
      moderators: { outcome: "half of the pain", certainty: "stated" },
    });
    expect(codesOf(result)).toContain("added-to-counts");
    expect(result.provenance.options).toMatchObject({ measure: "RR", poolMethod: "inverse-variance" });
  });

  it("turns mean, limits, prediction, companions and series back as they are", () => {
    const { natural, estimates, series } = poolSeries(trials, { measure: riskRatio });
    expect(natural).toMatchObject({ label: "Risk ratio", unit: "ratio", axis: "log", noEffect: 1 });
    for (const [i, row] of natural!.estimates.entries()) {
      expect(row.lower).toBe(Math.exp(estimates[i]!.lower!));
      expect(row.upper).toBe(Math.exp(estimates[i]!.upper!));
      expect(row.standardError).toBeNull();
    }
    expect(natural!.series.map(({ estimate }) => estimate)).toEqual(
      series.map(({ estimate }) => Math.exp(estimate)),
    );
  });

  it("changes the sides of the limits where the scale is turned round, as that of relief is", () => {
    const { natural, estimates } = pooledFixtures.relief!;
    const [mean] = natural!.estimates;
    expect(mean!.lower).toBe(-Math.expm1(estimates[0]!.upper!));
    expect(mean!.lower! < mean!.estimate! && mean!.estimate! < mean!.upper!).toBe(true);
    expect(reliefLogRatio.natural.noEffect).toBe(0);
  });

  it("has no limit where turning back leaves the numbers there are", () => {
    const wide = readSeries("series,estimate,variance\nA,0,40000\nB,400,40000\n");
    const { natural } = poolSeries(wide, { backTransform: "exp" });
    expect(natural!.estimates[0]).toMatchObject({ lower: 0, upper: null, bound: "open-upper" });
  });

  it("reads a double arcsine at the harmonic mean of the patients, and says what that means", () => {
    const trap = readSeries("series,events,n\nA,2,10\nB,0,5\nC,1,1000\nD,3,200000\n");
    const options: PoolSeriesOptions = { measure: doubleArcsineProportion, interval: normalInterval };
    const result = poolSeries(trap, options);
    expect(codesOf(result)).toContain("freeman-tukey-back-transform");
    expect(result.natural!.series.map(({ estimate }) => estimate)[0]).toBeCloseTo(0.2, 12);
  });

  it("says which interval to trust where the normal one finds an effect and Hartung–Knapp does not", () => {
    const { companions, warnings } = pooledFixtures.given!;
    expect(companions.map(({ row }) => row.method)).toEqual(["hartung-knapp-floored", "z"]);
    expect(warnings.find(({ code }) => code === "intervals-disagree")?.message).toContain(
      "whether there is an effect is not settled",
    );
    expect(codesOf(pooledFixtures.thirteen!)).not.toContain("intervals-disagree");
  });

  it("leaves out what shares patients with a kept series, and says so", () => {
    const { leftOut, series } = poolSeries(counts, { measure: logitProportion, keep: ["B"] });
    expect(leftOut).toEqual([{ series: "A", reason: "Shares patients with B, which was kept" }]);
    expect(series.map((one) => one.series)).toEqual(["B", "C", "D"]);
  });

  it("names overlaps and missing columns at once, each once", () => {
    expect(issuesOf(() => poolSeries(counts, { measure: meanDifference })).length).toBe(1 + 4);
    expect(issuesOf(() => poolSeries(counts, { measure: logitProportion })).length).toBe(1);
  });

  it("takes estimates as they stand where no measure is said, and refuses two variances that differ", () => {
    expect(pooledFixtures.given!.measure).toBe("estimate");
    const twice = "series,estimate,standard_error,variance\nA,0.3,0.1,0.01\nB,1,0.2,0.2\nC,1,,0.2\n";
    expect(issuesOf(() => poolSeries(readSeries(twice))).map(({ path }) => path)).toEqual(["B"]);
    expect(issuesOf(() => poolSeries(trials)).map(({ path }) => path)).toEqual(["jann-2020", "geerts-2021"]);
  });

  it("has no answer without a series", () => {
    expect(() => poolSeries([])).toThrow(EstimationError);
  });
});

describe("the ways to a pool", () => {
  it("have names of their own, the default first", () => {
    expect(poolMethods.map(({ name }) => name)).toEqual(["inverse-variance", "mantel-haenszel", "peto"]);
  });

  it("pool tables as their functions do, with the scale that people read", () => {
    const result = poolSeries(trials, { method: mantelHaenszel, measure: oddsRatio });
    const tables = trials.map(({ series, summary }) => ({ series, ...summary })) as never;
    const mean = rowOf(poolMantelHaenszel(tables), "mean");
    expect(rowOf(result, "mean").estimate).toBe(mean.estimate);
    expect(result.natural!.estimates[0]!.estimate).toBe(Math.exp(mean.estimate!));
    expect(result.series[1]!.moderators).toMatchObject({ certainty: "inferred" });
    expect(poolSeries(trials, { method: peto }).measure).toBe("PETO");
  });

  it("refuse what has no meaning for one common effect", () => {
    expect(() => poolSeries(trials, { method: peto, interval: hartungKnapp })).toThrow(
      '"peto" takes one effect for all series: it has no interval',
    );
    expect(() => poolSeries(trials, { method: peto, measure: riskRatio })).toThrow(
      '"peto" pools PETO, got the measure "RR"',
    );
    expect(issuesOf(() => poolSeries(counts, { method: peto, keep: ["A"] })).length).toBe(3);
  });
});
