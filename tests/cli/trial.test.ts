import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { trialResultSchema } from "../../src/schema/trial-result.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const pairs = `patient,block,period,treatment,day,score
A,1,1,saline,1,7
A,1,2,IVIG,8,3
A,2,3,IVIG,15,2
A,2,4,saline,22,6
A,3,5,IVIG,29,4
A,3,6,saline,36,8
A,4,7,saline,43,7
A,4,8,IVIG,50,3
`;
const phases = `treatment,score\n${[7, 8, 7, 9, 8].map((y) => `A,${y}\n`).join("")}${[3, 2, 4, 3, 2].map((y) => `B,${y}\n`).join("")}`;
const basic = ["trial", "-", "--design", "randomized-pairs", "--improvement", "decrease"];
const shipped = (days: number): string => join("datasets", "simulated-trials", `pairs-${days}-days.csv`);

async function resultsOf(argv: readonly string[], text: string) {
  const { code, stdout, stderr } = await runCli([...argv, "--format", "json"], text);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

describe("nof1 trial", () => {
  it("says in words whether the treatment worked", async () => {
    const { code, stdout, stderr } = await runCli(basic, pairs);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^A: IVIG compared with saline · /u);
    expect(stdout).toContain("2 of 16 possible assignments");
  });

  it("gives results by their schema as JSON, with the fingerprint of the file", async () => {
    const results = await resultsOf(basic, pairs);
    expect(results).toHaveLength(1);
    expect(trialResultSchema.safeParse(results[0]).error?.issues ?? []).toEqual([]);
    expect(results[0].estimates[0]).toMatchObject({ estimate: -4, patient: "A" });
    expect(results[0].randomization.pValue).toBe(0.125);
    expect(results[0].provenance.inputSha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("takes settings that the file does not show, another statistic, sides, effect sizes and a threshold", async () => {
    const argv = ["trial", "-", "--design", "ab", "--minimum-length", "3", "--improvement", "decrease"];
    const flags = ["--statistic", "nap", "--sides", "1", "--threshold", "0.2", "--level", "0.8"];
    const sizes = ["--effect-size", "tau-u", "--effect-size", "percent-of-goal:goal=2,standardError=delta"];
    const [result] = await resultsOf([...argv, ...flags, ...sizes], phases);
    expect(result.randomization).toMatchObject({ nPossible: "5", pValue: 0.2, sides: 1 });
    expect(result.effectSizes.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      "tau-u",
      "percent-of-goal",
    ]);
    expect(result.effectSizes[1].details.goal).toBe(2);
    expect(result.provenance.options).toMatchObject({ threshold: 0.2, level: 0.8 });
    const bySet = ["trial", "-", "--design", "ab", "--set", "minimumLength=3", "--improvement", "decrease"];
    const [same] = await resultsOf([...bySet, ...flags, ...sizes], phases);
    const withoutCommand = { command: undefined };
    expect({ ...same, provenance: { ...same.provenance, ...withoutCommand } }).toEqual({
      ...result,
      provenance: { ...result.provenance, ...withoutCommand },
    });
  });

  it("inverts the test for a ratio, and draws where there are too many assignments", async () => {
    const [ratio] = await resultsOf([...basic, "--statistic", "log-mean-ratio", "--level", "0.7"], pairs);
    expect(ratio.estimates[0].unit).toBe("ratio");
    expect(ratio.estimates[0].estimate).toBeCloseTo(12 / 28, 6);
    const [shifted] = await resultsOf([...basic, "--shift", "multiplicative"], pairs);
    expect(shifted.estimates[0].unit).toBe("ratio");
  });

  it("takes the treatment whose name says so for the reference, unless another is named", async () => {
    const turned = pairs.replace("A,1,1,saline,1,7\nA,1,2,IVIG,8,3", "A,1,1,IVIG,1,3\nA,1,2,saline,8,7");
    const [byName] = await resultsOf(basic, turned);
    expect([byName.reference, byName.estimates[0].estimate]).toEqual(["saline", -4]);
    const [named] = await resultsOf([...basic, "--reference", "IVIG"], turned);
    expect([named.reference, named.estimates[0].estimate]).toEqual(["IVIG", 4]);
    const [listed] = await resultsOf([...basic, "--treatments", "IVIG,saline"], turned);
    expect(listed.reference).toBe("IVIG");
  });

  it("gives no test where treatments were not assigned at random", async () => {
    const [result] = await resultsOf(["trial", "-", "--design", "none", "--improvement", "decrease"], phases);
    expect(result.randomization).toBeNull();
    expect(result.warnings[0].code).toBe("no-randomization-test");
  });

  it("analyses each patient of a file, or the one that was asked for", async () => {
    const both = pairs + pairs.split("\n").slice(1).join("\n").replace(/^A/gmu, "B");
    expect((await resultsOf(basic, both)).map(({ patient }: { patient: string }) => patient)).toEqual([
      "A",
      "B",
    ]);
    expect(await resultsOf([...basic, "--patient", "B"], both)).toHaveLength(1);
    const { code, stderr } = await runCli([...basic, "--format", "svg"], both);
    expect(code).toBe(2);
    expect(stderr).toMatch(/draws one comparison, the file has 2 .*--patient/u);
  });

  it("writes CSV, Markdown and every picture", async () => {
    for (const [format, found] of [
      ["csv", /^parameter,.*\nshift,/u],
      ["markdown", /^# A/u],
      ["vega", /"\$schema"/u],
      ["html", /^<!doctype html>/iu],
    ] as const) {
      const { code, stdout, stderr } = await runCli([...basic, "--format", format], pairs);
      expect([code, stderr], format).toEqual([0, ""]);
      expect(stdout, format).toMatch(found);
    }
    for (const chart of ["timeline", "randomization", "paired"]) {
      const { code, stdout } = await runCli([...basic, "--format", "svg", "--chart", chart], pairs);
      expect(code, chart).toBe(0);
      expect(stdout, chart).toMatch(/^<svg/u);
    }
    const { code, bytes } = await runCli([...basic, "--format", "png"], pairs);
    expect([code, [...bytes.subarray(1, 4)]]).toEqual([0, [0x50, 0x4e, 0x47]]);
  });

  it("warns of relief that carries over with periods of 28 days, and not with periods of 168", async () => {
    await inFolder(async (folder) => {
      const curve = join(folder, "curve.json");
      const argv = ["response", join("datasets", "simulated", "typical.csv"), "--interval", "profile"];
      expect((await runCli([...argv, "--format", "json", "-o", curve])).code).toBe(0);
      const options = ["--design", "randomized-pairs", "--improvement", "decrease", "--curve", curve];
      const codesOf = async (days: number): Promise<string[]> =>
        (await resultsOf(["trial", shipped(days), ...options], ""))[0].warnings.map(
          ({ code }: { code: string }) => code,
        );
      expect(await codesOf(28)).toEqual(["carryover-expected"]);
      expect(await codesOf(168)).toEqual([]);
      const { stdout } = await runCli(["trial", shipped(28), ...options]);
      expect(stdout).toMatch(/Relief would carry over: .* another treatment may begin after 28 days/u);
    });
  });
});

describe("nof1 check", () => {
  it("knows a file of trials", async () => {
    const { code, stdout } = await runCli(["check", shipped(28)]);
    expect([code, stdout]).toEqual([0, `${shipped(28)}: ok, 1 trial, 2 treatments, 48 scores\n`]);
  });
});
