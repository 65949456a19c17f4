import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { summaryIntervals } from "../../src/pooling/index.ts";
import { summaryResultSchema } from "../../src/schema/summary-result.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const FIVE = "summary --n 5 --mean 73.4 --lower 0 --upper 100".split(" ");
const json = async (argv: readonly string[], stdin = "") =>
  JSON.parse((await runCli([...argv, "--format", "json"], stdin)).stdout);

describe("nof1 summary", () => {
  it("takes the decimals of a number from its text", async () => {
    const [tenths] = await json(FIVE);
    const [hundredths] = await json("summary --n 5 --mean 73.40 --sd 20 --lower 0 --upper 100".split(" "));
    expect([tenths.report.decimals, hundredths.report.decimals, hundredths.report.sdDecimals]).toEqual([
      1, 2, 0,
    ]);
  });

  it("gives a result that the schema accepts, the same from flags, from JSON, from a list and from CSV", async () => {
    const [byFlags] = await json(FIVE);
    expect(summaryResultSchema.parse(byFlags)).toEqual(byFlags);
    const cells = { n: 5, mean: "73.4", lower: 0, upper: 100 };
    for (const text of [
      JSON.stringify(cells),
      JSON.stringify([cells]),
      JSON.stringify({ rows: [cells] }),
      "n,mean,lower,upper\n5,73.4,0,100\n",
    ]) {
      const [found] = await json(["summary", "-"], text);
      expect(found.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
      expect({ ...found, provenance: null }).toEqual({ ...byFlags, provenance: null });
    }
  });

  it("gives every number of a report a flag", async () => {
    const text =
      "summary --n 6 --mean 5.00 --sd 2.1 --median 5 --minimum 2 --maximum 8 --lower-quartile 4 --upper-quartile 6 --lower 0 --upper 10 --t 5.8 --label Pain --unit score --source here --estimand value --interval-lower 2.8 --interval-upper 7.2 --interval-level 0.95 --standard-error 0.86 --step 0.5 --events 3 --percent 50 --mean-before 8 --mean-after 3 --t-decimals 1 --scores 0-10:1 --change any --before-at-least 2";
    const { code, stderr } = await runCli(text.split(" "));
    expect([code === 0 || stderr.includes("contradicts itself"), stderr.includes("unknown option")]).toEqual([
      true,
      false,
    ]);
  });

  it.each(["table", "csv", "markdown", "html", "vega", "svg", "png"])(
    "writes %s, of one report and of several",
    async (format) => {
      for (const argv of [FIVE, ["summary", "datasets/huma-2020/counts.csv"]]) {
        const { code, stdout, bytes, stderr } = await runCli([...argv, "--format", format]);
        expect([code, stderr]).toEqual([0, ""]);
        if (format === "png") expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
        else expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
      }
    },
  );

  it("writes a row for each interval as CSV, with its layer and what it takes for granted", async () => {
    const { stdout } = await runCli([...FIVE, "--format", "csv"]);
    const [head, ...rows] = stdout.trimEnd().split("\n");
    const [{ estimates }] = await json(FIVE);
    expect(head).toMatch(/^report,parameter,.*,layer,assumes,doesNotCover$/u);
    expect(rows.length).toBe(estimates.length);
    expect(rows[0]).toContain(",bounds-only,");
  });

  it("assumes beside a file what reports leave open, and nothing that they print", async () => {
    const relief = ["summary", "datasets/morozumi-2009/relief.json"];
    const [alone] = await json(relief);
    const [paired] = await json([...relief, "--scores", "0-10:1", "--before-at-least", "4"]);
    expect([alone.reconstruction, paired.reconstruction.nSamples]).toEqual([null, 221]);
    const refused = await runCli([...relief, "--mean", "70"]);
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toMatch(/^nof1: --mean: with a file, what was printed stands in the file/u);
  });

  it("puts the chosen method in the headline and in the record", async () => {
    const { stdout } = await runCli([...FIVE, "--method", "hoeffding"]);
    expect(stdout).toContain(
      "Mean 73.4 in 5 patients: 95 % interval of the mean of all such patients: 12.7 to 100 (Hoeffding).",
    );
    const [result] = await json([...FIVE, "--method", "hoeffding", "--level", "0.9"]);
    expect(result.provenance.options).toMatchObject({ method: "hoeffding", level: 0.9 });
  });

  it("simulates coverage only where it is asked for, the same for the same seed", async () => {
    const asked = [...FIVE, "--coverage", "--simulations", "50", "--seed", "7"];
    const [first, second] = [await json(asked), await json(asked)];
    expect(first).toEqual(second);
    expect([first[0].coverage.length > 0, first[0].provenance.seed]).toEqual([true, 7]);
    expect((await json(FIVE))[0].coverage).toBeUndefined();
    const { stdout } = await runCli(asked);
    expect(stdout).toContain("How often each interval holds the truth with 5 patients");
  });

  it("keeps as many samples as are asked for, those of least and greatest spread among them", async () => {
    const [{ reconstruction }] = await json(
      "summary --n 5 --mean 73.4 --scores 0-10:1 --before-at-least 4 --samples 20".split(" "),
    );
    const sds = reconstruction.samples.map(({ sd }: { sd: number }) => sd);
    expect(sds.length).toBeLessThanOrEqual(20);
    expect([Math.min(...sds), Math.max(...sds)]).toEqual([reconstruction.sd.lower, reconstruction.sd.upper]);
  });

  it("answers for one patient, for equal values and for a count alone", async () => {
    for (const text of [
      "--n 1 --mean 5 --lower 0 --upper 10",
      "--n 3 --mean 5 --sd 0 --lower 0 --upper 10",
      "--n 4 --mean 0 --lower 0 --upper 10",
      "--n 3 --minimum 4 --maximum 4",
      "--n 5",
    ]) {
      for (const format of ["table", "html", "markdown", "json"]) {
        const { code, stdout } = await runCli(["summary", ...text.split(" "), "--format", format]);
        expect([code, stdout.length > 0, /NaN|undefined/u.test(stdout)], text).toEqual([0, true, false]);
      }
    }
  });

  it("answers for five thousand patients within a second of computing", async () => {
    await runCli(FIVE);
    const start = process.cpuUsage();
    const { code } = await runCli("summary --n 5000 --mean 73.4 --lower 0 --upper 100".split(" "));
    expect(code).toBe(0);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
  });

  it("names its examples and every method in its help", async () => {
    const { stdout } = await runCli(["summary", "--help"]);
    expect(stdout).toContain("nof1 datasets huma-2020 | nof1 summary -");
    const flat = stdout.replace(/\s+/gu, "");
    for (const { name } of summaryIntervals) expect(flat).toContain(name);
  });
});

describe("what nof1 summary refuses", () => {
  it.each([
    [
      "--n 5 --mean 73.4 --minimum 80 --lower 0 --upper 100",
      /^nof1: the report contradicts itself in n, minimum, mean: .*at least 80, got 73\.4\n$/u,
    ],
    [
      "--n 5 --mean 7.43 --lower 0 --upper 10 --step 1",
      /contradicts itself in n, lower, upper, mean, step: No sample/u,
    ],
    ["--n 38 --percent 83.5", /contradicts itself in n, percent: No whole number of 38 patients is 83\.5 %/u],
    ["--n 5 --mean 7x", /^nof1: --mean: .*number, got "7x"\n$/u],
    ["--mean 3", /^nof1: --n: each report needs its number of patients n, got none\n$/u],
    ["", /^nof1: summary: a file of reports is needed, or the report itself/u],
    ["--n 22 --events 30", /^nof1: --events: events must be at most n \(22\), got 30\n$/u],
    ["--n 5 --mean 5 --change any", /^nof1: --before-at-least and --change need --scores/u],
    ["--n 5 --mean 5 --scores 0..10", /a scale with its step such as 0-10:1 is needed, got "0\.\.10"/u],
    [
      "--n 5 --mean 5 --lower 0 --upper 10 --method clopper-pearson",
      /--method clopper-pearson: .*it allows hoeffding/u,
    ],
    [
      "--n 5 --mean 5 --chart samples --format svg",
      /--chart samples: needs one report that says which values/u,
    ],
    ["--n 5 --mean 5 --assume-sd 10,x", /positive numbers such as 10,20,30 are needed/u],
    ["nowhere.json", /^nowhere\.json: cannot be read: no such file\n$/u],
  ])("%s", async (text, message) => {
    await inFolder(async (folder) => {
      const output = join(folder, "out");
      const argv = ["summary", ...text.split(" ").filter(Boolean), "-o", output];
      const { code, stdout, stderr } = await runCli(argv);
      expect([code, stdout, existsSync(output)]).toEqual([2, "", false]);
      expect(stderr).toMatch(message);
    });
  });

  it("lists the contradictions of every report of a file, with row and label", async () => {
    const text = "label,n,mean,minimum,percent\nA,5,3,4,\nB,5,3,,\nC,38,,,83.5\n";
    const { code, stdout, stderr } = await runCli(["summary", "-"], text);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^standard input:1: A: the report contradicts itself in n, minimum, mean: /u),
      expect.stringMatching(/^standard input:3: C: the report contradicts itself in n, percent: /u),
    ]);
  });
});

describe("nof1 check", () => {
  it("tells files of reports, alone, in a list and as CSV, from all others", async () => {
    for (const [file, found] of [
      ["datasets/morozumi-2009/relief.json", "1 report"],
      ["datasets/huma-2020/counts.csv", "9 reports"],
      ["datasets/ivig-series/sjogren.csv", "series"],
      ["datasets/kizawa-2006/patient.csv", "1 patient"],
      ["datasets/kizawa-2006/relapses.csv", "relapse"],
    ] as const) {
      const { code, stdout } = await runCli(["check", file]);
      expect([code, stdout.includes(found)], file).toEqual([0, true]);
    }
  });
});
