import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.ts";
import { trialPowerResultSchema } from "../../src/schema/index.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const few = ["power", "--pairs", "5,6,8", "--effect", "3", "--sd", "1", "--replicates", "200"];

describe("nof1 power", () => {
  it("says which design is the smallest that reaches the target, and what every row rests on", async () => {
    const { code, stdout, stderr } = await runCli([
      ...few,
      "--phi",
      "0,.3",
      "--analysis",
      "randomization,paired-t",
    ]);
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Randomized pairs: power by simulation · 1 patient · effect 3 · sd 1\n/u);
    expect(stdout).toContain("The smallest designs that reach a power of 80 %, in every scenario:");
    expect(stdout).toContain("Randomization test, φ 0.3: 6 pairs (power");
    expect(stdout).toMatch(/5 pairs +0\.0 % \(0\.0 to 1\.9 %\) /u);
    expect(stdout).toContain(
      "Randomization test: in one patient no p-value of 0.05 can be reached, whatever the scores, with 5 pairs (at least 0.0625).",
    );
  });

  it("one scenario is answered in one sentence; a target that nothing reaches is said", async () => {
    const { stdout } = await runCli(few);
    expect(stdout).toMatch(/The smallest design that reaches a power of 80 %: 6 pairs \(power \d/u);
    const none = await runCli([...few, "--effect", "1", "--target", "0.999"]);
    expect(none.stdout).toMatch(/No design that was tried \(up to 8 pairs\) reaches a power of 99\.9 %\./u);
  });

  it("writes every format, and the same bytes each time", async () => {
    const json = await runCli([...few, "--format", "json"]);
    const [result] = JSON.parse(json.stdout);
    expect(trialPowerResultSchema.safeParse(result).success).toBe(true);
    expect((await runCli([...few, "--format", "json"])).stdout).toBe(json.stdout);
    const csv = await runCli([...few, "--format", "csv"]);
    expect(csv.stdout.split("\n")[0]).toMatch(/^design,size,sizeUnit,analysis,label,nPatients,effect,phi,/u);
    expect(csv.stdout.trim().split("\n").length).toBe(4);
    expect((await runCli([...few, "--format", "markdown"])).stdout).toContain(
      "| Size | Power | Type I error |",
    );
    expect((await runCli([...few, "--format", "svg"])).stdout).toMatch(/^<svg /u);
    await inFolder(async (folder) => {
      const path = join(folder, "power.html");
      expect((await runCli([...few, "--format", "html", "-o", path])).code).toBe(0);
      expect(readFileSync(path, "utf8")).toMatch(/^<!doctype html>[\s\S]*<svg/iu);
    });
  });

  it("shows how far it is on a terminal only, and wipes the line; quiet with --quiet", async () => {
    const shown: string[] = [];
    const io = {
      stdout: () => {},
      stderr: () => {},
      stdin: async () => new Uint8Array(),
      showProgress: (text: string) => void shown.push(text),
    };
    expect(await run(few, io)).toBe(0);
    expect(shown.at(-1)).toBe("");
    expect(shown.at(-2)).toBe("100 % of 1200 trials simulated");
    expect(shown.length).toBeGreaterThan(5);
    shown.length = 0;
    await run([...few, "--quiet"], io);
    expect(shown).toEqual([]);
  });

  it.each([
    [["--design", "ab", "--scores", "20,26"], "AB phases"],
    [["--design", "randomized-blocks", "--blocks", "2", "--per-block", "3"], "Randomized blocks"],
    [["--design", "alternating", "--periods", "4"], "Alternating"],
    [["--pairs", "3", "--patients", "3", "--effect-sd", "1"], "effect sd 1 between patients"],
  ])("takes %j", async (flags, words) => {
    const { code, stdout } = await runCli([
      "power",
      "--effect",
      "2",
      "--sd",
      "1",
      "--replicates",
      "100",
      ...flags,
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain(words);
  });

  it.each([
    [["--pairs", "4"], "--effect <points>"],
    [["--effect", "2", "--sd", "1"], "--pairs: the sizes of randomized-pairs are needed, such as 4,5,6"],
    [
      ["--effect", "2", "--sd", "1", "--pairs", "4", "--scores", "20"],
      "--scores: the size of randomized-pairs is given by --pairs",
    ],
    [["--effect", "2", "--sd", "1", "--design", "ab", "--scores", "4"], "--scores 4: "],
    [["--effect", "2", "--sd", "1", "--pairs", "4", "--analysis", "anova"], 'got "anova"'],
    [["--effect", "2", "--sd", "1", "--pairs", "4,x"], "whole numbers from 1, with commas between several"],
    [["--effect", "2", "--sd", "1", "--pairs", "4", "--phi", "1"], "numbers between -1 and 1"],
  ])("refuses %j", async (flags, message) => {
    const { code, stderr } = await runCli(["power", ...flags]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
