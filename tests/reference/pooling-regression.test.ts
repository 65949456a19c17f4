import { describe, expect, it } from "vitest";
import {
  dersimonianLaird,
  hartungKnapp,
  linearEstimator,
  type MeanInterval,
  type MissingSeriesEstimator,
  normalInterval,
  permuteModerators,
  poolEstimates,
  poolInfluence,
  poolSubgroups,
  quadraticEstimator,
  runEstimator,
  shrinkSeries,
  studentTInterval,
  trimAndFill,
} from "../../src/pooling/index.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { rowOf } from "../helpers/pools.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

/** metafor's REML is iterated to changes of 1e-13; what follows from it keeps about half as many digits. */
const ITERATED = 1e-6;
const CLOSED = 1e-8;

const FILE = "pooling-regression.json";

function entries(pattern: RegExp): [string, ReferenceEntry][] {
  return referenceEntries(FILE, pattern).map((entry) => [entry.id, entry]);
}

const only = (id: string): ReferenceEntry => referenceEntries(FILE, new RegExp(`^${id}$`, "u"))[0]!;

function rowsOf({ inputs: { yi, vi, ...moderators } }: ReferenceEntry) {
  return (yi as number[]).map((estimate, i) => ({
    estimate,
    variance: vi[i] as number,
    moderators: Object.fromEntries(
      Object.entries(moderators).map(([name, all]) => [name, (all as number[])[i]!]),
    ),
  }));
}

const intervals: Record<string, MeanInterval> = {
  z: normalInterval,
  t: studentTInterval,
  knha: hartungKnapp,
};

describe.each(entries(/^(two|text)\.(z|t|knha)$/))("%s", (id, entry) => {
  it("has metafor's coefficients, QM, R² and QE with several columns", () => {
    const { outputs } = entry;
    const [kind, test] = id.split(".") as [string, string];
    const moderators = kind === "two" ? ["ablat", "year"] : ["ablat", "alloc"];
    const result = poolEstimates(rowsOf(entry), { moderators, interval: intervals[test]! });
    const { tests, moderatorTest, rSquared } = result.regression!;
    const coefficients = tests.map(({ parameter }) => rowOf(result, parameter));
    expectRelative(
      coefficients.map(({ estimate }) => estimate!),
      outputs.b,
      ITERATED,
    );
    expectRelative(
      coefficients.map(({ standardError }) => standardError!),
      outputs.se,
      ITERATED,
    );
    expectRelative(
      tests.map(({ pValue }) => pValue!),
      outputs.p,
      ITERATED,
    );
    expectRelative(
      [moderatorTest!.statistic, moderatorTest!.pValue, 100 * rSquared!, result.heterogeneity.q],
      [outputs.QM, outputs.QMp, outputs.R2, outputs.QE],
      ITERATED,
    );
  });
});

describe.each(entries(/^permuted\./))("%s", (id, entry) => {
  it("has metafor's exact permutation p-values", () => {
    const { outputs } = entry;
    const moderators = id.includes("one") ? ["dose"] : ["dose", "year"];
    const interval = intervals[id.split(".")[2]!]!;
    const { tests, method } = permuteModerators(rowsOf(entry), {
      moderators,
      interval,
      tauSquared: dersimonianLaird,
    });
    const single = [outputs.p].flat();
    expect(method).toBe("exact");
    expectRelative(
      tests.map(({ pValue }) => pValue!),
      single.length === 1 ? single : [...single, outputs.QMp],
      CLOSED,
    );
  });
});

