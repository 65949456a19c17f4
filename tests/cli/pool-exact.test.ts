import { describe, expect, it } from "vitest";
import { logitNormal, poolCounts } from "../../src/pooling/index.ts";
import { readSeries } from "../../src/read/index.ts";
import { pooledCountsResultSchema } from "../../src/schema/index.ts";
import { bcgEffectsFile } from "../helpers/diagnosed-pools.ts";
import { twoTrials } from "../helpers/pooled-results.ts";
import { runCli } from "../helpers/run-cli.ts";

const counts = "series,events,n\nA,18,22\nB,5,5\nC,3,9\n";

describe("nof1 pool --exact", () => {
  it("pools counts by their exact likelihood, as poolCounts does", async () => {
    const { code, stdout, stderr } = await runCli(["pool", "-", "--exact", "--format", "json"], counts);
    expect([code, stderr]).toEqual([0, ""]);
    const [result] = JSON.parse(stdout);
    expect(pooledCountsResultSchema.parse(result)).toEqual(result);
    const { provenance: _, ...own } = result;
    const { provenance: __, ...expected } = poolCounts(readSeries(counts), { model: logitNormal });
    expect(own).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(result.provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("takes the model of two groups where the file has two, and the level asked for", async () => {
    const flags = ["pool", "-", "--exact", "--level", "0.9", "--format", "json"];
    const [result] = JSON.parse((await runCli(flags, twoTrials)).stdout);
    expect([result.measure, result.estimates[0].level]).toEqual(["OR", 0.9]);
    const [oneGroup] = JSON.parse((await runCli([...flags, "--measure", "PLO"], twoTrials)).stdout);
    expect(oneGroup.measure).toBe("PLO");
  });

  it("says it in words, and in every other format", async () => {
    const words = (await runCli(["pool", "-", "--exact"], counts)).stdout;
    expect(words).toMatch(
      /: \d+ %, the mean over 3 series \(95 % interval: \d+ to \d+ %; logistic regression/u,
    );
    expect(words).toContain("Likelihood ratio test of differences between series");
    expect(words).not.toMatch(/NaN|undefined/u);
    const as = async (format: string) =>
      (await runCli(["pool", "-", "--exact", "--format", format], counts)).stdout;
    expect(await as("csv")).toContain("\nmean,");
    expect(await as("markdown")).toContain("## What each series counted");
    expect((await as("html")).match(/<svg /gu)).toHaveLength(1);
    expect(await as("svg")).toContain("Mean, exact likelihood");
  });

  it("names the penalised likelihood where every series has all of its events", async () => {
    const { stdout } = await runCli(["pool", "-", "--exact"], "series,events,n\nA,2,2\nB,5,5\n");
    expect(stdout).toContain("Every series lies at the same end");
  });

  it("names every flag that it goes without, and a file without counts", async () => {
    const rivals = await runCli(["pool", "-", "--exact", "--bayes", "--diagnostics", "--add", "1"], counts);
    expect(rivals.code).toBe(2);
    expect(rivals.stderr).toContain("--exact goes without these: leave out --bayes, --diagnostics, --add");
    const none = await runCli(["pool", "-", "--exact"], bcgEffectsFile());
    expect(none.code).toBe(2);
    expect(none.stderr).toContain(
      "--exact: no model of counts fits the columns of all series; there are PLO (events, n)",
    );
    const other = await runCli(["pool", "-", "--exact", "--measure", "RR"], counts);
    expect(other.stderr).toContain("no model of counts for --measure RR");
  });
});
