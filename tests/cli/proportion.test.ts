import { describe, expect, it } from "vitest";
import { proportionMethods } from "../../src/pooling/index.ts";
import { proportionResultSchema } from "../../src/schema/proportion-result.ts";
import { runCli } from "../helpers/run-cli.ts";

describe("nof1 proportion", () => {
  it("gives every method in one table, the default first", async () => {
    const { code, stdout, stderr } = await runCli(["proportion", "18", "22"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("18 of 22 patients: 82 % (95 % interval: 61 to 93 %, Wilson).");
    for (const { label } of proportionMethods) expect(stdout).toContain(`  ${label} `);
  });

  it("gives one result as JSON, which the schema accepts, with the chosen method first", async () => {
    const flags = ["--method", "clopper-pearson", "--level", "0.9", "--format", "json"];
    const [result, ...rest] = JSON.parse((await runCli(["proportion", "5", "5", ...flags])).stdout);
    expect(rest).toEqual([]);
    expect(proportionResultSchema.parse(result)).toEqual(result);
    expect(result.estimates).toMatchObject([{ method: "clopper-pearson", level: 0.9, upper: 1 }]);
    expect(result.estimates[0].lower).toBeCloseTo(0.05 ** (1 / 5), 12);
    expect(result.intervals.length).toBe(proportionMethods.length);
    expect(result.intervals[0].row).toEqual(result.estimates[0]);
  });

  it.each(["csv", "markdown", "html", "vega", "svg", "png"])("writes %s, also of nobody", async (format) => {
    const { code, stdout, bytes } = await runCli(["proportion", "0", "7", "--format", format]);
    expect(code).toBe(0);
    if (format === "png") expect([...bytes.slice(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    else expect(stdout).not.toMatch(/undefined|NaN|\[object/u);
    if (format === "csv") expect(stdout.trimEnd().split("\n").length).toBe(1 + proportionMethods.length);
  });

  it.each([
    [["23", "22"], /^nof1: EVENTS needs at most n = 22, got 23\n$/u],
    [["x", "0"], /^nof1: EVENTS needs a whole number of at least 0, got "x"\nnof1: N needs .*, got 0\n$/u],
    [["1.5", "2"], /^nof1: EVENTS needs a whole number of at least 0, got 1\.5\n$/u],
    [["1"], /missing required argument 'n'/u],
    [["1", "2", "--method", "wilsn"], /Allowed choices are wilson/u],
  ])("refuses %j with what is needed and what was found", async (argv, message) => {
    const { code, stdout, stderr } = await runCli(["proportion", ...argv]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});
