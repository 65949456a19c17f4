import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cohortResultSchema } from "../../src/schema/cohort-result.ts";
import { fourPatients, manyPatients, twoPatients, wildName } from "../helpers/cohort-files.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const kizawa = "datasets/kizawa-2006/patient.csv";
const simulated = ["typical", "early"].map((name) => `datasets/simulated/${name}.csv`);
const morozumi = ["relief", "duration"].map((name) => `datasets/morozumi-2009/${name}.json`);
const summaryFlags = ["--summary", ...morozumi, "--summary-days", "2-14", "--summary-unit", "month"];
const shared = ["--share-patients", "morozumi-2009=kizawa-2006"];
const quick = ["--interval", "wald"];
const json = async (argv: readonly string[], file = "") => {
  const { stdout, stderr, code } = await runCli(["cohort", ...argv, "--format", "json"], file);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return cohortResultSchema.parse(JSON.parse(stdout)[0]);
};

describe("nof1 cohort of Kizawa 2006, Morozumi 2009 and simulated patients", () => {
  it("answers in one run, and says that the sources may share patients", { timeout: 120_000 }, async () => {
    const argv = [kizawa, ...simulated, ...summaryFlags, ...shared, "--overlaps", "warn", ...quick];
    const result = await json(argv);
    expect(result.patients.map(({ patient }) => patient)).toEqual([
      "kizawa-2006",
      "simulated-typical",
      "simulated-early",
    ]);
    const month = 365.25 / 12;
    expect(result.summaries).toEqual([
      {
        source: "morozumi-2009",
        n: 5,
        meanRelief: { value: 0.734, step: 0.001, fromDay: 2, toDay: 14 },
        duration: { minimum: 2 * month, maximum: 6 * month, step: month },
        overlaps: ["kizawa-2006"],
      },
    ]);
    const codes = result.warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["overlap", "single-arm", "few-patients"]));
    expect(result.provenance.options.inputs).toHaveLength(5);
    for (const { parameter, estimate } of result.estimates)
      if (parameter === "bestRelief") expect(estimate).toBeGreaterThan(0.5);
  });

  it("refuses sources that may share patients, unless they are let through", async () => {
    const { code, stderr } = await runCli(["cohort", kizawa, ...simulated, ...summaryFlags, ...shared]);
    expect(code).toBe(2);
    expect(stderr).toContain('"kizawa-2006"');
    expect(stderr).toContain("--overlaps warn");
  });

  it("asks for the days and the unit that a report does not tell", async () => {
    await inFolder(async (folder) => {
      const range = join(folder, "range.json");
      writeFileSync(range, JSON.stringify({ n: 3, minimum: 8, maximum: 20 }));
      const { code, stderr } = await runCli(["cohort", kizawa, "--summary", morozumi[0]!, range]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/relief\.json: .*--summary-days/u);
      expect(stderr).toMatch(/range\.json:unit: .*--summary-unit/u);
    });
  });
});

describe("nof1 cohort of a paper whose relief is a ratio of means", () => {
  const paper = { n: 5, mean: 70, decimals: 0, unit: "%", estimand: "ratio-of-means", source: "paper" };
  const asked = (file: string) => [kizawa, ...simulated, "--summary", file, "--summary-days", "2-14"];
  const written = async (report: object, check: (file: string) => Promise<void>) =>
    inFolder(async (folder) => {
      const file = join(folder, "paper.json");
      writeFileSync(file, JSON.stringify(report));
      await check(file);
    });

  it("takes it as that, with the scores before treatment by which patients weigh", {
    timeout: 120_000,
  }, async () => {
    await written({ ...paper, mean_before: 7.2, sd_before: 1.9 }, async (file) => {
      const result = await json([...asked(file), ...quick]);
      expect(result.summaries[0]!.meanRelief).toEqual({
        value: 0.7,
        step: 0.01,
        fromDay: 2,
        toDay: 14,
        estimand: "ratio-of-means",
        meanBefore: 7.2,
        sdBefore: 1.9,
      });
      const { message } = result.warnings.find(({ code }) => code === "summary-assumptions")!;
      expect(message).toContain("patients weigh by their scores before treatment");
      expect(message).not.toContain("own percentages");
    });
  });

  it("asks for these scores where the report lacks them, and refuses a mean of logarithms", async () => {
    await written(paper, async (file) => {
      const { code, stderr } = await runCli(["cohort", ...asked(file)]);
      expect(code).toBe(2);
      expect(stderr).toContain("paper.json:mean_before: a ratio of means needs");
      expect(stderr).toContain("missing: mean_before, sd_before");
    });
    await written({ ...paper, estimand: "log-ratio" }, async (file) => {
      const { stderr } = await runCli(["cohort", ...asked(file)]);
      expect(stderr).toContain("(ratio-of-means) is needed, got log-ratio");
    });
  });
});

