import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { relapseDiagnosticsSchema } from "../../src/schema/relapse-diagnostics.ts";
import { relapseIntervalsSchema } from "../../src/schema/relapse-intervals.ts";
import { relapseResultSchema } from "../../src/schema/relapse-result.ts";
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
const twoOutcomes = `patient,outcome,day,score,course
A,pain,0,9,yes
A,pain,14,2,
A,pain,90,9,
A,walking,0,8,
A,walking,14,1,
`;

const kizawa = (file: string): string => join("datasets", "kizawa-2006", file);

describe("nof1 relapse", () => {
  it("says in words how long relief lasted, from a file of times", async () => {
    const { code, stdout, stderr } = await runCli(["relapse", kizawa("relapses.csv")]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^kizawa-2006: how long until relapse · model weibull · 2 courses of 1 patient/u);
    expect(stdout).toContain("Median time to relapse:");
    expect(stdout).toContain("The 2 courses come from 1 patient.");
  });

  it("sets both answers side by side, from a file of scores", async () => {
    const { code, stdout } = await runCli(["relapse", kizawa("patient.csv"), "--time", "60", "90"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Course 1 \(day 0\) +14 to 183 days +\d+ days \(/u);
    expect(stdout).toContain("Probability of staying well for 60 days");
    expect(stdout).toContain("Probability of staying well for 90 days");
  });

  it("takes the rows from the curve where asked", async () => {
    const argv = ["relapse", kizawa("patient.csv"), "--from", "curve", "--format", "json"];
    const [result, intervals] = JSON.parse((await runCli(argv)).stdout);
    expect(result.nObservations).toBe(3);
    expect(result.observations[0].lower).toBe(intervals.courses[0].curve.lower);
    expect(result.observations[0].covariates).toEqual({ dose_g_per_kg: 2 });
  });

  it("gives results by their schemas as JSON, with the fingerprint of the file", async () => {
    const { stdout } = await runCli(["relapse", "-", "--format", "json"], scores);
    const [result, intervals, diagnostics] = JSON.parse(stdout);
    expect(relapseResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
    expect(relapseIntervalsSchema.safeParse(intervals).error?.issues ?? []).toEqual([]);
    expect(relapseDiagnosticsSchema.safeParse(diagnostics).error?.issues ?? []).toEqual([]);
    for (const one of [result, intervals, diagnostics])
      expect(one.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("gives equal bytes for equal input, options and seed", async () => {
    const argv = ["relapse", "-", "--format", "json", "--seed", "7"];
    expect((await runCli(argv, visits)).stdout).toBe((await runCli(argv, visits)).stdout);
  });

  it.each([
    "weibull",
    "log-normal",
    "log-logistic",
    "gamma",
    "exponential",
    "average",
    "kaplan-meier",
    "turnbull",
  ])("takes --model %s", async (model) => {
    const { code, stdout } = await runCli(["relapse", "-", "--model", model], exact);
    expect(code).toBe(0);
    expect(stdout).toContain("Median time to relapse");
    expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
  });

  it.each(["csv", "markdown", "html", "vega", "svg"])("writes %s", async (format) => {
    const { code, stdout } = await runCli(["relapse", "-", "--format", format], scores);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
    if (format === "html") expect(stdout.match(/<svg /gu)).toHaveLength(3);
    if (format === "vega") expect(JSON.parse(stdout).$schema).toContain("vega-lite");
  });

  it("writes a picture as PNG", async () => {
    await inFolder(async (folder) => {
      const output = join(folder, "curve.png");
      const { code } = await runCli(["relapse", "-", "--format", "png", "-o", output], visits);
      expect(code).toBe(0);
      expect(readFileSync(output).subarray(1, 4).toString()).toBe("PNG");
    });
  });

  it.each(["survival", "courses", "fit"])("draws --chart %s", async (chart) => {
    const { code, stdout } = await runCli(["relapse", "-", "--chart", chart, "--format", "svg"], scores);
    expect([code, stdout.startsWith("<svg")]).toEqual([0, true]);
  });

  it("compares groups by the log-rank test and the mean times well", async () => {
    const argv = ["relapse", "-", "--model", "kaplan-meier", "--group", "dose"];
    const { stdout } = await runCli(argv, exact);
    expect(stdout).toContain("Do the groups differ?");
    expect(stdout).toMatch(/of all 70 ways in which/u);
    const results = JSON.parse((await runCli([...argv, "--format", "json"], exact)).stdout);
    expect(results.map(({ kind }: { kind: string }) => kind)).toEqual([
      "relapse",
      "relapse",
      "log-rank",
      "restricted-mean-comparison",
    ]);
    expect(results[1].estimates[0].series).toBe("dose 2");
  });

  it("says why groups cannot be tested where times lie between visits", async () => {
    const { code, stdout } = await runCli(["relapse", "-", "--group", "course"], visits);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Do the groups differ\?\n +Cannot compute a log-rank test.*\n +A law compares such groups too/u,
    );
  });

  it("asks a covariate for its time ratio, and the courses for a trend", async () => {
    const dosed = await runCli(["relapse", "-", "--covariate", "dose", "--at", "dose=2"], exact);
    expect(dosed.stdout).toMatch(/Time ratio for each unit of dose: [\d.]+ \(95 % interval/u);
    const three = `${visits}C,3,20,40\n`;
    const trend = await runCli(["relapse", "-", "--trend"], three);
    expect(trend.stdout).toMatch(/Time ratio for each further course: [\d.]+ \(95 % interval/u);
  });

  it("allows for several courses of one patient", async () => {
    const { code, stdout } = await runCli(["relapse", "-", "--cluster", "cluster-robust"], visits);
    expect(code).toBe(0);
    expect(stdout).toContain("intervals by cluster-robust");
    expect(stdout).not.toContain("are counted here as if they were");
  });

  it("allows for a frailty even where a patient's courses relapse at very different times", async () => {
    const spread = `${visits}A,3,60,90\nC,1,150,\nC,2,,30\n`;
    const { code, stdout } = await runCli(["relapse", "-", "--cluster", "gamma-frailty"], spread);
    expect(code).toBe(0);
    expect(stdout).toContain("Variance of the frailty between patients");
  });

  it("fits a range of times without a file", async () => {
    const argv = ["relapse", "--n", "5", "--minimum", "2", "--maximum", "6", "--unit", "month"];
    const { code, stdout } = await runCli(argv);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Median time to relapse: 3\.\d months \(95 % interval: /u);
    expect((await runCli([...argv, "--format", "svg"])).stdout).toContain("earliest of 5");
  });

  it("analyses each outcome on its own, and draws one only", async () => {
    const { stdout } = await runCli(["relapse", "-", "--format", "json", "--quiet"], twoOutcomes);
    const relapses = JSON.parse(stdout).filter(({ kind }: { kind: string }) => kind === "relapse");
    expect(
      relapses.map((result: { estimates: { outcome: string }[] }) => result.estimates[0]!.outcome),
    ).toEqual(["pain", "walking"]);
    const { code, stderr } = await runCli(["relapse", "-", "--format", "svg", "--quiet"], twoOutcomes);
    expect([code, stderr]).toEqual([2, "nof1: --format svg draws one outcome, the file has 2\n"]);
  });

  it("says where the scores allow no curve, but not under --quiet", async () => {
    const few = "day,score,course\n0,9,yes\n14,2,\n";
    const said = await runCli(["relapse", "-"], few);
    expect([said.code, said.stdout.includes("still well at 14 days")]).toEqual([0, true]);
    expect(said.stderr).toContain("no fitted curve beside the scores");
    expect((await runCli(["relapse", "-", "--quiet"], few)).stderr).toBe("");
  });
});

describe("nof1 check", () => {
  it("tells relapses, series and patients apart by their columns", async () => {
    const check = async (text: string): Promise<string> => (await runCli(["check", "-"], text)).stdout;
    expect(await check(exact)).toBe("standard input: ok, 8 patients, 8 courses, 5 relapses, 1 covariate\n");
    expect(await check("lower,upper,score\n1,2,3\n")).toBe(
      "standard input: ok, 1 course, 1 relapse, 1 covariate\n",
    );
    expect(await check("series,events,n\nRist 2011,8,19\n")).toBe("standard input: ok, 1 series\n");
    expect(await check(scores)).toBe("standard input: ok, 1 patient, 5 scores, 2 courses\n");
  });

  it("lists what is wrong with relapses, even where a column is misspelt", async () => {
    const { code, stderr } = await runCli(["check", "-"], "patient,lower,uper\nA,60,90\n");
    expect(code).toBe(2);
    expect(stderr).toContain("did you mean `upper`?");
  });
});
