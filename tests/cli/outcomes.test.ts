import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ResponseResult } from "../../src/schema/index.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const csv = [
  "patient,day,outcome,score,dose_g_per_kg",
  "anna,0,,,2",
  ...[
    "0,pain,9",
    "0,numbness,7",
    "14,pain,3",
    "14,numbness,4",
    "60,pain,3",
    "60,numbness,5",
    "120,pain,8",
    "120,numbness,7",
  ].map((row) => `anna,${row},`),
  "anna,90,,NA,",
].join("\n");

const walking = { scale: "0-100", improvement: "increase" };
const rows = [
  { day: 0, course: "yes" },
  ...[9, 3, 3, 8].map((score, i) => ({ day: [0, 14, 60, 120][i], outcome: "pain", score })),
  ...[20, 70, 75, 30].map((score, i) => ({ day: [0, 14, 60, 120][i], outcome: "walking", score })),
];
const json = JSON.stringify({ outcomes: { walking }, rows });
const wald = ["--interval", "wald"];

describe("nof1 response with several outcomes", () => {
  it("gives a result for each, named in the result and in its rows", async () => {
    const { code, stdout } = await runCli(["response", "-", "--format", "json", ...wald], csv);
    const results = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(
      results.map(({ patient, outcome, nCourses }: { [key: string]: unknown }) => [
        patient,
        outcome,
        nCourses,
      ]),
    ).toEqual([
      ["anna", "pain", 1],
      ["anna", "numbness", 1],
    ]);
    for (const { outcome, estimates, missedVisits } of results) {
      expect(new Set(estimates.map((row: { outcome: string }) => row.outcome))).toEqual(new Set([outcome]));
      expect(missedVisits).toEqual([90]);
    }
  });

  it("names them in the headings of the table and in the rows of CSV", async () => {
    const table = await runCli(["response", "-", ...wald], csv);
    expect(table.stdout.match(/^Outcome: .*$/gmu)).toEqual(["Outcome: pain", "Outcome: numbness"]);
    expect(table.stdout).toContain("1 visit has no score (day 90)");
    const table1 = await runCli(
      ["response", "-", ...wald],
      csv.replaceAll(/(?<=,)(?:pain|numbness)(?=,)/gu, ""),
    );
    expect(table1.stdout).not.toContain("Outcome");
    const { stdout } = await runCli(["response", "-", "--format", "csv", ...wald], csv);
    const [header, ...lines] = stdout
      .trimEnd()
      .split(/\r?\n/u)
      .map((line) => line.split(",").at(-1));
    expect(header).toBe("outcome");
    expect(new Set(lines)).toEqual(new Set(["pain", "numbness"]));
  });

  it("takes the scale and the direction of each from a JSON file", async () => {
    const { code, stdout } = await runCli(["response", "-", "--format", "json", ...wald], json);
    expect(code).toBe(0);
    const found = JSON.parse(stdout).map((result: ResponseResult) => {
      return [result.outcome, result.scale.maximum, result.provenance.options.improvement];
    });
    expect(found).toEqual([
      ["pain", 10, "decrease"],
      ["walking", 100, "increase"],
    ]);
  });

  it("names the outcome that allows no answer, and answers the other", async () => {
    const short = csv
      .split("\n")
      .filter((row) => !/numbness,[45]/u.test(row))
      .join("\n");
    const { code, stdout, stderr } = await runCli(["response", "-", "--format", "json", ...wald], short);
    expect([code, JSON.parse(stdout).length]).toEqual([1, 1]);
    expect(stderr).toBe(
      'standard input: anna · numbness: Cannot fit "plateau": needs at least 3 scores, got 2\n',
    );
  });

  it("draws one of them only", async () => {
    const { code, stderr } = await runCli(["response", "-", "--format", "svg", ...wald], csv);
    expect(code).toBe(2);
    expect(stderr).toContain("draws one patient and outcome, the file has 2; use nof1 report");
  });
});

describe("nof1 report with several outcomes", () => {
  it("writes a folder for each, and tells them apart in the index", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "a.csv"), csv);
      const out = join(folder, "out");
      const { code } = await runCli(["report", join(folder, "a.csv"), "-o", out, "--quiet", ...wald]);
      expect(code).toBe(0);
      const folders = readdirSync(out).filter((name) => !name.includes("."));
      expect(folders.sort()).toEqual(["anna-numbness", "anna-pain"]);
      const index = readFileSync(join(out, "index.html"), "utf8");
      for (const name of ["anna · pain", "anna · numbness"]) expect(index).toContain(name);
      const [pain, numbness] = ["pain", "numbness"].map((name) => {
        return JSON.parse(readFileSync(join(out, `anna-${name}`, "result.json"), "utf8"));
      });
      expect([pain.outcome, numbness.outcome]).toEqual(["pain", "numbness"]);
    });
  });
});