describe("nof1 cohort in each format", () => {
  it("writes words, rows and a page without a script of a patient's name", { timeout: 60_000 }, async () => {
    const written = async (format: string) =>
      (await runCli(["cohort", "-", ...quick, "--two-stage", "--format", format], twoPatients)).stdout;
    const text = await written("table");
    expect(text).toContain("The next patient");
    expect(text).toContain("too few scores");
    expect(text).toContain("There is no control period");
    expect(
      text.split("\n").every((line) => !line.includes("x".repeat(60)) || line.includes("scores for")),
    ).toBe(true);
    const page = await written("html");
    expect(page).not.toContain("<script");
    expect(page.match(/<svg /gu)).toHaveLength(4);
    const csv = await written("csv");
    expect(csv).toContain(wildName);
    expect(csv).toContain("relief50,");
    expect(await written("markdown")).toContain("## How patients differ");
  });

  it("draws the picture that was asked for", { timeout: 60_000 }, async () => {
    for (const name of ["spaghetti", "curves", "caterpillar", "heterogeneity"]) {
      const argv = ["cohort", "-", ...quick, "--format", "vega", "--chart", name];
      const { stdout } = await runCli(argv, twoPatients);
      expect(JSON.parse(stdout).title.text).toMatch(/^2 patients/u);
    }
    const { code, stderr } = await runCli(
      ["cohort", "-", "--format", "svg", "--chart", "forest"],
      twoPatients,
    );
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: "nof1: --chart forest: one of spaghetti, curves, caterpillar, heterogeneity is needed\n",
    });
  });

  it("says how the chains mixed where the posterior is drawn", { timeout: 60_000 }, async () => {
    const argv = [
      "cohort",
      "-",
      "--approximation",
      "posterior",
      "--chains",
      "2",
      "--draws",
      "60",
      "--warmup",
      "150",
      "--acceptance",
      "0.85",
    ];
    const { stdout } = await runCli(argv, twoPatients);
    expect(stdout).toContain("How well the sampler mixed");
    expect(stdout).toContain("2 chains, 120 draws after 150 of warm-up in each");
    const { provenance } = await json(argv.slice(1), twoPatients);
    expect(provenance.options.targetAcceptance).toBe(0.85);
  });
});

describe("nof1 cohort of hard cases", () => {
  it("answers for one who does not respond, and for courses one by one", { timeout: 60_000 }, async () => {
    const { patients, nCourses } = await json(["-", ...quick], fourPatients);
    expect(nCourses).toBe(5);
    const still = patients.find(({ patient }) => patient === "still")!;
    const relief = still.shrunken.estimates.find(({ parameter }) => parameter === "bestRelief")!;
    expect(relief.estimate).toBeLessThan(0.3);
  });

  it("answers for identical patients, whose differences then are small", { timeout: 60_000 }, async () => {
    const one = (name: string) => `${name},0,9,2\n${name},14,3,\n${name},60,4,\n${name},120,8,\n`;
    const file = `patient,day,score,dose_g_per_kg\n${["a", "b", "c"].map(one).join("")}`;
    const { estimates } = await json(["-", ...quick], file);
    const spread = estimates.find(({ parameter }) => parameter === "spreadRelief")!;
    expect(spread.estimate).toBeLessThan(1);
  });

  it("answers for 30 patients", { timeout: 120_000 }, async () => {
    const { nPatients, patients } = await json(["-", ...quick], manyPatients(30));
    expect(nPatients).toBe(30);
    expect(patients.every(({ raw }) => raw !== null)).toBe(true);
  });

  it("sends one patient alone to nof1 response", async () => {
    const { code, stderr } = await runCli(["cohort", kizawa]);
    expect(code).toBe(1);
    expect(stderr).toContain("needs at least 2 patients, got 1; for one patient: nof1 response");
  });

  it("refuses patients of different scales and of one name, with their files", async () => {
    await inFolder(async (folder) => {
      const wide = join(folder, "wide.json");
      const rows = [
        { patient: "kizawa-2006", day: 0, score: 80, dose_g_per_kg: 2 },
        { patient: "kizawa-2006", day: 14, score: 30 },
      ];
      writeFileSync(wide, JSON.stringify({ scale: { minimum: 0, maximum: 100, step: 1 }, rows }));
      const { code, stderr } = await runCli(["cohort", kizawa, wide]);
      expect(code).toBe(2);
      expect(stderr).toContain("wide.json:kizawa-2006");
      expect(stderr).toContain("one scale");
      expect(stderr).toContain("the name of another patient");
    });
  });
});

describe("nof1 cohort's options", () => {
  it("refuses options that mean nothing beside the others", async () => {
    const refused = async (...argv: string[]) =>
      (await runCli(["cohort", kizawa, ...simulated, ...argv])).stderr;
    expect(await refused("--chains", "2")).toContain("--chains: needs --approximation posterior");
    expect(await refused("--acceptance", "0.99")).toContain("--acceptance: needs --approximation posterior");
    expect(await refused("--approximation", "posterior", "--acceptance", "1")).toContain("between 0 and 1");
    expect(await refused("--approximation", "posterior", "--interval", "wald")).toContain("--interval: ");
    expect(await refused("--summary-unit", "month")).toContain("--summary-unit: needs --summary");
    expect(await refused("--share-patients", "a=b")).toContain("got a, b");
    expect(await refused("--spread-scale", "T50=-1")).toContain("a positive number such as T50=0.5");
    expect(await refused("--outcome", "pain")).toContain("the files name no outcomes");
    expect(await refused("--chart", "curves")).toContain("--chart: needs --format");
  });
});
