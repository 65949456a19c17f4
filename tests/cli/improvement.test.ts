import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const grip = [20, 70, 75, 30, 22];
const file = (scores: readonly number[]) =>
  [
    "day,score,course",
    ...scores.map((score, i) => `${[0, 14, 60, 120, 170][i]},${score},${i === 0 ? "yes" : ""}`),
  ].join("\n");
const flags = ["--scale", "0-100", "--interval", "wald", "--format", "json"];
const result = async (more: string[], text = file(grip)) => {
  const { code, stdout, stderr } = await runCli(["response", "-", ...flags, ...more], text);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout)[0];
};
const row = (found: { estimates: { [key: string]: unknown }[] }, name: string) =>
  found.estimates.find(({ parameter }) => parameter === name) as {
    estimate: number;
    lower: number;
    upper: number;
    label: string;
  };

describe("--improvement", () => {
  it("increase fits a scale on which higher is better, and gives scores back as they are", async () => {
    const rising = await result(["--improvement", "increase"]);
    const falling = await result([], file(grip.map((score) => 100 - score)));
    expect(rising.provenance.options.improvement).toBe("increase");
    for (const name of ["bestRelief", "relapseDay", "reliefDays", "residualSd"]) {
      expect(row(rising, name).estimate, name).toBe(row(falling, name).estimate);
    }
    expect(row(rising, "baseline").estimate).toBe(100 - row(falling, "baseline").estimate);
    expect(row(rising, "baseline").lower).toBe(100 - row(falling, "baseline").upper);
    expect(rising.observations.map(({ score }: { score: string }) => score)).toEqual(grip.map(String));
    expect(row(rising, "bestRelief").label).toBe("Best relief, of the way from the baseline to 100");
  });

  it("takes a relapse score from above", async () => {
    const { relapseAt } = await result(["--improvement", "increase", "--relapse-at", "grip:40"]);
    expect(relapseAt).toEqual({ score: 40 });
    const { code, stderr } = await runCli(
      ["response", "-", ...flags, "--improvement", "increase", "--relapse-at", "grip:100"],
      file(grip),
    );
    expect(code).toBe(2);
    expect(stderr).toContain("a score on the scale");
  });

  it("is decrease unless the flag or the file says otherwise, the flag going first", async () => {
    const rows = grip.map((score, i) => ({ day: 30 * i, score, course: i === 0 ? "yes" : null }));
    const json = JSON.stringify({ improvement: "increase", rows });
    const way = async (more: string[], text: string) =>
      (await result(more, text)).provenance.options.improvement;
    expect(await way([], file(grip))).toBe("decrease");
    expect(await way([], json)).toBe("increase");
    expect(await way(["--improvement", "decrease"], json)).toBe("decrease");
  });

  it("is one of two words", async () => {
    const { code, stdout, stderr } = await runCli(["response", "-", "--improvement", "up"], file(grip));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Allowed choices are decrease, increase");
  });

  it("says what relief is in every text, also in a report", async () => {
    const words = "relief is the share of the way from the baseline to the best score of the scale, 100";
    const asked = ["--scale", "0-100", "--interval", "wald", "--improvement", "increase"];
    for (const format of ["table", "markdown", "html"]) {
      const { stdout } = await runCli(["response", "-", ...asked, "--format", format], file(grip));
      expect(stdout, format).toContain(words);
    }
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "grip.csv"), file(grip));
      const { code } = await runCli([
        "report",
        join(folder, "grip.csv"),
        "-o",
        join(folder, "out"),
        "--quiet",
        ...asked,
      ]);
      expect(code).toBe(0);
    });
  });
});
