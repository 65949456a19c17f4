import { describe, expect, it } from "vitest";
import { correlatedErrors, poolTwoOutcomes } from "../../src/pooling/index.ts";
import { type Estimate, multilevelResultSchema } from "../../src/schema/index.ts";
import { nestedEffects } from "../helpers/nested-effects.ts";
import { runCli } from "../helpers/run-cli.ts";

const yi = [0.8, 1.4, 0.5, 1.1, 0.9, 1, 0.1, 1.3, 0.3, 1.9, 0.7];
const vi = [0.03, 0.05, 0.02, 0.06, 0.04, 0.08, 0.03, 0.05, 0.02, 0.04, 0.05];
const papers = [..."aabbccddeef"];
const outcomes = yi.map((_, i) => (i % 2 === 0 ? "relief" : "duration"));
const file = `series,estimate,variance,paper,outcome\n${yi
  .map((estimate, i) => `${papers[i]} ${outcomes[i]},${estimate},${vi[i]},${papers[i]},${outcomes[i]}`)
  .join("\n")}\n`;
const both = ["pool", "-", "--multilevel", "paper", "--outcome", "outcome"];
const numbers = ({ parameter, outcome, estimate, lower, upper }: Estimate) => ({
  parameter,
  outcome,
  numbers: [estimate, lower, upper],
});

describe("nof1 pool --multilevel --outcome", () => {
  it("pools two outcomes at once as poolTwoOutcomes does, with the limits of their correlation", async () => {
    const { code, stdout, stderr } = await runCli([...both, "--rho", "0.5", "--format", "json"], file);
    expect([code, stderr]).toEqual([0, ""]);
    const [result] = JSON.parse(stdout);
    expect(multilevelResultSchema.parse(result)).toEqual(result);
    const expected = poolTwoOutcomes(nestedEffects(yi, vi, { paper: papers, outcome: outcomes }), {
      sampling: correlatedErrors(0.5),
    });
    result.estimates.map(numbers).forEach((row: ReturnType<typeof numbers>, i: number) => {
      const wanted = numbers(expected.estimates[i]!);
      expect([row.parameter, row.outcome]).toEqual([wanted.parameter, wanted.outcome]);
      row.numbers.forEach((value, j) => {
        expect(value).toBeCloseTo(wanted.numbers[j]!, 5);
      });
    });
  });

  it("keeps the same under other correlations of sampling errors in the JSON", async () => {
    const [result] = JSON.parse((await runCli([...both, "--format", "json"], file)).stdout);
    const means = result.sensitivity.filter(({ parameter }: Estimate) => parameter === "mean");
    expect(means).toHaveLength(10);
    expect(means[0]).toMatchObject({ given: "sampling errors correlated by 0", outcome: "relief" });
    expect(means[0].estimate).toBeCloseTo(result.estimates[0].estimate, 8);
  });

  it("says both means and their correlation in words, and draws each outcome on an axis of its own", async () => {
    const words = (await runCli(both, file)).stdout;
    expect(words).toMatch(/at once: relief: 0\.5\d* \(95 % interval: .*\); duration: 1\.3\d* \(/u);
    expect(words).toMatch(/go together with a correlation of −0\.627 \(from −1 to 1\)/u);
    expect(words).toContain("These series do not tell how both outcomes go together");
    expect(words).toContain("Mean effect, duration");
    expect(words).not.toMatch(/NaN|undefined/u);
    const svg = (await runCli([...both, "--format", "svg"], file)).stdout;
    for (const paper of papers.filter((_, i) => i % 2 === 0)) expect(svg).toContain(`>${paper} relief<`);
    expect(svg).toContain(">e duration<");
    expect(svg).toContain(">relief<");
    expect(svg).toContain(">duration<");
    expect(svg.match(/>Mean</gu)).toHaveLength(2);
    const csv = (await runCli([...both, "--format", "csv"], file)).stdout;
    expect(csv).toContain("\ncorrelation,");
  });

  it.each([
    [["--outcome", "outcome"], "--outcome: needs --multilevel"],
    [["--multilevel", "paper", "series", "--outcome", "outcome"], "--multilevel takes one column with it"],
    [["--multilevel", "paper", "--outcome", "what"], "--outcome what: a column of the file is needed"],
    [["--multilevel", "paper", "--outcome", "series"], "needs 2, got 11"],
  ])("refuses %j", async (flags, words) => {
    const { code, stderr } = await runCli(["pool", "-", ...flags], file);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  it("refuses where fewer than two groups have both outcomes", async () => {
    const { code, stderr } = await runCli(both, file.split("\n").slice(0, 3).join("\n"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/needs at least 2 groups/u);
  });
});

describe("nof1 pool --multilevel", () => {
  it("keeps the pools under other correlations in its JSON", async () => {
    const nested = ["pool", "-", "--multilevel", "paper", "--format", "json"];
    const [result] = JSON.parse((await runCli(nested, file)).stdout);
    expect(result.sensitivity.filter(({ parameter }: Estimate) => parameter === "mean")).toHaveLength(5);
    const single = "series,estimate,variance,paper\nA,1,1,a\nB,2,1,b\nC,4,1,c\n";
    expect(JSON.parse((await runCli(nested, single)).stdout)[0].sensitivity).toBeUndefined();
  });
});

describe("pools on the scale that people read", () => {
  it("Bayes: the effect of each series too, and the scale stands with the sensitivity to the prior", async () => {
    const counts = "series,events,n,events_control,n_control\nA,7,11,1,12\nB,12,30,9,30\n";
    const { stdout } = await runCli(["pool", "-", "--measure", "RR", "--bayes", "--format", "json"], counts);
    const [result, sensitivity] = JSON.parse(stdout);
    const drawn = ({ estimates }: { estimates: Estimate[] }) =>
      estimates.filter(({ parameter }) => parameter === "seriesEffect");
    expect(drawn(result.natural)).toHaveLength(2);
    drawn(result.natural).forEach(({ estimate, lower, unit, label }, i) => {
      expect(estimate).toBeCloseTo(Math.exp(drawn(result)[i]!.estimate!), 12);
      expect(lower).toBeCloseTo(Math.exp(drawn(result)[i]!.lower!), 12);
      expect([unit, label]).toEqual(["ratio", drawn(result)[i]!.label]);
    });
    expect(sensitivity.scale).toEqual({ label: "Risk ratio", unit: "ratio", axis: "log", noEffect: 1 });
    expect(sensitivity.rows[0].natural).toHaveLength(2);
  });

  it("exact: the normal limits of each series follow the level that was asked for", async () => {
    const counts = "series,events,n\nA,18,22\nB,5,5\nC,3,9\n";
    const of = async (level: string) =>
      JSON.parse(
        (await runCli(["pool", "-", "--exact", "--level", level, "--format", "json"], counts)).stdout,
      )[0].series;
    const [wide, narrow] = [await of("0.95"), await of("0.8")];
    expect(wide[0].upper - wide[0].estimate).toBeCloseTo(1.959963984540054 * wide[0].standardError, 12);
    expect(narrow[0].upper - narrow[0].estimate).toBeCloseTo(1.2815515655446004 * wide[0].standardError, 12);
    expect([wide[1].lower, wide[1].upper]).toEqual([null, null]);
    const svg = async (level: string) =>
      (await runCli(["pool", "-", "--exact", "--level", level, "--format", "svg"], counts)).stdout;
    expect(await svg("0.8")).not.toBe(await svg("0.95"));
  });
});
