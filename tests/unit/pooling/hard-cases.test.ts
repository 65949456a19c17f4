import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../src/errors.ts";
import {
  assessFunnel,
  halfNormal,
  henmiCopas,
  leaveOneOut,
  meanIntervals,
  permuteModerators,
  poolBayes,
  poolEstimates,
  poolInfluence,
  predictEffects,
  shrinkSeries,
  tauSquaredEstimators,
  trimAndFill,
} from "../../../src/pooling/index.ts";
import type { EffectEstimate } from "../../../src/schema/index.ts";
import { runCli } from "../../helpers/run-cli.ts";

type Columns = { [name: string]: (i: number) => number | string };

function rows(
  k: number,
  columns: Columns = {},
  variance = (i: number) => 0.3 + 0.1 * (i % 3),
): EffectEstimate[] {
  return Array.from({ length: k }, (_, i) => ({
    series: `S${i + 1}`,
    estimate: -1 + Math.sin(3 * i),
    variance: variance(i),
    moderators: Object.fromEntries(Object.entries(columns).map(([name, of]) => [name, of(i)])),
  }));
}

function fileOf(effects: readonly EffectEstimate[]): string {
  const names = Object.keys(effects[0]!.moderators!);
  const lines = effects.map(({ series, estimate, variance, moderators }) =>
    [series, estimate, variance, ...names.map((name) => moderators![name])].join(","),
  );
  return `${["series", "estimate", "variance", ...names].join(",")}\n${lines.join("\n")}\n`;
}

const one: Columns = { dose: (i) => i + 1 };
const three: Columns = { dose: (i) => i + 1, year: (i) => 2000 + i * i, age: (i) => 40 + 5 * ((i * 7) % 4) };
const tied: Columns = { dose: (i) => i + 1, grams: (i) => 70 * (i + 1) };

/** Cases that have no answer, with the code that the library names and what both say. */
const refused = [
  {
    name: "k = 2 with a moderator",
    effects: rows(2, one),
    code: "too-few-observations",
    words: "needs at least 3 series, got 2",
  },
  {
    name: "k = 3 with three moderators",
    effects: rows(3, three),
    code: "too-few-observations",
    words: "needs at least 5 series, got 3",
  },
  {
    name: "collinear moderators",
    effects: rows(6, tied),
    code: "not-identifiable",
    words: 'Cannot tell the moderator "grams" from "dose"',
  },
  {
    name: "a moderator that never varies",
    effects: rows(6, { dose: () => 2 }),
    code: "not-identifiable",
    words: "it needs to vary between series, got 2 for all",
  },
] as const;

describe("what so few series cannot tell is refused by name", () => {
  it.each(refused)("$name, by the library", ({ effects, code, words }) => {
    const moderators = Object.keys(effects[0]!.moderators!);
    const at = [Object.fromEntries(moderators.map((name) => [name, 1]))];
    for (const compute of [
      () => poolEstimates(effects, { moderators }),
      () => poolInfluence(effects, { moderators }),
      () => shrinkSeries(effects, { moderators }),
      () => permuteModerators(effects, { moderators }),
      () => predictEffects(effects, { moderators, at }),
    ]) {
      expect(compute).toThrow(EstimationError);
      expect(compute).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }));
    }
  });

  it.each(refused)("$name, by the command line with exit code 1", async ({ effects, words }) => {
    const moderators = Object.keys(effects[0]!.moderators!);
    const { code, stdout, stderr } = await runCli(
      ["pool", "-", "--moderator", ...moderators],
      fileOf(effects),
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(words);
  });
});

/** Every analysis of one pool; all numbers of them. */
function everyAnswer(effects: readonly EffectEstimate[]): object[] {
  return [
    poolEstimates(effects),
    poolBayes(effects, { prior: halfNormal(1) }),
    leaveOneOut(effects),
    poolInfluence(effects),
    shrinkSeries(effects),
    assessFunnel(effects),
    trimAndFill(effects),
  ];
}

const commands = [[], ["--diagnostics"], ["--cumulative", "order"], ["--bayes", "--tau-scale", "1"]];

describe("what is hard has an answer without a number that is none", () => {
  const sure = rows(5, {}, (i) => (i === 2 ? 1e-12 : 0.4));

  it("one series with variance 1e-12 beside four others, by the library", () => {
    for (const answer of everyAnswer(sure)) expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    const { estimates } = poolEstimates(sure);
    expect(estimates[0]!.lower).toBeLessThan(estimates[0]!.estimate!);
    expect(shrinkSeries(sure).estimates[2]!.estimate).toBeCloseTo(sure[2]!.estimate, 6);
  });

  it.each(tauSquaredEstimators)(
    "one series with variance 1e-12, by $name with every interval",
    (tauSquared) => {
      const withDose = sure.map((row, i) => ({ ...row, moderators: { dose: i * i } }));
      for (const interval of meanIntervals) {
        const answer = poolEstimates(sure, { tauSquared, interval });
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        if (interval === henmiCopas) continue;
        const regression = poolEstimates(withDose, { tauSquared, interval, moderators: ["dose"] });
        expect(JSON.parse(JSON.stringify(regression))).toEqual(regression);
      }
    },
  );

  it("it takes the mean to itself where τ² is 0", () => {
    const alike = sure.map((row, i) => ({ ...row, estimate: i === 2 ? 0.5 : 0.5 + 0.01 * i }));
    const { estimates, series } = poolEstimates(alike);
    expect(estimates[0]!.estimate).toBeCloseTo(0.5, 8);
    expect(series[2]!.weight).toBeGreaterThan(0.999999);
  });

  it.each(commands)("one series with variance 1e-12, by the command line %j %j", async (...flags) => {
    const named = sure.map((row) => ({ ...row, moderators: { drug: "x" } }));
    const { code, stdout, stderr } = await runCli(["pool", "-", ...flags.filter(Boolean)], fileOf(named));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toMatch(/NaN|undefined|Infinity/u);
  });

  const forty = rows(40, { ...three, arm: (i) => `arm ${i % 3}` });

  it("40 series, by the library: with four moderators, and a weight of each that adds up to 1", () => {
    for (const answer of everyAnswer(forty)) expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    const { series, regression } = poolEstimates(forty, { moderators: ["dose", "year", "age", "arm"] });
    expect(series.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(regression!.tests).toHaveLength(6);
    expect(regression!.moderatorTest!.numeratorDegreesOfFreedom).toBe(5);
  });

  it.each(["table", "json", "csv", "markdown", "html", "svg"])(
    "40 series, by the command line as %s",
    async (format) => {
      const flags = ["--diagnostics", "--cumulative", "year", "--subgroup", "arm", "--format", format];
      const { code, stdout, stderr } = await runCli(["pool", "-", ...flags], fileOf(forty));
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("S40");
      expect(stdout).not.toMatch(/NaN|undefined|Infinity/u);
    },
  );
});
