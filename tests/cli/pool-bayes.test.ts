import { describe, expect, it } from "vitest";
import { pooledBayesResultSchema } from "../../src/schema/pooled-bayes-result.ts";
import { pooledBayesSensitivitySchema } from "../../src/schema/pooled-bayes-sensitivity.ts";
import { pooledResultSchema } from "../../src/schema/pooled-result.ts";
import { bcgFile, twoTrials } from "../helpers/pooled-results.ts";
import { rowOf } from "../helpers/pools.ts";
import { referenceEntries } from "../helpers/reference.ts";
import { runCli } from "../helpers/run-cli.ts";

const twoRatios = ["pool", "-", "--measure", "RR"];
const noSizes = "series,estimate,standard_error\nA,-0.5,0.2\nB,-0.3,0.3\nC,-0.9,0.4\n";
const json = async (argv: readonly string[], file: string) =>
  JSON.parse((await runCli([...argv, "--format", "json"], file)).stdout);

describe("nof1 pool beside its headline", () => {
  it("sets half-normal and half-Cauchy priors up to 5 series, as a further result", async () => {
    const [pooled, priors, ...others] = await json(twoRatios, twoTrials);
    expect(others).toEqual([]);
    expect(pooledResultSchema.parse(pooled)).toEqual(pooled);
    expect(pooledBayesSensitivitySchema.parse(priors)).toEqual(priors);
    expect(priors.rows.map((row: { priors: { tau: { label: string } } }) => row.priors.tau.label)).toEqual([
      "Half-normal, scale 0.395",
      "Half-normal, scale 0.79",
      "Half-normal, scale 1.58",
      "Half-Cauchy, scale 0.395",
      "Half-Cauchy, scale 0.79",
      "Half-Cauchy, scale 1.58",
    ]);
    expect(priors.provenance.inputSha256).toBe(pooled.provenance.inputSha256);
  });

  it("sets none beside more series, one effect, or one series, unless a scale is named", async () => {
    expect((await json(twoRatios, bcgFile())).length).toBe(1);
    expect((await json([...twoRatios, "--tau-scale", "0.5"], bcgFile())).length).toBe(2);
    expect((await json([...twoRatios, "--common"], twoTrials)).length).toBe(1);
    expect((await json(["pool", "-", "--measure", "PLO"], "series,events,n\nA,5,5\n")).length).toBe(1);
  });

  it("says what is missing where the numbers of patients are", async () => {
    const { stdout } = await runCli(["pool", "-"], noSizes);
    expect(stdout).toContain("No Bayesian intervals stand beside this one");
    expect(stdout).toContain("--tau-scale names a scale, in units of the estimates.");
    const named = await runCli(["pool", "-", "--tau-scale", "0.5"], noSizes);
    expect(named.stdout).toContain("Bayes, half-normal, scale 0.25 ");
    expect(named.stdout).not.toContain("No Bayesian intervals");
  });
});

