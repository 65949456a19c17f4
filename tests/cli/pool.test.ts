import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pooledResultSchema } from "../../src/schema/pooled-result.ts";
import { bcgFile, twoTrials } from "../helpers/pooled-results.ts";
import { limitsOf, rowOf } from "../helpers/pools.ts";
import { referenceEntries } from "../helpers/reference.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const datasets = new URL("../../datasets/ivig-series/", import.meta.url).pathname;
const overlapping = "series,events,n,overlaps\nA,5,5,B\nB,9,19,\nC,1,2,\n";

describe("nof1 pool", () => {
  it("agrees with metafor on the 13 trials of BCG by REML, Hartung–Knapp and Q-profile", async () => {
    const [fit] = referenceEntries("pooling.json", /^rma\.bcg_RR\.REML$/u);
    const [differences] = referenceEntries("pooling.json", /^confint\.bcg_RR\.REML\.QP$/u);
    const { code, stdout, stderr } = await runCli(
      ["pool", "-", "--measure", "RR", "--format", "json"],
      bcgFile(),
    );
    expect([code, stderr]).toEqual([0, ""]);
    const [result] = JSON.parse(stdout);
    expect(pooledResultSchema.parse(result)).toEqual(result);
    const { outputs } = fit!;
    const near = (value: number, expected: number): void =>
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-6); // iterated
    near(rowOf(result, "mean").estimate!, outputs.est);
    near(limitsOf(result, "mean")[0], outputs.knha.ci_lb);
    near(limitsOf(result, "mean")[1], outputs.knha.ci_ub);
    near(rowOf(result, "tauSquared").estimate!, differences!.outputs.tau2[0]);
    near(limitsOf(result, "tauSquared")[0], differences!.outputs.tau2[1]);
    near(limitsOf(result, "tauSquared")[1], differences!.outputs.tau2[2]);
    near(100 * rowOf(result, "iSquared").estimate!, outputs.I2);
    near(result.heterogeneity.q, outputs.QE);
    near(result.natural.estimates[0].estimate, Math.exp(outputs.est));
    for (const [i, weight] of outputs.weights_pct.entries()) near(100 * result.series[i].weight, weight);
    expect(result.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("follows the flags", async () => {
    const flags = [
      "--tau-squared",
      "dersimonian-laird",
      "--interval",
      "z",
      "--prediction",
      "z",
      "--level",
      "0.9",
    ];
    const { stdout } = await runCli(
      ["pool", "-", "--measure", "RD", "--format", "json", ...flags],
      bcgFile(),
    );
    const [result] = JSON.parse(stdout);
    expect(result.provenance.options).toMatchObject({
      measure: "RD",
      tauSquared: "dersimonian-laird",
      interval: "z",
      prediction: "z",
      level: 0.9,
    });
    const common = await runCli(["pool", "-", "--measure", "OR", "--common"], bcgFile());
    expect(common.stdout).toContain("taking one effect for all 13 series");
    const tables = await runCli(["pool", "-", "--method", "mantel-haenszel", "--measure", "RR"], twoTrials);
    expect(tables.stdout).toContain("Mantel–Haenszel).");
    const added = ["--measure", "RR", "--add", "1", "--add-to", "all", "--format", "json"];
    const [withOne] = JSON.parse((await runCli(["pool", "-", ...added], twoTrials)).stdout);
    expect(withOne.provenance.options.effects).toEqual({ zeros: { add: 1, to: "all" } });
    expect(withOne.series[1].estimate).toBeCloseTo(Math.log(13 / 32 / (10 / 32)), 12);
  });

  it("takes estimates as they stand, and turns them back as asked", async () => {
    const file = "series,estimate,standard_error\nA,-0.5,0.2\nB,-0.3,0.3\nC,-0.9,0.4\n";
    expect((await runCli(["pool", "-"], file)).stdout).toContain("Estimate: −0.5, the mean over 3 series");
    expect((await runCli(["pool", "-", "--back-transform", "exp"], file)).stdout).toMatch(
      /^Estimate: .*\n\nEstimate: 0\.60/u,
    );
  });

  it.each(["csv", "markdown", "html", "vega", "svg", "png"])("writes %s", async (format) => {
    const { code, stdout, bytes } = await runCli(
      ["pool", "-", "--measure", "RR", "--format", format],
      twoTrials,
    );
    expect(code).toBe(0);
    if (format === "png") expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    else expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
    if (format === "html") expect(stdout).toMatch(/^<!doctype html>[\s\S]*<svg /u);
    if (format === "vega") expect(JSON.parse(stdout).$schema).toContain("vega-lite");
  });

  it("leaves out the series that share patients with those to keep, and tells which", async () => {
    const { code, stdout } = await runCli(["pool", "-", "--measure", "PLO", "--keep", "B"], overlapping);
    expect(code).toBe(0);
    expect(stdout).toContain("  A: shares patients with B, which was kept.\n");
  });

  it("tells what the measures are in its help", async () => {
    const { stdout } = await runCli(["pool", "--help"]);
    expect(stdout).toMatch(
      /relief-mean-of-ratios +Relief, mean of the patients' own +mean_percent, sd_percent, n/u,
    );
  });
});

describe("nof1 pool refuses, all at once and with nothing written,", () => {
  it.each<[string, string[], string, string[]]>([
    [
      "series that share patients",
      ["--measure", "PLO"],
      overlapping,
      ['in.csv:B: Cannot pool "A" with "B": they share patients; name the one to keep (--keep)'],
    ],
    [
      "series without the measure's columns, and those that share patients",
      ["--measure", "MD"],
      overlapping,
      ["in.csv:B: Cannot pool", 'in.csv:A: "MD" needs', 'in.csv:B: "MD" needs', 'in.csv:C: "MD" needs'],
    ],
    [
      "a file without a measure, and names that it has not",
      ["--keep", "x", "y"],
      overlapping,
      [
        "nof1: --keep x: a series of the file is needed",
        "nof1: --keep y:",
        "nof1: --measure is needed: its columns suit PR (proportion)",
      ],
    ],
    [
      "flags that exclude each other",
      ["--common", "--interval", "z", "--method", "peto", "--measure", "RR"],
      twoTrials,
      [
        "nof1: --common: stands for",
        "nof1: --method peto takes one effect",
        "nof1: --method peto pools PETO",
      ],
    ],
    [
      "a measure's choices without a measure",
      ["--variance", "UB", "--add", "1"],
      twoTrials,
      ["nof1: --variance: needs a --measure", "nof1: --add, --add-to: need a --measure of counts"],
    ],
    [
      "a variance type that the measure has not",
      ["--measure", "RR", "--variance", "UB"],
      twoTrials,
      ["nof1: variance of"],
    ],
    [
      "cells that cannot be",
      ["--measure", "PLO"],
      "series,events,n\nA,6,5\nB,x,3\nB,1,2\n",
      ["in.csv:2:events: events must be at most n (5), got 6", "in.csv:3:events:", "in.csv:4:series:"],
    ],
  ])("%s", async (_, flags, text, starts) => {
    await inFolder(async (folder) => {
      const file = join(folder, "in.csv");
      writeFileSync(file, text);
      const { code, stdout, stderr } = await runCli(["pool", file, ...flags, "-o", join(folder, "out.txt")]);
      expect([code, stdout]).toEqual([2, ""]);
      const lines = stderr.replaceAll(`${folder}/`, "").trimEnd().split("\n");
      expect(lines.length).toBe(starts.length);
      for (const [i, start] of [...starts].sort().entries()) expect([...lines].sort()[i]).toContain(start);
      expect(readdirSync(folder)).toEqual(["in.csv"]);
    });
  });

  it("and ends with 1 where sound counts have no answer", async () => {
    const { code, stdout, stderr } = await runCli(["pool", "-", "--measure", "RR", "--add", "0"], twoTrials);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain('standard input: Cannot compute "RR" of jann-2020');
  });

  it("and says when the output cannot be written", async () => {
    const { code, stderr } = await runCli(["pool", "-", "--measure", "RR", "-o", "/dev/null/x"], twoTrials);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^\/dev\/null\/x: cannot be written/u)]);
  });
});

