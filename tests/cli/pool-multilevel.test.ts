import { describe, expect, it } from "vitest";
import { correlatedErrors, poolMultilevel } from "../../src/pooling/index.ts";
import { multilevelResultSchema } from "../../src/schema/index.ts";
import { runCli } from "../helpers/run-cli.ts";

const rows = [
  ["a1", -6, "a"],
  ["a2", -5, "a"],
  ["b1", -3, "b"],
  ["b2", -4, "b"],
  ["c1", -2, "c"],
  ["c2", -3.5, "c"],
] as const;
const file = `series,estimate,variance,paper,overlaps\n${rows
  .map(([series, estimate, paper]) => `${series},${estimate},0.4,${paper},${series === "a2" ? "a1" : ""}`)
  .join("\n")}\n`;
const effects = rows.map(([series, estimate, paper]) => ({
  series,
  estimate,
  variance: 0.4,
  moderators: { paper },
}));
const nested = ["pool", "-", "--multilevel", "paper", "series"];

describe("nof1 pool --multilevel", () => {
  it("pools estimates within papers as poolMultilevel does, those of the same patients included", async () => {
    const { code, stdout, stderr } = await runCli([...nested, "--format", "json"], file);
    expect([code, stderr]).toEqual([0, ""]);
    const [result] = JSON.parse(stdout);
    expect(multilevelResultSchema.parse(result)).toEqual(result);
    const expected = poolMultilevel(effects, { levels: ["paper", "series"] });
    expect(result.estimates[0].estimate).toBeCloseTo(expected.estimates[0]!.estimate!, 10);
    expect(result.estimates[0].lower).toBeCloseTo(expected.estimates[0]!.lower!, 8);
    expect(result.levels).toEqual([
      { level: "paper", nGroups: 3 },
      { level: "series", nGroups: 6 },
    ]);
  });

  it("takes an assumed correlation of sampling errors", async () => {
    const [result] = JSON.parse((await runCli([...nested, "--rho", "0.6", "--format", "json"], file)).stdout);
    const expected = poolMultilevel(effects, {
      levels: ["paper", "series"],
      sampling: correlatedErrors(0.6),
    });
    expect(result.fit.sampling).toBe("correlated(0.6)");
    expect(result.estimates[1].estimate).toBeCloseTo(expected.estimates[1]!.estimate!, 8);
  });

  it("says it in words, with other correlations beside it, and in every other format", async () => {
    const words = (await runCli(nested, file)).stdout;
    expect(words).toContain("the mean over 6 estimates within 3 groups of “paper”");
    expect(words).toContain("sampling errors correlated by 0.8");
    expect(words).not.toMatch(/NaN|undefined/u);
    const as = async (format: string) => (await runCli([...nested, "--format", format], file)).stdout;
    expect(await as("csv")).toContain("\nsigmaSquared.paper,");
    expect(await as("markdown")).toContain("## Where do they differ?");
    expect((await as("html")).match(/<svg /gu)).toHaveLength(1);
    expect(await as("svg")).toContain(">c2<");
  });

  it("names every flag and column that does not fit, and a paper that stands alone", async () => {
    const rivals = await runCli(["pool", "-", "--multilevel", "paper", "--common", "--diagnostics"], file);
    expect(rivals.code).toBe(2);
    expect(rivals.stderr).toContain("--multilevel goes without these: leave out --common, --diagnostics");
    expect((await runCli(["pool", "-", "--rho", "0.5"], file)).stderr).toContain("--rho: needs --multilevel");
    const unknown = await runCli(["pool", "-", "--multilevel", "clinic"], file);
    expect(unknown.stderr).toContain("--multilevel clinic: a column of the file is needed (series, paper)");
    const single = await runCli(nested, "series,estimate,variance,paper\nA,1,1,x\nB,2,1,x\n");
    expect(single.code).toBe(1);
    expect(single.stderr).toContain('Cannot pool by "paper": needs at least 2 groups, got 1');
  });
});
