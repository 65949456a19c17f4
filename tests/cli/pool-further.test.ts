import { describe, expect, it } from "vitest";
import { cumulatePool, permuteModerators, poolInfluence, predictEffects } from "../../src/pooling/index.ts";
import {
  evidenceTableSchema,
  moderatorPermutationSchema,
  moderatorPredictionSchema,
  poolSequenceSchema,
} from "../../src/schema/index.ts";
import { bcgEffects, bcgEffectsFile } from "../helpers/diagnosed-pools.ts";
import { runCli } from "../helpers/run-cli.ts";

const pool = ["pool", "-", "--back-transform", "exp"];
const dosed = "series,estimate,variance,dose\nA,-4.2,0.5,2\nB,-3.1,0.5,1\nC,-5,0.5,2\nD,-1.8,0.5,0.5\n";

async function results(argv: readonly string[], file = bcgEffectsFile()) {
  const { code, stdout, stderr } = await runCli([...argv, "--format", "json"], file);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

describe("nof1 pool --cumulative", () => {
  it("pools one series more at a time, by a column, as cumulatePool does", async () => {
    const [base, sequence] = await results([...pool, "--cumulative", "latitude"]);
    expect(poolSequenceSchema.parse(sequence).orderedBy).toBe("latitude");
    const expected = cumulatePool(bcgEffects(), { orderBy: "latitude" });
    expect(sequence.steps.map(({ series }: { series: string }) => series)).toEqual(
      expected.steps.map(({ series }) => series),
    );
    expect(sequence.steps[12].estimate).toBeCloseTo(base.estimates[0].estimate, 12);
    expect(sequence.steps.slice(0, 3).map(({ series }: { series: string }) => series)).toEqual([
      "Trial 5",
      "Trial 8",
      "Trial 11",
    ]);
  });

  it("takes the order of the file, and numbers of the summaries such as n", async () => {
    const [, file] = await results([...pool, "--cumulative", "order"]);
    expect(file.steps[0].series).toBe("Trial 1");
    expect(file.orderedBy).toBeUndefined();
    const counts = "series,events,n\nA,3,9\nB,1,2\nC,4,6\n";
    const answers = await results(["pool", "-", "--measure", "PLO", "--cumulative", "n"], counts);
    const sequence = answers.find(({ kind }: { kind: string }) => kind === "cumulative-pool");
    expect(sequence.steps.map(({ series }: { series: string }) => series)).toEqual(["B", "C", "A"]);
  });

  it("says it in words, table, CSV and picture, and names a column that is not there", async () => {
    const words = (await runCli([...pool, "--cumulative", "latitude"], bcgEffectsFile())).stdout;
    expect(words).toContain("One series after another, by latitude: the mean goes from 0.80 (Trial 5 alone)");
    const csv = (await runCli([...pool, "--cumulative", "order", "--format", "csv"], bcgEffectsFile()))
      .stdout;
    expect(csv.match(/^meanUpTo,/gmu)).toHaveLength(13);
    const svg = (await runCli([...pool, "--cumulative", "order", "--format", "svg"], bcgEffectsFile(3)))
      .stdout;
    expect(svg).toContain(">and Trial 3 (3)<");
    expect(svg).toContain("(not pooled)");
    const unknown = await runCli([...pool, "--cumulative", "year"], bcgEffectsFile());
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain(
      "--cumulative year: a column of the file is needed (latitude, allocation, estimate, variance), or order",
    );
    const rival = await runCli(
      [...pool, "--cumulative", "order", "--moderator", "latitude"],
      bcgEffectsFile(),
    );
    expect(rival.stderr).toContain("--cumulative: not with --moderator");
  });

  it("names the series without a value of the column", async () => {
    const { code, stderr } = await runCli(
      ["pool", "-", "--cumulative", "year"],
      "series,estimate,variance,year\nA,1,1,2001\nB,2,1,\nC,3,1,1999\n",
    );
    expect(code).toBe(2);
    expect(stderr).toContain('"B" needs a value of it, got none');
  });
});

describe("nof1 pool --moderator with --at and --permutations", () => {
  const asked = ["pool", "-", "--moderator", "dose", "--at", "dose=1.5", "dose=4", "--permutations", "exact"];
  const effects = [-4.2, -3.1, -5, -1.8].map((estimate, i) => ({
    estimate,
    variance: 0.5,
    series: "ABCD"[i]!,
    moderators: { dose: [2, 1, 2, 0.5][i]! },
  }));

  it("gives both as further results, as the library does", async () => {
    const [, predicted, permutation] = await results(asked, dosed);
    const moderators = ["dose"];
    const expected = predictEffects(effects, { moderators, at: [{ dose: 1.5 }, { dose: 4 }] });
    expect(moderatorPredictionSchema.parse(predicted).points.map(({ outside }) => outside)).toEqual([
      false,
      true,
    ]);
    predicted.estimates.forEach(({ estimate, lower }: { estimate: number; lower: number }, i: number) => {
      expect(estimate).toBeCloseTo(expected.estimates[i]!.estimate!, 10);
      expect(lower).toBeCloseTo(expected.estimates[i]!.lower!, 8);
    });
    expect(moderatorPermutationSchema.parse(permutation).nArrangements).toBe(12);
    const [expectedTest] = permuteModerators(effects, { moderators, arrangements: "all" }).tests;
    expect(permutation.tests).toHaveLength(1);
    expect(permutation.tests[0].pValue).toBe(expectedTest!.pValue);
    expect(permutation.tests[0].statistic).toBeCloseTo(expectedTest!.statistic!, 10);
  });

  it("says them in words and in CSV, with a warning beyond the series", async () => {
    const { stdout } = await runCli(asked, dosed);
    expect(stdout).toMatch(/At dose = 1\.5 the mean effect is −3\.\d+ \(95 % interval/u);
    expect(stdout).toContain("All 12 different ways");
    expect(stdout).toContain("No p-value below 0.083 is possible");
    expect(stdout).toContain("No series reaches as far as dose = 4");
    const csv = (await runCli([...asked, "--format", "csv"], dosed)).stdout;
    expect(csv).toMatch(/^meanAt,Mean effect at dose = 1\.5,/mu);
    expect(csv).toMatch(/^permutationPValue,Test by permutation: dose,/mu);
  });

  it("draws a seeded sample where a number is named", async () => {
    const drawn = [...pool, "--moderator", "latitude", "allocation", "--permutations", "50", "--seed"];
    const of = async (seed: string) => (await results([...drawn, seed]))[1];
    const first = await of("3");
    expect(first).toMatchObject({ kind: "moderator-permutation", method: "monte-carlo", nArrangements: 50 });
    expect(await of("3")).toEqual(first);
    expect(first.tests.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      "moderator:latitude",
      "moderator:allocation=random",
      "moderators",
    ]);
  });

  it.each([
    [["--at", "dose=2"], "--at: needs --moderator"],
    [["--permutations", "exact"], "--permutations: needs --moderator"],
    [["--moderator", "dose", "--at", "2"], 'dose=2 or "dose=2,control=yes", got "2"'],
    [["--moderator", "dose", "--at", "dose=much"], '--at: "dose" needs a number, got much'],
    [["--moderator", "dose", "--at", "year=2"], 'values of the moderators (dose), got "year"'],
    [["--moderator", "dose", "--permutations", "1"], "a whole number of at least 2, or exact, is needed"],
    [["--moderator", "dose", "--subgroup", "dose"], "--subgroup: not with --moderator"],
  ])("refuses %j kindly", async (flags, words) => {
    const { code, stderr } = await runCli(["pool", "-", ...flags], dosed);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  it("refuses all arrangements where there are too many", async () => {
    const { code, stderr } = await runCli(
      [...pool, "--moderator", "latitude", "--permutations", "exact"],
      bcgEffectsFile(),
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/--permutations: There are \d+ arrangements .* please name a number of them/u);
  });

  it("gives the influence of each series on the regression, with the shift of each coefficient", async () => {
    const answers = await results([...pool, "--moderator", "latitude", "--diagnostics"]);
    expect(answers.map(({ kind }: { kind: string }) => kind)).toEqual(["pooled", "pool-influence"]);
    const { series } = poolInfluence(bcgEffects(), { moderators: ["latitude"] });
    expect(answers[1].series[3].dfbetas[1].value).toBeCloseTo(series[3]!.dfbetas![1]!.value, 8);
    const { stdout } = await runCli([...pool, "--moderator", "latitude", "--diagnostics"], bcgEffectsFile());
    expect(stdout).toContain("DFBETAS, latitude");
    expect(stdout).toContain("--diagnostics without --moderator shows them");
  });
});

describe("nof1 pool --chart", () => {
  const all = [...pool, "--cumulative", "order", "--diagnostics", "--tau-scale", "0.5"];

  it.each([
    ["cumulative", "One more at a time"],
    ["leave-one-out", "One left out at a time"],
    ["influence", "Cook’s distance"],
    ["baujat", "Baujat’s plot"],
    ["funnel", "Funnel of 13 series"],
    ["forest", "Hartung–Knapp"],
    ["prior-sensitivity", "under 6 priors"],
  ])("draws the picture %s", async (name, words) => {
    const { code, stdout } = await runCli([...all, "--chart", name, "--format", "svg"], bcgEffectsFile());
    expect(code).toBe(0);
    expect(stdout).toContain(words);
  });

  it("draws unasked the first picture of what was asked for", async () => {
    const svg = async (...flags: string[]) =>
      (await runCli([...pool, ...flags, "--format", "svg"], bcgEffectsFile())).stdout;
    expect(await svg()).toContain("Hartung–Knapp");
    expect(await svg("--diagnostics")).toContain("One left out at a time");
    expect(await svg("--moderator", "latitude")).toContain("by latitude");
    expect(await svg("--moderator", "allocation")).toContain("Hartung–Knapp");
  });

  it("lists the pictures that there are where one is unknown or not part of what was asked for", async () => {
    const refused = async (...flags: string[]) => {
      const { code, stderr } = await runCli([...pool, ...flags, "--format", "vega"], bcgEffectsFile());
      expect(code).toBe(2);
      return stderr;
    };
    expect(await refused("--chart", "pie")).toContain(
      "--chart pie: what was asked for has these pictures: forest\n",
    );
    expect(await refused("--chart", "funnel")).toContain("forest; funnel comes with --diagnostics");
    expect(await refused("--chart", "shrinkage")).toContain("forest; shrinkage comes with --bayes");
    expect(await refused("--bayes", "--tau-scale", "1", "--chart", "forest")).toContain(
      "shrinkage, prior-sensitivity",
    );
    const table = await runCli([...pool, "--chart", "forest"], bcgEffectsFile());
    expect([table.code, table.stderr]).toEqual([
      2,
      expect.stringContaining("--chart: needs --format vega, svg, png, got table"),
    ]);
  });

  it("puts every picture of what was asked for on a page, the forest first", async () => {
    const { stdout } = await runCli([...all, "--format", "html"], bcgEffectsFile());
    expect(stdout.match(/<svg /gu)).toHaveLength(5);
    expect(stdout.indexOf("Hartung–Knapp")).toBeLessThan(stdout.indexOf("One more at a time"));
  });
});

describe("nof1 pool --evidence", () => {
  const file =
    "series,events,n,events_control,n_control,treatment,comparator,design,overlaps\nA,3,5,,,immunoglobulin,,series,\nB,7,11,0,12,immunoglobulin,placebo,trial,A\n";

  it("lists which comparison each series makes, and pools nothing", async () => {
    const { code, stdout } = await runCli(["pool", "-", "--evidence"], file);
    expect(code).toBe(0);
    expect(stdout).toContain("1 of 2 series gives numbers of a control group");
    expect(stdout).toMatch(/B +immunoglobulin against placebo +yes +trial +– +23 +A/u);
    expect(stdout).toContain("nothing indirect is computed from them");
    const [table] = await results(["pool", "-", "--evidence"], file);
    expect(evidenceTableSchema.parse(table).rows.map(({ controlled }) => controlled)).toEqual([true, false]);
    expect(table.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("is written as CSV, Markdown and a page, and has no picture", async () => {
    const as = async (format: string) => runCli(["pool", "-", "--evidence", "--format", format], file);
    expect((await as("csv")).stdout).toContain("\nB,immunoglobulin against placebo,true,");
    expect((await as("markdown")).stdout).toContain("## Which comparison does each series make?");
    expect((await as("html")).stdout).toContain("immunoglobulin against placebo");
    expect(await as("png")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--evidence is a table: --format png has no picture of it"),
    });
    const rival = await runCli(["pool", "-", "--evidence", "--bayes", "--chart", "forest"], file);
    expect(rival.stderr).toContain("--evidence pools nothing: leave out --bayes, --chart");
  });
});