describe("the shipped series", () => {
  it.each<[string, string[], number, string[]]>([
    ["controlled", ["--measure", "RR"], 2, ["geerts-2021 +12/30 +9/30 .* inferred"]],
    [
      "sjogren",
      ["--measure", "PLO", "--keep", "levy-2003-sjogren", "morozumi-2009", "rist-2011-global"],
      3,
      [
        "morozumi-2009 +5/5 .* stated",
        "huma-2020: shares patients with levy-2003-sjogren",
        "in pain \\(no; yes\\)",
      ],
    ],
    [
      "painful",
      ["--measure", "PLO", "--keep", "goebel-2002-25", "morozumi-2009"],
      2,
      ["goebel-2002-25 +62/130 .* inferred", "kizawa-2006: shares patients with morozumi-2009"],
    ],
    [
      "single-arm",
      [
        "--measure",
        "PLO",
        "--keep",
        "goebel-2002-25",
        "goebel-2010-2pt",
        "levy-2003",
        "morozumi-2009",
        "rist-2011-mrs",
      ],
      8,
      ["goebel-2010-2pt +5/12 .* secondary", "levy-2003-sjogren: shares patients with levy-2003"],
    ],
  ])("of %s.csv are pooled in one command, with the certainty of each row", async (name, flags, k, found) => {
    const { code, stdout } = await runCli(["pool", join(datasets, `${name}.csv`), ...flags]);
    expect(code).toBe(0);
    expect(stdout).toContain(`: ${k} series pooled · `);
    for (const pattern of found) expect(stdout).toMatch(new RegExp(pattern, "u"));
    expect(stdout).toContain("their mean is of no one of these");
  });

  it("are refused as they stand where they share patients, every pair by name", async () => {
    const { code, stderr } = await runCli(["pool", join(datasets, "single-arm.csv"), "--measure", "PLO"]);
    expect([code, stderr.trimEnd().split("\n").length]).toEqual([2, 14]);
  });
});
