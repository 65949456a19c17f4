import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nextCourseResultSchema } from "../../src/schema/next-course.ts";
import { nextScoreResultSchema } from "../../src/schema/next-score.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const days = "day,score,dose_g_per_kg\n0,9,2\n14,2,\n60,3,\n";
const dates = "date,score,dose_g_per_kg\n2024-03-01,9,2\n2024-03-15,2,\n2024-04-30,3,\n";

describe("nof1 next", () => {
  it("gives the next crossing with each planned course and the next score, as JSON", async () => {
    const flags = [
      "--course",
      "70",
      "--course",
      "90",
      "--today",
      "65",
      "--look-ahead",
      "200",
      "--every",
      "20",
    ];
    const { code, stdout, stderr } = await runCli(["next", "-", "--format", "json", ...flags], days);
    expect([code, stderr]).toEqual([0, ""]);
    const [first, second, score] = JSON.parse(stdout);
    for (const next of [first, second])
      expect(nextCourseResultSchema.safeParse(next).error?.issues ?? []).toEqual([]);
    expect(nextScoreResultSchema.safeParse(score).error?.issues ?? []).toEqual([]);
    expect([first.course.day, second.course.day, first.today, score.horizon]).toEqual([70, 90, 65, 200]);
    expect(score.curve.length).toBe(11);
    expect(first.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(first.estimates[0]).toEqual(second.estimates[0]);
  });

  it("says when the score will cross, how likely that is, and when one more score would tell most", async () => {
    const { code, stdout } = await runCli(["next", "-", "--course", "70"], days);
    expect(code).toBe(0);
    expect(stdout).toContain("today is day 60, that of the last score · 365 days looked ahead");
    expect(stdout).toMatch(
      /^Relief falls to 30 % of the baseline, all courses together: day \d+ \(95 % interval: day \d+ to \d+\), \d+ days from today \(probability \d+ %\)\./mu,
    );
    expect(stdout).toMatch(/The course of day 70 alone would last \d+ days/u);
    expect(stdout).toMatch(/One more score on day \d+/u);
    expect(stdout).toMatch(/No effect, so that there is no relief to lose +below 1 %/u);
  });

  it("counts in dates where the file does", async () => {
    const flags = ["--today", "2024-05-05", "--course", "2024-05-11"];
    const { code, stdout } = await runCli(["next", "-", ...flags], dates);
    expect(code).toBe(0);
    expect(stdout).toContain("today is day 65 (2024-05-05)");
    expect(stdout).toMatch(/with a course on day 71: day \d+, 2024-\d\d-\d\d/u);
    expect(stdout).toMatch(/Course on day 71 +day \d+ \(2024-\d\d-\d\d\)/u);
  });

  it.each(["csv", "markdown", "html", "vega", "svg"])("writes %s", async (format) => {
    const { code, stdout } = await runCli(["next", "-", "--format", format, "--course", "70"], days);
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
    if (format === "csv") {
      const quantities = stdout.split("\n").map((line) => line.split(",")[2]);
      for (const quantity of ["crossingDay", "crossingDayWithCourse", "courseDuration", "relapseDay"])
        expect(quantities.filter((name) => name === quantity)).toHaveLength(1);
      expect(quantities.filter((name) => name === "expectedSd")).toHaveLength(53);
    }
  });

  it("refuses all bad options at once, and writes nothing", async () => {
    await inFolder(async (folder) => {
      const output = join(folder, "out.json");
      const flags = [
        "--today",
        "2024-05-05",
        "--course",
        "2024-06-01",
        "--dose",
        "2",
        "--interval",
        "profile",
      ];
      const { code, stderr } = await runCli(["next", "-", ...flags, "-o", output], days);
      expect(code).toBe(2);
      expect(stderr.trimEnd().split("\n")).toEqual([
        "nof1: --today 2024-05-05: a day is needed, for patient has days and no dates",
        "nof1: --course 2024-06-01: a day is needed, for patient has days and no dates",
        "nof1: --dose: has no meaning without --dose-on, which lets the dose count",
        "nof1: --interval profile: next needs draws of the posterior, leave the option out",
      ]);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it("names every course before today", async () => {
    const { code, stderr } = await runCli(["next", "-", "--course", "10", "--course", "20"], days);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "nof1: --course 10: day 10 lies before today, day 60 (--today)\nnof1: --course 20: day 20 lies before today, day 60 (--today)\n",
    );
  });

  it("names a day that is none, and priors without draws", async () => {
    const bad = await runCli(["next", "-", "--today", "soon"], days);
    expect([bad.code, bad.stderr]).toEqual([
      2,
      expect.stringMatching(/a number of days, or a date .* got "soon"/u),
    ]);
    const flat = await runCli(["next", "-", "--priors", "flat"], days);
    expect([flat.code, flat.stderr]).toEqual([2, expect.stringMatching(/needs the posterior draws/u)]);
  });

  it("ends with 1 where there are too few scores", async () => {
    expect((await runCli(["next", "-"], "day,score,dose_g_per_kg\n0,9,2\n14,2,\n")).code).toBe(1);
  });
});
