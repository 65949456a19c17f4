import { describe, expect, it } from "vitest";
import {
  funnelResultSchema,
  pooledSubgroupsSchema,
  poolInfluenceSchema,
  poolSequenceSchema,
  trimAndFillResultSchema,
} from "../../src/schema/index.ts";
import { bcgEffectsFile } from "../helpers/diagnosed-pools.ts";
import { bcgFile } from "../helpers/pooled-results.ts";
import { runCli } from "../helpers/run-cli.ts";

const asRatio = ["--back-transform", "exp"];

describe("nof1 pool --diagnostics", () => {
  it("gives leave-one-out, influence, funnel, trim and fill as further results", async () => {
    const { code, stdout } = await runCli(
      ["pool", "-", "--measure", "RR", "--diagnostics", "--format", "json"],
      bcgFile(),
    );
    expect(code).toBe(0);
    const [pool, without, influence, funnel, filled] = JSON.parse(stdout);
    expect(pool.kind).toBe("pooled");
    expect(poolSequenceSchema.parse(without).steps).toHaveLength(13);
    expect(poolInfluenceSchema.parse(influence).series).toHaveLength(13);
    expect(funnelResultSchema.parse(funnel).tests).toHaveLength(3);
    expect(trimAndFillResultSchema.parse(filled).kind).toBe("trim-and-fill");
    for (const part of [without, influence, funnel, filled])
      expect(part.provenance.inputSha256).toBe(pool.provenance.inputSha256);
  });

  it("says in words and tables whether the answer hangs on one series", async () => {
    const { stdout } = await runCli(["pool", "-", "--measure", "RR", "--diagnostics"], bcgFile());
    expect(stdout).toContain(
      "Leaving out one series at a time, the mean goes from 0.45 (without Trial 8) to 0.53",
    );
    expect(stdout).toContain("Trial 4 moves the mean most");
    expect(stdout).toContain("Egger’s regression, weighted: p 0.19");
    expect(stdout).toContain("Trim and fill adds 1 made-up series on the right of the funnel");
    expect(stdout).not.toMatch(/NaN|undefined/u);
  });

  it("draws each on the page, and writes each in Markdown and CSV", async () => {
    const all = ["pool", "-", ...asRatio, "--diagnostics", "--format"];
    const html = (await runCli([...all, "html"], bcgEffectsFile())).stdout;
    expect(html.match(/<svg /gu)).toHaveLength(4);
    expect((await runCli([...all, "markdown"], bcgEffectsFile())).stdout).toContain(
      "## Do small series go with other effects?",
    );
    const csv = (await runCli([...all, "csv"], bcgEffectsFile())).stdout;
    for (const name of ["meanWithout", "cooksDistance", "asymmetryPValue", "filled:mean"])
      expect(csv).toContain(`\n${name},`);
  });

  it.each([1, 2, 3])("says by a warning what %i series cannot tell, and answers the rest", async (k) => {
    const { code, stdout, stderr } = await runCli(
      ["pool", "-", ...asRatio, "--diagnostics", "--format", "json"],
      bcgEffectsFile(k),
    );
    expect([code, stderr]).toEqual([0, ""]);
    const [pool] = JSON.parse(stdout);
    const codes: string[] = pool.warnings.map(({ code: own }: { code: string }) => own);
    expect(codes.includes("diagnostic-undefined")).toBe(k < 3);
    if (k > 1) expect(codes).toContain("funnel-few-series");
  });
});

describe("nof1 pool --subgroup", () => {
  it("pools each group by itself and compares them", async () => {
    const flags = ["pool", "-", ...asRatio, "--subgroup", "allocation"];
    const { code, stdout } = await runCli(flags, bcgEffectsFile());
    expect(code).toBe(0);
    expect(stdout).toContain("By allocation: alternate:");
    expect(stdout).toMatch(/QM\(1\) \d/u);
    const [, subgroups] = JSON.parse((await runCli([...flags, "--format", "json"], bcgEffectsFile())).stdout);
    expect(pooledSubgroupsSchema.parse(subgroups).subgroups.map(({ series }) => series.length)).toEqual([
      6, 7,
    ]);
    expect((await runCli([...flags, "--format", "csv"], bcgEffectsFile())).stdout).toContain(
      "\nsubgroupMean,",
    );
  });

  it("compares no group of one series, and says so", async () => {
    const { stdout } = await runCli(["pool", "-", "--subgroup", "allocation"], bcgEffectsFile(2));
    expect(stdout).toContain("They are not compared");
  });

  it("names every flag that cannot stand beside another, and every column that is not there", async () => {
    const rivals = await runCli(
      ["pool", "-", "--subgroup", "a", "--diagnostics", "--bayes", "--moderator", "b"],
      "",
    );
    expect(rivals.code).toBe(2);
    expect(rivals.stderr).toContain("--subgroup, --diagnostics: not with --bayes");
    expect(rivals.stderr).toContain(
      "--subgroup: not with --moderator: its groups are pooled without moderators",
    );
    const { code, stderr } = await runCli(
      ["pool", "-", "--subgroup", "dose", "--keep", "X"],
      bcgEffectsFile(),
    );
    expect(code).toBe(2);
    expect(stderr).toContain("--keep X: a series of the file is needed");
    expect(stderr).toContain("--subgroup dose: a column of the file is needed (latitude, allocation)");
  });

  it("finds nothing to compare where every series is of one group", async () => {
    const one = "series,estimate,variance,drug\nA,1,1,x\nB,2,1,x\n";
    const { code, stderr } = await runCli(["pool", "-", "--subgroup", "drug"], one);
    expect(code).toBe(1);
    expect(stderr).toContain('needs at least 2 levels, got "x" for all series');
  });
});

describe("nof1 pool --moderator", () => {
  it("sets the bubble chart of one number on the page, and none of a text", async () => {
    const flags = ["pool", "-", ...asRatio, "--format", "html", "--moderator"];
    const html = (await runCli([...flags, "latitude"], bcgEffectsFile())).stdout;
    expect(html.match(/<svg /gu)).toHaveLength(2);
    expect(html).toContain("0.251 − 0.0291 × latitude");
    expect((await runCli([...flags, "allocation"], bcgEffectsFile())).stdout.match(/<svg /gu)).toHaveLength(
      1,
    );
  });
});
