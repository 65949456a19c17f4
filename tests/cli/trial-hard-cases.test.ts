import { describe, expect, it } from "vitest";
import { trialResultSchema } from "../../src/schema/trial-result.ts";
import { trialModels } from "../../src/trial/index.ts";
import { runCli } from "../helpers/run-cli.ts";

const basic = ["trial", "-", "--design", "randomized-pairs", "--improvement", "decrease", "--threshold", "2"];
const everyModel = [
  ...trialModels.map(({ name }) => name),
  "exact-logistic:cutoff=5",
  "penalized-logistic:cutoff=5",
  "gls:correlation=ar1,terms=trend",
].flatMap((name) => ["--model", name]);

const order = ["A", "B", "B", "A", "A", "B"];
const file = (cells: readonly string[], perPeriod = 1): string =>
  `period,treatment,day,score\n${cells
    .map((cell, i) => {
      const period = Math.floor(i / perPeriod);
      return `${period + 1},${order[period]},${1 + i},${cell}\n`;
    })
    .join("")}`;

const cases: readonly (readonly [name: string, text: string])[] = [
  ["three pairs with one score each", file(["7", "3", "2", "8", "6", "4"])],
  [
    "a treatment that never relapses, all its scores alike",
    file(["7", "6", "0", "0", "0", "0", "8", "6", "5", "7", "0", "0"], 2),
  ],
  [
    "all scores alike",
    file(
      Array.from({ length: 12 }, () => "5"),
      2,
    ),
  ],
  [
    "half of the scores missing",
    file(
      Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? "" : `${(i * 7) % 10}`)),
      4,
    ),
  ],
  ["a whole period without a score", file(["7", "6", "", "", "2", "3", "8", "6", "5", "7", "1", "0"], 2)],
];

describe("a hard trial gets an answer or a named refusal from every model", () => {
  it.each(cases)("%s", async (_, text) => {
    const json = await runCli([...basic, ...everyModel, "--format", "json"], text);
    expect([json.code, json.stderr]).toEqual([0, ""]);
    expect(json.stdout).not.toMatch(/NaN|Infinity/u);
    const result = trialResultSchema.parse(JSON.parse(json.stdout)[0]);
    const refused = result.warnings.filter(({ code }) => code === "no-model-answer");
    expect(result.models.length + refused.length).toBe(everyModel.length / 2);
    for (const { message } of refused) expect(message).toMatch(/: .*[Cc]annot|needs/u);
    for (const { estimates, warnings, model } of result.models)
      for (const row of estimates.slice(0, 1))
        if (row.estimate === null) expect(warnings, model).not.toEqual([]);
    for (const format of ["table", "markdown", "html", "csv"]) {
      const argv = [...basic, ...everyModel, "--format", format, "--quiet"];
      const { code, stdout, stderr } = await runCli(argv, text);
      expect([code, stderr], format).toEqual([0, ""]);
      expect(stdout, format).not.toMatch(/\b(NaN|Infinity|undefined)\b/u);
    }
  });

  it("all scores alike: no p-value below 1, and no difference", async () => {
    const { stdout } = await runCli([...basic, "--format", "json"], cases[2]![1]);
    const [result] = JSON.parse(stdout);
    expect(result.randomization.pValue).toBe(1);
    expect(result.estimates[0].estimate).toBe(0);
  });

  it("three pairs: says that no level of 5 % is within reach", async () => {
    const { stdout } = await runCli(basic, cases[0]![1]);
    expect(stdout).toContain("the level of 5 % was out of reach");
  });
});