describe("subgroups", () => {
  it("have metafor's separate means and τ², and its test between them", () => {
    const entry = only("subgroups");
    const { outputs } = entry;
    const result = poolSubgroups(rowsOf(entry), { moderator: "alloc", interval: normalInterval });
    expect(result.subgroups.map(({ level }) => level)).toEqual(outputs.level);
    const columns = [
      [result.subgroups.map(({ mean }) => mean.estimate!), outputs.mean],
      [result.subgroups.map(({ mean }) => mean.standardError!), outputs.se],
      [result.subgroups.map(({ tauSquared }) => tauSquared!), outputs.tau2],
      [
        [result.betweenTest!.statistic, result.betweenTest!.pValue],
        [outputs.QM, outputs.QMp],
      ],
    ] as const;
    for (const [found, expected] of columns) expectRelative(found, expected, ITERATED);
  });

  it("with a common τ² are the means of a regression on their levels", () => {
    const rows = rowsOf(only("subgroups"));
    const { subgroups, betweenTest } = poolSubgroups(rows, {
      moderator: "alloc",
      subgroupTauSquared: "common",
    });
    const { regression, estimates } = poolEstimates(rows, { moderators: ["alloc"] });
    const [intercept, random, systematic] = estimates
      .filter(({ parameter }) => parameter === "intercept" || parameter.startsWith("moderator:"))
      .map(({ estimate }) => estimate!) as [number, number, number];
    expectRelative(
      subgroups.map(({ mean }) => mean.estimate!),
      [intercept, intercept + random, intercept + systematic],
      CLOSED,
    );
    expectRelative([betweenTest!.pValue], [regression!.moderatorTest!.pValue], CLOSED);
  });
});

describe("influence, Baujat's plot and shrunken effects", () => {
  it("have metafor's coordinates of Baujat's plot", () => {
    const entry = only("baujat");
    const { series } = poolInfluence(rowsOf(entry));
    expectRelative(
      series.map((one) => one.squaredPearsonResidual),
      entry.outputs.x,
      ITERATED,
    );
    expectRelative(
      series.map((one) => one.squaredShift!),
      entry.outputs.y,
      ITERATED,
    );
  });

  it("have metafor's values with a moderator", () => {
    const entry = only("influence.ablat");
    const { outputs } = entry;
    const { series } = poolInfluence(rowsOf(entry), { moderators: ["ablat"] });
    const columns = [
      [series.map((one) => one.studentizedDeletedResidual!), outputs.rstudent],
      [series.map((one) => one.dffits!), outputs.dffits],
      [series.map((one) => one.cooksDistance!), outputs["cook.d"]],
      [series.map((one) => one.covarianceRatio!), outputs["cov.r"]],
      [series.map((one) => one.tauSquaredDeleted!), outputs["tau2.del"]],
      [series.map((one) => one.qDeleted!), outputs["QE.del"]],
      [series.map((one) => one.hat), outputs.hat],
    ] as const;
    for (const [found, expected] of columns) {
      const answered = found.map((value, i) => (expected[i] === null ? null : value));
      expectRelative(
        answered.filter((value) => value !== null),
        expected.filter((value: number | null) => value !== null),
        ITERATED,
      );
    }
    const shrunken = only("blup.ablat").outputs;
    const { estimates } = shrinkSeries(rowsOf(entry), { moderators: ["ablat"], interval: normalInterval });
    expectRelative(
      estimates.map(({ estimate }) => estimate!),
      shrunken.pred,
      ITERATED,
    );
    expectRelative(
      estimates.map(({ standardError }) => standardError!),
      shrunken.se,
      ITERATED,
    );
  });
});

describe.each([
  ["L0", linearEstimator],
  ["R0", runEstimator],
  ["Q0", quadraticEstimator],
] as [string, MissingSeriesEstimator][])("trim and fill by %s", (name, missing) => {
  it("has metafor's number missing with its standard error, and the pool", () => {
    const entry = only(`trimfill.${name}`);
    const { outputs } = entry;
    const result = trimAndFill(rowsOf(entry), { side: "left", missing, tauSquared: dersimonianLaird });
    expect(result.nFilled).toBe(outputs.k0);
    expectRelative(
      [result.standardError, result.estimates[0]!.estimate!, result.estimates[1]!.estimate!],
      [outputs.se, outputs.est, outputs.tau2],
      CLOSED,
    );
  });
});
