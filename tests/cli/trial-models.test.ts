import { describe, expect, it } from "vitest";
import type { TrialResult } from "../../src/schema/trial-result.ts";
import { trialModels } from "../../src/trial/index.ts";
import { runCli } from "../helpers/run-cli.ts";

const scores = [7, 8, 3, 4, 2, 3, 6, 8, 4, 3, 8, 7, 7, 6, 3, 2];
const treatments = ["saline", "IVIG", "IVIG", "saline", "IVIG", "saline", "saline", "IVIG"];
const pairs = `block,period,treatment,day,score\n${scores
  .map((score, i) => {
    const period = Math.floor(i / 2);
    return `${Math.floor(period / 2) + 1},${period + 1},${treatments[period]},${1 + 7 * i},${score}\n`;
  })
  .join("")}`;
const basic = ["trial", "-", "--design", "randomized-pairs", "--improvement", "decrease"];
const models = (...names: string[]): string[] => names.flatMap((name) => ["--model", name]);

async function resultOf(argv: readonly string[], text = pairs): Promise<TrialResult> {
  const { code, stdout, stderr } = await runCli([...basic, ...argv, "--format", "json"], text);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout)[0];
}

describe("nof1 trial --model", () => {
  it("gives the answer of each model that was asked for, in that order", async () => {
    const { models: answers, provenance } = await resultOf(models("paired-t", "signed-rank"));
    expect(answers.map(({ model }) => model)).toEqual(["paired-t", "signed-rank"]);
    expect(answers[0]!.estimates[0]!.estimate).toBe(-4.125);
    expect(provenance.options.models).toEqual(["paired-t", "signed-rank"]);
  });

  it("knows every model of the registry by its name", async () => {
    const { stdout } = await runCli(["trial", "--help"]);
    const help = stdout.replaceAll(/\s+/gu, " ");
    for (const { name } of trialModels) expect(help, name).toContain(name);
  });

  it("takes terms, errors, likelihood and degrees of freedom of a regression", async () => {
    const written = "gls:correlation=ar1,terms=trend+carryover,likelihood=ml,degreesOfFreedom=residual";
    const { models: answers, provenance } = await resultOf(models("gls", written));
    expect(answers).toHaveLength(2);
    expect(answers[0]!.model).toBe("gls-independent");
    expect(answers[1]!.estimates.map(({ parameter }) => parameter)).toEqual(
      expect.arrayContaining(["difference", "trend", "carryover"]),
    );
    expect(answers[1]!.label).toContain("aximum likelihood");
    expect(provenance.options.models).toEqual(["gls", written]);
  });

  it("takes the score from which on a period responds, and the scale of a prior", async () => {
    const { models: answers } = await resultOf(models("exact-logistic:cutoff=5", "bayes:effectScale=2"));
    expect(answers[0]!.estimates[0]!.parameter).toBe("oddsRatio");
    expect(answers[0]!.warnings.map(({ code }) => code)).toContain("separation");
    expect(answers[1]!.probabilities[0]!.event).toBe("benefit");
    expect(answers[1]!.assumes).toContain("±3.92");
  });

  it("tells models of the least effect that matters", async () => {
    const { models: answers } = await resultOf([...models("bayes"), "--threshold", "2"]);
    expect(answers[0]!.probabilities.map(({ event }) => event)).toEqual([
      "benefit",
      "benefitBeyondThreshold",
    ]);
  });

  it("says on the page, in the table and as CSV what models found", async () => {
    for (const format of ["table", "markdown", "html", "csv"]) {
      const { code, stdout } = await runCli([...basic, ...models("paired-t"), "--format", format], pairs);
      expect(code, format).toBe(0);
      expect(stdout, format).toMatch(/Paired t|paired t/u);
    }
  });

  it("says on screen what a picked model gets wrong too often", async () => {
    const phases = `treatment,day,score\n${[7, 8, 7, 9, 8, 7, 8, 3, 2, 4, 3, 2, 3, 4]
      .map((y, i) => `${i < 7 ? "A" : "B"},${i + 1},${y}\n`)
      .join("")}`;
    const argv = ["trial", "-", "--design", "ab", "--minimum-length", "3", "--improvement", "decrease"];
    const table = await runCli([...argv, ...models("gls")], phases);
    expect(table.stderr).toBe("");
    expect(table.stdout).toMatch(/in simulated trials of 20 scores .*\d+ % where φ is 0\.6/u);
    const picture = await runCli([...argv, ...models("gls", "gls"), "--format", "csv"], phases);
    expect(picture.code).toBe(0);
    expect(
      picture.stderr.match(/In simulated trials of 20 scores with one change of treatment/gu),
    ).toHaveLength(1);
    const quiet = await runCli([...argv, ...models("gls"), "--format", "csv", "--quiet"], phases);
    expect(quiet.stderr).toBe("");
  });

  it("leaves a warning where a model has no answer", async () => {
    const { models: answers, warnings } = await resultOf(models("piecewise"));
    expect(answers).toEqual([]);
    expect(warnings.find(({ code }) => code === "no-model-answer")?.message).toContain(
      "needs one change, from the reference to the treatment",
    );
  });

  it.each([
    ["paired-z", /one of paired-t, .* is needed, got "paired-z"/u],
    ["paired-t:x=1", /paired-t has no options \(those that have are gls, .*\), got "paired-t:x=1"/u],
    ["gls:terms", /an option and its value such as terms=trend is needed, got "terms"/u],
    ["gls:term=trend", /gls has no option term, it has correlation, terms, likelihood/u],
    ["gls:terms=drift", /terms must be one of trend, .*got "drift"/u],
    ["gls:correlation=ar2", /correlation must be one of .*got "ar2"/u],
    ["gls:likelihood=ml", /must be another than Kenward–Roger/u],
    ["exact-logistic", /exact-logistic needs cutoff, .*: write exact-logistic:cutoff=…/u],
    ["exact-logistic:cutoff=x", /cutoff must be a number, got "x"/u],
    ["bayes:effectScale=0", /effectScale must be a positive number, got 0/u],
  ])("refuses %s", async (name, message) => {
    const { code, stdout, stderr } = await runCli([...basic, ...models(name)], pairs);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});

describe("nof1 trial with three treatments", () => {
  it("names the comparison on every row of the CSV", async () => {
    const cells = ["A,7", "B,5", "C,2", "C,3", "A,8", "B,4", "B,6", "C,1", "A,9"];
    const three = `block,treatment,score\n${cells.map((cell, i) => `${1 + Math.floor(i / 3)},${cell}\n`).join("")}`;
    const argv = ["trial", "-", "--design", "randomized-blocks", "--improvement", "decrease"];
    const { code, stdout, stderr } = await runCli([...argv, ...models("paired-t"), "--format", "csv"], three);
    expect([code, stderr]).toEqual([0, ""]);
    const [head, ...rows] = stdout.trimEnd().split("\n");
    expect(head).toMatch(/,treatment,reference$/u);
    const told = rows.map((row) => row.split(",").slice(-2).join(" "));
    expect(new Set(told)).toEqual(new Set(["B A", "C A"]));
    expect(told.filter((one) => one === "B A")).toHaveLength(rows.length / 2);
  });
});