describe("nof1 pool --bayes", () => {
  it("pools by Bayes' rule, under the prior asked for and others around it", async () => {
    const flags = ["--bayes", "--tau-prior", "half-t", "--tau-scale", "0.5,4", "--mean-prior-sd", "2"];
    const [pooled, priors] = await json([...twoRatios, ...flags], twoTrials);
    expect(pooledBayesResultSchema.parse(pooled)).toEqual(pooled);
    expect(pooledBayesSensitivitySchema.parse(priors)).toEqual(priors);
    expect(pooled.provenance.options).toMatchObject({
      measure: "RR",
      mean: { name: "normal", mean: 0, standardDeviation: 2 },
      prior: { name: "half-t", scale: 0.5, degreesOfFreedom: 4 },
    });
    expect(pooled.logBayesFactor).not.toBeNull();
    expect(priors.rows.length).toBe(7);
    expect(priors.rows[0].estimates[0]).toEqual(pooled.estimates[0]);
    expect(pooled.warnings[0].message).toBe("0.5 was added to each count of jann-2020.".replace(/\.$/u, ""));
  });

  it.each(["table", "csv", "markdown", "html", "vega", "svg", "png"])("writes %s", async (format) => {
    const { code, stdout, bytes } = await runCli([...twoRatios, "--bayes", "--format", format], twoTrials);
    expect(code).toBe(0);
    if (format === "png") expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    else expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
    if (format === "html") expect(stdout.match(/<svg /gu)?.length).toBe(2);
  });

  it("leaves out what shares patients, and says so", async () => {
    const file = "series,events,n,overlaps\nA,5,5,B\nB,9,19,\nC,1,2,\n";
    const { stdout } = await runCli(["pool", "-", "--measure", "PLO", "--keep", "B", "--bayes"], file);
    expect(stdout).toContain("  A: shares patients with B, which was kept.\n");
  });

  it.each<[string, string[], string, string[]]>([
    [
      "methods that priors take the place of",
      ["--bayes", "--tau-squared", "reml", "--interval", "z"],
      twoTrials,
      ["nof1: --bayes goes without these: leave out --tau-squared, --interval"],
    ],
    [
      "priors without --bayes",
      ["--tau-prior", "uniform", "--mean-prior-sd", "1"],
      twoTrials,
      ["nof1: --tau-prior: needs --bayes", "nof1: --mean-prior-sd: needs --bayes"],
    ],
    [
      "a prior without its numbers",
      ["--bayes", "--tau-prior", "log-normal", "--tau-scale", "1"],
      twoTrials,
      ["nof1: --tau-scale: --tau-prior log-normal needs logMean,logStandardDeviation, got 1"],
    ],
    [
      "a scale that cannot be",
      ["--bayes", "--tau-scale", "-1"],
      twoTrials,
      ["nof1: --tau-scale: The half-normal prior of τ needs a positive scale, got -1"],
    ],
  ])("refuses %s", async (_, flags, file, lines) => {
    const { code, stdout, stderr } = await runCli([...twoRatios, ...flags], file);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.trimEnd().split("\n")).toEqual(lines);
  });

  it("asks for a scale where the numbers of patients are not known", async () => {
    const { code, stderr } = await runCli(["pool", "-", "--bayes"], noSizes);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^nof1: --tau-scale is needed: /u)]);
  });
});

describe("nof1 pool --moderator", () => {
  it("agrees with metafor on latitude and the 13 trials of BCG, and says it in words", async () => {
    const [entry] = referenceEntries("pooling.json", /^metareg\.bcg_ablat\.DL\.z$/u);
    const { inputs, outputs } = entry!;
    const [head, ...rows] = bcgFile().trimEnd().split("\n");
    const file = [`${head},ablat`, ...rows.map((row, i) => `${row},${inputs.x[i]}`)].join("\n");
    const flags = ["--tau-squared", "dersimonian-laird", "--interval", "z", "--moderator", "ablat"];
    const [result] = await json([...twoRatios, ...flags], file);
    const near = (value: number, expected: number): void =>
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-8); // closed form
    near(rowOf(result, "intercept").estimate!, outputs.b[0]);
    near(rowOf(result, "moderator:ablat").estimate!, outputs.b[1]);
    near(rowOf(result, "moderator:ablat").standardError!, outputs.se[1]);
    const { stdout } = await runCli([...twoRatios, ...flags], file);
    expect(stdout).toContain("the mean over 13 series at their average of ablat");
    expect(stdout).toContain(
      "With each unit more of ablat the effect changes by −0.029 (95 % interval: −0.042 to −0.016)",
    );
    expect(stdout).toContain("(QM(1) 18.85, p below 0.001)");
    expect(stdout).toMatch(/Change per unit of ablat +−0\.029 \(−0\.042 to −0\.016\) +below 0\.001\n/u);
  });

  it("names the columns that there are, and the series that lacks one", async () => {
    const { code, stderr } = await runCli([...twoRatios, "--moderator", "dose"], twoTrials);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("--moderator dose: a column of the file is needed (outcome, certainty)"),
    ]);
  });
});
