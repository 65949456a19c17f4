import { describe, expect, it } from "vitest";
import type { SummaryEstimate, SummaryResult } from "../../src/schema/summary-result.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { runCli } from "../helpers/run-cli.ts";

const RELIEF = ["summary", "datasets/morozumi-2009/relief.json"];
const DURATION = ["summary", "datasets/morozumi-2009/duration.json"];
const HUMA = ["summary", "datasets/huma-2020/counts.csv"];
const SCORES = ["--scores", "0-10:1", "--before-at-least", "4"];

async function results(argv: readonly string[], stdin = ""): Promise<SummaryResult[]> {
  const { code, stdout, stderr } = await runCli([...argv, "--format", "json"], stdin);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

const limits = (rows: readonly SummaryEstimate[], method: string, given?: string): [number, number] => {
  const row = rows.find((one) => one.method === method && (given === undefined || one.given === given))!;
  return [row.lower!, row.upper!];
};

const range = ({ feasible }: SummaryResult, name: string): [number, number] => {
  const found = feasible.quantities.find(({ quantity }) => quantity === name)!;
  return [found.lower!, found.upper!];
};

describe("Morozumi 2009: a mean relief of 73.4 % in five patients", () => {
  it.each([
    ["hoeffding", 12.7, 100],
    ["kl-chernoff", 17.9, 99.3],
    ["bentkus", 17.8, 99.3],
  ])("gives by %s the limits %d and %d, from the bounds alone", async (method, lower, upper) => {
    const [result] = await results(RELIEF);
    expectAbsolute(limits(result!.estimates, method), [lower, upper], 0.05);
    const { layer } = result!.estimates.find((row) => row.method === method)!;
    expect(layer).toBe("bounds-only");
  });

  it.each([
    [10, 61.0, 85.8],
    [20, 48.6, 98.2],
    [30, 36.2, 110.6],
  ])("gives by Student's t with an SD of %d the limits %d and %d", async (sd, lower, upper) => {
    const [result] = await results([...RELIEF, "--assume-sd", "10,20,30"]);
    expectAbsolute(limits(result!.estimates, "student-t-by-sd", `SD ${sd}`), [lower, upper], 0.05);
  });

  it("says that a limit over 100 is impossible", async () => {
    const { stdout } = await runCli([...RELIEF, "--assume-sd", "30"]);
    expect(stdout).toMatch(
      /Student's t by assumed SD +SD 30 +36\.2 +110\.6 +% +95 % +above 100: impossible/u,
    );
    expect(stdout).toContain("reaches 110.6, but no value can be above 100: that part is impossible.");
  });

  it("comes from 221 sets of percentages and 2,291 of score pairs, found with all else in under a second of computing", async () => {
    const start = process.cpuUsage();
    const [result] = await results([...RELIEF, ...SCORES]);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
    expect(result!.reconstruction).toMatchObject({ nSamples: 221, nPairSets: 2291, complete: true });
    expectAbsolute(limits(result!.estimates, "anderson-over-samples"), [17.1, 100], 0.05);
    const { stdout } = await runCli([...RELIEF, ...SCORES]);
    expect(stdout).toContain(
      "221 different samples fit the report, from 2,291 different sets of score pairs",
    );
  });

  it("can't be a ratio of means of whole scores", async () => {
    const { stdout } = await runCli([...RELIEF, ...SCORES]);
    expect(stdout).toContain("73.4 % can't be a ratio of means of 5 scores in steps of 1");
  });

  it("allows no interval as a ratio of means, and says so", async () => {
    const [result] = await results([...RELIEF, "--estimand", "ratio-of-means"]);
    const ends = result!.estimates.flatMap(({ lower, upper }) => [lower, upper]);
    expect([ends.length > 0, ends.every((end) => end === null)]).toEqual([true, true]);
    const { code, stdout } = await runCli([...RELIEF, "--estimand", "ratio-of-means"]);
    expect([code, stdout.includes("the report allows no interval")]).toEqual([0, true]);
  });
});

describe("Morozumi 2009: relief for 2 to 6 months in five patients", () => {
  it("has its mean within 2.8 and 5.2 and its SD within 1.414 and 2.191 by algebra", async () => {
    const [result] = await results(DURATION);
    expectAbsolute(range(result!, "mean"), [2.8, 5.2], 1e-9);
    expectAbsolute(range(result!, "sd"), [Math.SQRT2, Math.sqrt(4.8)], 1e-9);
  });

  it("gives an SD of 1.695 by Wan and of 1.720 by exact order statistics, and refuses a quarter of the range", async () => {
    const [result] = await results(DURATION);
    const sdOf = (name: string) => result!.conversions.find(({ method }) => method === name)!.sd;
    expectAbsolute([sdOf("wan")!, sdOf("normal-order-statistics")!], [1.695, 1.72], 5e-4);
    expect(sdOf("range-over-four")).toBeNull();
    const { stdout } = await runCli(DURATION);
    expect(stdout).toContain(
      "Refused: A quarter of the range makes the standard deviation 1, which no sample with the reported numbers has: it lies in [1.414, 2.191].",
    );
  });

  it("with a median of 3 has its SD within 1.5 and 2.049 and its mean within 3.2 and 4.0, and QE's SD of 3.44 is refused", async () => {
    const [result] = await results("summary --n 5 --minimum 2 --maximum 6 --median 3".split(" "));
    expectAbsolute([...range(result!, "sd"), ...range(result!, "mean")], [1.5, 2.049, 3.2, 4], 5e-4);
    expect(result!.warnings.map(({ message }) => message).join("\n")).toMatch(
      /Quantile estimation.* standard deviation 3\.438,/u,
    );
  });

  it("with a median of 5 refuses the Box–Cox SD", async () => {
    const [result] = await results("summary --n 5 --minimum 2 --maximum 6 --median 5".split(" "));
    // 1.01 by the draws of estmeansd, 1.03 by quadrature.
    expect(result!.warnings.map(({ message }) => message).join("\n")).toMatch(
      /Box–Cox.* standard deviation 1\.029,/u,
    );
  });

  it("is a 93.75 % interval of the median, holds the next patient with 4/6, and in logarithms 0.82 to 14.6 months", async () => {
    const [result] = await results(DURATION);
    const of = (name: string) => result!.estimates.find(({ method }) => method === name)!;
    expect(of("median-range")).toMatchObject({ lower: 2, upper: 6, level: 0.9375 });
    expect(of("next-patient-range")).toMatchObject({ lower: 2, upper: 6, level: 4 / 6 });
    const [least, most] = limits(result!.estimates, "log-t-next-patient");
    expectAbsolute([least], [0.82], 0.005);
    expectAbsolute([most], [14.6], 0.05);
    const { stdout } = await runCli(DURATION);
    expect(stdout).toMatch(/Median, by least and greatest value +– +2 +6 +month +93\.75 %/u);
    expect(stdout).toMatch(/Next patient, by t on logarithms .* 0\.82 +14\.6 +month/u);
  });
});

describe("Humă 2020: a review's counts", () => {
  it.each([
    ["Improved on IVIG", "18 of 22 patients", "81.8 %", "59.7 %", "94.8 %"],
    ["Stabilised on IVIG", "4 of 22 patients", "18.2 %", "5.2 %", "40.3 %"],
    ["Treated with IVIG", "22 of 62 patients", "35.5 %", "23.7 %", "48.7 %"],
    ["Treated with rituximab", "8 of 62 patients", "12.9 %", "5.7 %", "23.9 %"],
    ["Treated with cyclophosphamide", "7 of 62 patients", "11.3 %", "4.7 %", "21.9 %"],
    ["Treated with glucocorticoids only", "5 of 62 patients", "8.1 %", "2.7 %", "17.8 %"],
    ["Papers analysed of those found", "13 of 116 papers", "11.2 %", "6.1 %", "18.4 %"],
  ])("%s: %s", async (...cells) => {
    const { stdout } = await runCli(HUMA);
    const line = stdout.split("\n").find((one) => one.trim().startsWith(cells[0]!))!;
    expect(line.trim().split(/ {2,}/u).slice(0, 5)).toEqual(cells);
  });

  it("says once what no interval covers: choice of patients, publication, regression to the mean, one group", async () => {
    const { stdout } = await runCli(HUMA);
    for (const words of [
      "How these patients were chosen",
      "more likely to be printed",
      "Regression to the mean",
      "one group without a control",
    ])
      expect(stdout.split(words).length, words).toBe(2);
  });

  it("prints percentages that agree with its counts", async () => {
    const found = await results(HUMA);
    const percents = found.flatMap(({ consistency }) =>
      consistency.checks.filter(({ quantities }) => quantities.includes("percent")),
    );
    expect([percents.length >= 6, percents.every(({ consistent }) => consistent)]).toEqual([true, true]);
  });

  it("leaves 13 of 116 papers after 103 were excluded, from the shipped data set by way of the standard input", async () => {
    const { stdout } = await runCli(["datasets", "huma-2020"]);
    const found = await results(["summary", "-"], stdout);
    const { report } = found.at(-1)!;
    expect([report.n - 103, report.events, report.unit]).toEqual([13, 13, "papers"]);
  });
});
