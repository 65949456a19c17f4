import { describe, expect, it } from "vitest";
import { poolSummaries, reliefMeanOfRatios } from "../../src/pooling/index.ts";
import { readSeries } from "../../src/read/index.ts";
import { pooledSummariesResultSchema } from "../../src/schema/index.ts";
import { runCli } from "../helpers/run-cli.ts";

/** Morozumi 2009 as published; the other series is SYNTHETIC. */
const text = `series,n,mean_percent,sd_percent,lower_bound,upper_bound,decimals
Morozumi 2009,5,73.4,,0,100,1
SYNTHETIC,8,60,20,,,
`;
const M = ["--measure", "relief-mean-of-ratios"];
const run = (flags: string[], input = text) => runCli(["pool", "-", ...M, ...flags], input);

describe("nof1 pool with a series that gives no standard deviation", () => {
  it("pools it as poolSummaries does, unasked", async () => {
    const { code, stdout, stderr } = await run(["--format", "json"]);
    expect([code, stderr]).toEqual([0, ""]);
    const [result] = JSON.parse(stdout);
    expect(pooledSummariesResultSchema.parse(result)).toEqual(result);
    const { provenance: _, ...own } = result;
    const { provenance: __, ...expected } = poolSummaries(readSeries(text), { measure: reliefMeanOfRatios });
    expect(own).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(result.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("says what was assumed, the feasible set, and the answer at both ends", async () => {
    const words = (await run([])).stdout;
    expect(words).toContain("Morozumi 2009 is not reported and was taken as uniform on the feasible set");
    expect(words).toMatch(/Morozumi 2009\s+sd_percent\s+0 to 43\.5/u);
    for (const part of ["Lowest standard deviations", "Highest standard deviations", "Rubin’s rules"])
      expect(words).toContain(part);
    expect(words).not.toMatch(/NaN|undefined/u);
  });

  it("says of one series alone that there is nothing to pool, with its own interval at both ends", async () => {
    const words = (await run([], text.split("\n").slice(0, 2).join("\n"))).stdout;
    expect(words).toContain("73 % in one series alone, so there is nothing to pool");
    expect(words).toContain(
      "interval goes from 73.4 to 73.4 % at the lowest feasible one to 35 to 111 % at the highest",
    );
    expect(words).not.toMatch(/NaN|undefined/u);
  });

  it("takes the law asked for, and the Bayesian integral", async () => {
    const between = JSON.parse(
      (await run(["--spread", "between", "--spread-values", "10,30", "--format", "json"])).stdout,
    )[0];
    expect(between.law).toEqual({
      name: "between",
      label: "Uniform from 10 to 30, where that is feasible",
      parameters: { lower: 10, upper: 30 },
    });
    const bayes = JSON.parse((await run(["--bayes", "--tau-scale", "0.2", "--format", "json"])).stdout)[0];
    expect(bayes.combination.name).toBe("bayesian-integral");
    expect(bayes.provenance.options.prior).toEqual({ name: "half-normal", scale: 0.2 });
    expect((await run(["--bayes"])).code).toBe(0);
  });

  it("writes every format", async () => {
    const as = async (format: string) => (await run(["--format", format])).stdout;
    expect(await as("csv")).toContain("\ncompanion,Lowest standard deviations,");
    expect(await as("markdown")).toContain("## What is not reported, and what it does");
    expect(await as("svg")).toMatch(/^<svg/u);
    const html = await as("html");
    expect(html).toContain("<svg");
    expect(html).not.toMatch(/NaN|undefined/u);
    expect(JSON.parse(await as("vega")).hconcat[0].layer.map(({ name }: { name: string }) => name)).toContain(
      "bands",
    );
  });

  it("asks for a measure that suits the columns", async () => {
    const { code, stderr } = await runCli(["pool", "-"], text);
    expect(code).toBe(2);
    expect(stderr).toContain("its columns suit relief-mean-of-ratios");
  });

  it("names the row and column of numbers that no patients can have", async () => {
    const { code, stderr } = await run([], text.replace("73.4,,0,100", "173.4,,0,100"));
    expect([code, stderr.trim()]).toEqual([
      2,
      "standard input:2:mean_percent: mean_percent must be at most upper_bound (100), got 173.4",
    ]);
    const searched =
      "series,n,mean_percent,sd_percent,minimum,maximum,median\nA,4,10,,0,30,29\nB,8,60,20,,,\n";
    expect((await run([], searched)).stderr).toContain(
      "standard input:A:mean_percent: No patients can have these numbers",
    );
  });

  it("refuses what has no meaning beside it, and laws without their numbers", async () => {
    const said = async (flags: string[], input = text) => (await run(flags, input)).stderr;
    expect(await said(["--diagnostics"])).toContain("leave out --diagnostics");
    expect(await said(["--spread", "between"])).toContain("needs lower,upper, got none");
    expect(await said(["--spread", "uniform", "--spread-values", "3"])).toContain("takes no numbers, got 3");
    expect(await said(["--spread", "half-normal", "--spread-values", "0"])).toContain("a scale above 0");
    expect(await said(["--spread-values", "3"])).toContain("needs --spread");
    expect(await said(["--spread", "log-uniform"])).toContain("this report allows 0");
    expect(await said(["--spread", "uniform"], text.replace("73.4,,", "73.4,15,"))).toContain(
      "--spread: is for series",
    );
    expect(await said(["--tau-scale", "1"])).toContain("leave out --tau-scale");
    expect(await said(["--chart", "forest", "--format", "svg"])).toContain("summary-pool");
  });
});
