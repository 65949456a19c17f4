import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { responseDiagnosticsSchema } from "../../src/schema/response-diagnostics.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const header = "day,score,dose_g_per_kg";
const file = `${header}\n-7,8,\n0,9,2\n14,3,\n45,2,\n90,4,\n120,7,\n150,9,\n`;
/** Low for weeks, but for one score. */
const outlying = `${header}\n-7,9,\n0,9,2\n7,2,\n14,2,\n21,2,\n28,2,\n35,10,\n42,2,\n49,2,\n56,2,\n63,2,\n150,9,\n`;
const three = `${header}\n0,9,2\n14,2,\n60,3,\n`;

describe("nof1 diagnose", () => {
  it("gives the diagnostics as JSON, with the fingerprint of the file", async () => {
    const { code, stdout, stderr } = await runCli(["diagnose", "-", "--format", "json"], file);
    expect([code, stderr]).toEqual([0, ""]);
    const [diagnostics] = JSON.parse(stdout);
    expect(responseDiagnosticsSchema.safeParse(diagnostics).error?.issues ?? []).toEqual([]);
    expect(diagnostics.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("says in words whether each score fits, what it does to the answer, and what cannot be judged", async () => {
    const { stdout } = await runCli(["diagnose", "-"], file);
    for (const heading of [
      "Does each score fit the others?",
      "What does each score do to the answer?",
      "Do made-up scores look like the patient’s?",
      "How far does the answer reach beyond the scores?",
    ])
      expect(stdout).toContain(`\n${heading}\n`);
    expect(stdout).toContain("With 7 scores a score far out of line would show");
  });

  it("answers for three scores, and says what they cannot tell", async () => {
    const { code, stdout } = await runCli(["diagnose", "-"], three);
    expect(code).toBe(0);
    expect(stdout).toContain(
      "With 3 scores only a gross misfit would show: neither the shape of the curve, nor how the scores scatter, nor whether they depend on each other can be judged.",
    );
  });

  it("names a score that is out of line", async () => {
    const { stdout } = await runCli(["diagnose", "-"], outlying);
    expect(stdout).toMatch(/1 score is out of line with the others/u);
    expect(stdout).toMatch(/The score \d+ on day \d+ is far from what the other scores foretell\./u);
  });

  it.each(["csv", "markdown", "html", "vega", "svg"])("writes %s", async (format) => {
    const { code, stdout } = await runCli(["diagnose", "-", "--format", format], three);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
    if (format === "csv") expect(stdout.trimEnd().split("\n").length).toBe(1 + 3 + 9 + 3 + 1);
    if (format === "html") expect(stdout).toMatch(/^<!doctype html>[\s\S]*<svg /u);
  });

  it("refuses options that have no meaning for it, all at once, and writes nothing", async () => {
    await inFolder(async (folder) => {
      const output = join(folder, "out.json");
      const flags = ["--interval", "wald", "--serial-correlation", "0.5", "-o", output];
      const { code, stderr } = await runCli(["diagnose", "-", ...flags], file);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^nof1: --interval wald: .*\nnof1: --serial-correlation: .*\n$/u);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it("ends with 1 where there are too few scores, and with 2 for bad input", async () => {
    expect((await runCli(["diagnose", "-"], `${header}\n0,9,2\n14,2,\n`)).code).toBe(1);
    const bad = await runCli(["diagnose", "-"], `${header}\nx,9,2\n14,99,\n`);
    expect([bad.code, bad.stderr.trimEnd().split("\n").length]).toEqual([2, 2]);
    expect((await runCli(["diagnose", "-", "--priors", "flat"], file)).code).toBe(2);
  });
});
