import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const exact = `patient,course,lower,upper,dose
A,1,62,62,1
B,1,75,75,1
C,1,90,,2
D,1,33,33,1
E,1,120,120,2
F,1,140,,2
G,1,100,100,2
H,1,101,,1
`;
const visits = "patient,course,lower,upper\nA,1,60,90\nA,2,30,60\nB,1,90,120\nB,2,75,\n";
const scores = "day,score,dose_g_per_kg\n0,10,2\n14,2,\n90,9,2\n104,3,\n150,8,\n";

describe("nof1 relapse", () => {
  it("ends with 1 where the data allow no answer, and says why", async () => {
    const between = await runCli(["relapse", "-", "--model", "kaplan-meier"], visits);
    expect([between.code, between.stdout]).toEqual([1, ""]);
    expect(between.stderr).toContain("turnbull takes such rows");
    const equal = "lower,upper\n2,6\n2,6\n2,6\n2,6\n2,6\n";
    const flat = await runCli(["relapse", "-", "--priors", "flat", "--unit", "month"], equal);
    expect([flat.code, flat.stdout]).toEqual([1, ""]);
    expect((await runCli(["relapse", "-"], "day,score,course\n0,9,yes\n14,9,\n30,9,\n")).code).toBe(1);
  });

  it("lists every problem of a file at once, and writes nothing", async () => {
    await inFolder(async (folder) => {
      const output = join(folder, "out.json");
      const bad = "patient,course,lower,upper\nA,1,90,60\nA,1,x,60\n";
      const { code, stderr } = await runCli(["relapse", "-", "-o", output], bad);
      expect(code).toBe(2);
      expect(stderr.trimEnd().split("\n").length).toBeGreaterThanOrEqual(3);
      expect(stderr).toMatch(/^standard input:2:upper: /u);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it("lists every flag that does not fit the model at once", async () => {
    const flags = ["--trend", "--priors", "flat", "--interval", "wald", "--cluster", "gamma-frailty"];
    const { code, stderr } = await runCli(["relapse", "-", "--model", "kaplan-meier", ...flags], exact);
    expect(code).toBe(2);
    expect(
      stderr
        .trimEnd()
        .split("\n")
        .map((line) => line.split(":")[1]),
    ).toEqual([" --priors", " --cluster", " --trend", " --interval wald"]);
  });

  it.each([
    [["relapse"], /a file is needed/u],
    [["relapse", "--n", "5"], /--minimum: needed beside --n\nnof1: --maximum/u],
    [
      ["relapse", "--n", "5", "--minimum", "6", "--maximum", "2"],
      /--maximum 2: must not be below --minimum 6/u,
    ],
    [["relapse", "-", "--n", "5"], /--n: is for times without a file/u],
    [
      ["relapse", "-", "--confirm", "2", "--from", "curve"],
      /--from: .*\nnof1: --confirm: is for files of scores/u,
    ],
    [
      ["relapse", "-", "--covariate", "dosis"],
      /--covariate dosis: no course has it; columns of numbers are dose/u,
    ],
    [["relapse", "-", "--group", "course"], /at least two groups are needed, all courses have 1/u],
    [["relapse", "-", "--at", "dose=2"], /--at dose: needs --covariate dose too/u],
    [["relapse", "-", "--at", "dose"], /a covariate and a number such as dose=2 is needed/u],
    [["relapse", "-", "--time", "0"], /a positive number is needed, got "0"/u],
    [["relapse", "-", "--chart", "courses", "--format", "svg"], /--chart courses: needs a file of scores/u],
  ])("refuses %j", async (argv, message) => {
    const { code, stdout, stderr } = await runCli(argv, exact);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  it("refuses another unit for scores, and a file of series", async () => {
    const weeks = await runCli(["relapse", "-", "--unit", "week"], scores);
    expect([weeks.code, weeks.stderr]).toEqual([
      2,
      "nof1: --unit week: times from scores are in days, leave it out\n",
    ]);
    const series = await runCli(["relapse", "-"], "series,events,n\nRist 2011,8,19\n");
    expect([series.code, series.stderr]).toMatchObject([2, expect.stringContaining("got series")]);
  });
});
