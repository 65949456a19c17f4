import { describe, expect, it } from "vitest";
import { betweenCaseResultSchema, trialSeriesResultSchema } from "../../src/schema/index.ts";
import { runCli } from "../helpers/run-cli.ts";
import { seriesTrials } from "../helpers/trial-series.ts";

const rows = seriesTrials.flatMap(({ patient, scores }) =>
  scores.map(({ treatment, period, block, score }) => [patient, treatment, period, block, score].join(",")),
);
const text = `patient,treatment,period,block,score\n${rows.join("\n")}\n`;
const asked = ["trial", "-", "--series", "--improvement", "decrease"];

describe("nof1 trial --series", () => {
  it("writes the series and the between-case difference as JSON, with the file's fingerprint", async () => {
    const { code, stdout, stderr } = await runCli([...asked, "--format", "json"], text);
    expect([code, stderr]).toEqual([0, ""]);
    const [series, betweenCase] = JSON.parse(stdout);
    expect(trialSeriesResultSchema.parse(series).nPatients).toBe(4);
    expect(betweenCaseResultSchema.parse(betweenCase).nPatients).toBe(4);
    for (const { provenance } of [series, betweenCase])
      expect(provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("answers on screen, by the model and with the least effect that are asked for", async () => {
    const { code, stdout } = await runCli([...asked, "--threshold", "2", "--model", "paired-t"], text);
    expect(code).toBe(0);
    expect(stdout).toContain("On average B was better than A");
    expect(stdout).toContain("(Paired t test over blocks)");
    expect(stdout).toContain("by at least 2");
  });

  it.each(["csv", "markdown", "html", "svg", "vega"])("writes %s", async (format) => {
    const { code, stdout } = await runCli([...asked, "--format", format], text);
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(500);
  });

  it("needs the direction of improvement, and refuses what has no meaning for a series", async () => {
    const { code, stderr } = await runCli(
      ["trial", "-", "--series", "--patient", "P1", "--design", "ab"],
      text,
    );
    expect(code).toBe(2);
    expect(stderr).toContain("--improvement is needed");
    expect(stderr).toContain("--patient: has no meaning with --series");
    expect(stderr).toContain("--design: has no meaning with --series");
  });

  it("ends with 1 where one patient is left", async () => {
    const one = text.split("\n").filter((line, i) => i === 0 || line.startsWith("P1,"));
    const { code, stderr } = await runCli(asked, one.join("\n"));
    expect(code).toBe(1);
    expect(stderr).toContain("at least 2 patients");
  });
});
