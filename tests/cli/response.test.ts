import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { responseResultSchema } from "../../src/schema/response-result.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const kizawa = "datasets/kizawa-2006/patient.csv";
const simple = "day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,\n";
/** Where the intervals don't matter. */
const quick = ["--interval", "wald"];

describe("nof1 response", () => {
  it("prints the table of the shipped case, and nothing on the standard error", async () => {
    const { code, stdout, stderr } = await runCli(["response", kizawa]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toContain("kizawa-2006 · plateau · 5 scores, 3 courses · default priors · posterior 95 %");
    expect(stdout).toContain("Over 3 courses, best relief was ");
    for (const line of [
      "Course 1 (day 0, 2 g/kg)",
      "Course 2 (day 183, 2 g/kg)",
      "Course 3 (day 214, dose unknown)",
    ]) {
      expect(stdout).toContain(line);
    }
    expect(stdout).toMatch(/Scatter of the scores \(σ\) .* set by the prior/);
    expect(stdout.match(/Relief never reaches 30 % of the baseline +(above |below )?\d+ %$/gmu)).toHaveLength(
      3,
    );
    expect(stdout).toMatch(/Before the scores, no effect had a probability of 20 %; after them, below 1 %/);
    expect(stdout).toContain("* Given an effect.");
    expect(stdout).toContain("Days averaged over their bounds");
    expect(stdout).toContain("There is no control period");
  });

  it("gives each course its own baseline on request, with the spread of a file of priors", async () => {
    const file = "day,score,dose_g_per_kg\n0,9,2\n14,2,\n60,5,\n120,6,3\n134,1,\n180,4,\n240,6,\n";
    await inFolder(async (folder) => {
      const priors = join(folder, "mine.json");
      writeFileSync(priors, JSON.stringify({ name: "mine", spreads: { baseline: 2 } }));
      const flags = ["--baselines", "own", "--priors", priors, "--format", "json"];
      const { code, stdout } = await runCli(["response", "-", ...quick, ...flags], file);
      expect(code).toBe(0);
      const [result] = JSON.parse(stdout);
      expect(result.provenance.options.baselines).toBe("own");
      const rows = result.estimates.filter((row: { parameter: string }) => row.parameter === "baseline");
      expect(rows.map(({ course }: { course: number }) => course)).toEqual([1, 2]);
      expect(result.priors.parameters).toContainEqual({
        parameter: "baseline 2",
        mean: 0,
        around: "mean baseline",
        sd: 2,
      });
    });
    const wrong = await runCli(["response", "-", "--baselines", "each"], file);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/shared, own/);
  });

  it("prints JSON as an array of valid results with the file's SHA-256 and the options after defaults", async () => {
    const { code, stdout } = await runCli(
      ["response", "-", "--format", "json", "--priors", "informed"],
      simple,
    );
    const results = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(results).toHaveLength(1);
    expect(responseResultSchema.safeParse(results[0]).success).toBe(true);
    expect(results[0].provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(results[0].provenance.options).toEqual({
      model: "plateau",
      interval: "posterior",
      level: 0.95,
      priors: "informed",
      errors: "rounded-normal",
      relapseAt: { relief: 0.3 },
      horizon: 180,
      averageDays: false,
      baselines: "shared",
      doseOn: null,
      improvement: "decrease",
      serialCorrelation: 0,
      seed: 1,
    });
  });

  it("passes every option on", async () => {
    const flags = ["--model", "no-effect", "--interval", "wald", "--level", "0.9", "--relapse-at", "VAS:6"];
    const more = ["--horizon", "90", "--errors", "least-squares", "--average-days", "--seed", "7"];
    const { stdout } = await runCli(["response", "-", "--format", "json", ...flags, ...more], simple);
    expect(JSON.parse(stdout)[0].provenance.options).toMatchObject({
      model: "no-effect",
      interval: "wald",
      level: 0.9,
      relapseAt: { score: 6 },
      horizon: 90,
      errors: "least-squares",
      averageDays: true,
      seed: 7,
    });
  });

  it.each([
    ["auto", "default", "posterior"],
    ["auto", "flat", "profile"],
    ["posterior", "sceptical", "posterior"],
    ["profile", "default", "profile"],
    ["profile", "flat", "profile"],
    ["wald", "default", "wald"],
  ])("--interval %s --priors %s gives intervals by %s", async (interval, priors, method) => {
    const flags = ["--format", "json", "--interval", interval, "--priors", priors];
    const { code, stdout } = await runCli(["response", "-", ...flags], simple);
    const [result] = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(new Set(result.estimates.map((row: { method: string }) => row.method))).toEqual(new Set([method]));
    const known = result.probabilities.every((row: { probability: unknown }) => row.probability !== null);
    expect([known, result.posterior !== null, result.provenance.seed]).toEqual(
      method === "posterior" ? [true, true, 1] : [false, false, null],
    );
  });

  it("says of a patient who does not respond that no effect is not excluded", async () => {
    const file = "day,score,dose_g_per_kg\n0,7,2\n14,7,\n90,6,\n180,7,\n";
    const { stdout } = await runCli(["response", "-"], file);
    expect(stdout).toMatch(/^No effect is not excluded \(probability \d\d %\)\. Best relief was /mu);
    expect(stdout).toMatch(/^ {2}Best relief +\S+ % +0 to \d+ %/mu);
    expect(stdout).toContain("no effect is not excluded, and the lower limit of relief is 0.");
  });

  it.each([
    ["csv", /^parameter,label,unit,estimate/],
    ["markdown", /^# /],
    ["html", /^<!doctype html>/i],
    ["vega", /"\$schema": "https:\/\/vega.github.io\/schema\/vega-lite/],
    ["svg", /^<svg/],
  ])("writes %s", async (format, beginning) => {
    const { code, stdout } = await runCli(["response", "-", ...quick, "--format", format], simple);
    expect(code).toBe(0);
    expect(stdout).toMatch(beginning);
  });

  it("writes a PNG picture", async () => {
    const { code, bytes } = await runCli(["response", "-", ...quick, "--format", "png"], simple);
    expect(code).toBe(0);
    expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(bytes.length).toBeGreaterThan(20_000);
  });

  it("writes to a file whole, and leaves no temporary file", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "deep", "result.json");
      const { code, stdout } = await runCli(
        ["response", "-", ...quick, "--format", "json", "-o", file],
        simple,
      );
      expect([code, stdout]).toEqual([0, ""]);
      expect(JSON.parse(readFileSync(file, "utf8"))).toHaveLength(1);
      expect(readdirSync(join(folder, "deep"))).toEqual(["result.json"]);
    });
  });

  it("answers the others when one patient of a file has too few scores, and ends with 1", async () => {
    const file = `patient,${simple.replace(/\n(?=\d)/g, "\na,")}b,3,4,\n`;
    const { code, stdout, stderr } = await runCli(["response", "-", ...quick, "--format", "json"], file);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toBe('standard input: b: Cannot fit "plateau": needs at least 3 scores, got 1\n');
  });

  it("refuses to draw several patients in one picture", async () => {
    const file = `patient,${simple.replace(/\n(?=\d)/g, "\na,")}b,3,4,\n`;
    const { code, stderr } = await runCli(["response", "-", "--format", "svg"], file);
    expect(code).toBe(2);
    expect(stderr).toContain("use nof1 report");
  });

  it("names a file without a patient column after the file, or after its folder where it is called patient.csv", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "anna.csv"), simple);
      const { stdout } = await runCli(["response", join(folder, "anna.csv"), ...quick, "--format", "json"]);
      expect(JSON.parse(stdout)[0].patient).toBe("anna");
    });
    expect(existsSync(kizawa)).toBe(true);
  });

  it("gives the same bytes twice", async () => {
    const first = await runCli(["response", kizawa, "--format", "json"]);
    const second = await runCli(["response", kizawa, "--format", "json"]);
    expect(second.stdout).toBe(first.stdout);
  });
});
