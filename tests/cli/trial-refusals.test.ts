import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const basic = ["trial", "-", "--design", "randomized-pairs", "--improvement", "decrease"];
const rows = (text: string): string => `block,period,treatment,score\n${text}`;
const good = rows("1,1,A,7\n1,2,B,3\n2,3,B,2\n2,4,A,6\n");

describe("a file of trials that cannot be right is refused with its rows, and nothing is written", () => {
  it.each([
    [
      "a treatment seen once",
      "treatment,score\nA,7\nB,3\nA,6\nA,2\n",
      /^standard input:3:treatment: each treatment needs at least 2 scores, got 1 of "B"/u,
    ],
    [
      "a slip in a treatment's name",
      "treatment,score\nsaline,7\nIVIG,3\nIVGI,2\nsaline,6\nIVIG,1\n",
      /^standard input:4:treatment: .*"IVGI"; did you mean "IVIG"\?/u,
    ],
    [
      "periods that overlap",
      "period,treatment,day,score\n1,A,1,7\n2,B,8,3\n1,A,9,2\n2,B,10,2\n",
      /^standard input:4:period: periods must not overlap, got period 1 again after period 2\nstandard input:5:period/u,
    ],
    [
      "days that go back",
      "period,treatment,day,score\n1,A,1,7\n1,A,9,7\n2,B,8,3\n2,B,10,2\n",
      /^standard input:4:day: .*periods must not overlap, got day 8 after 9/u,
    ],
    [
      "blocks of unequal size",
      rows("1,1,A,7\n1,2,B,3\n2,3,A,2\n2,4,B,6\n2,5,B,6\n"),
      /^standard input:4:block: blocks must hold the same treatments equally often, got A, B, B in block 2/u,
    ],
    [
      "an assignment that the design could not have given",
      rows("1,1,A,7\n1,2,B,3\n2,3,A,2\n2,4,B,6\n")
        .replaceAll(/^\d,/gmu, "")
        .replace("block,", "")
        .replace("2,B,3", "2,A,3")
        .replace("3,A,2", "3,B,2"),
      /^standard input:\d:treatment: the actual assignment is not one of the design "randomized-pairs"/u,
    ],
  ])("%s", async (_, text, message) => {
    await inFolder(async (folder) => {
      const { code, stdout, stderr } = await runCli([...basic, "-o", join(folder, "out.json")], text);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
      expect(readdirSync(folder)).toEqual([]);
    });
  });

  it("lists everything at once, of all patients", async () => {
    const text =
      "patient,period,treatment,score\nA,1,x,7\nA,2,x,3\nA,3,y,2\nA,4,y,1\nB,1,x,7\nB,2,x,3\nB,3,y,2\nB,4,y,1\n";
    const { code, stderr } = await runCli(basic, text);
    expect(code).toBe(2);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.map((line) => line.split(":")[1])).toEqual(["3", "5", "7", "9"]);
  });

  it("names that are not among those there may be", async () => {
    const { code, stderr } = await runCli([...basic, "--treatments", "A,C"], good);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^standard input:3:treatment: treatment must be one of A, C, got "B"/u);
  });

  it("a file too short or too long for the design", async () => {
    const { code, stderr } = await runCli([...basic, "--n-pairs", "3"], good);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^standard input: patient: the design needs 6 periods of patient, got 4/u);
  });
});

describe("nof1 trial refuses what the command line lacks or should not have", () => {
  it.each([
    [["trial", "-"], /--design is needed: .*\nnof1: --improvement is needed/u],
    [
      ["trial", "-", "--design", "ab", "--improvement", "decrease"],
      /--minimum-length: must be a whole number .* got none/u,
    ],
    [
      [...basic, "--minimum-length", "3"],
      /--minimum-length: randomized-pairs has no such setting, it has --n-pairs/u,
    ],
    [[...basic, "--design", "none", "--n-pairs", "2"], /--n-pairs: there are no settings without a design/u],
    [[...basic, "--n-pairs", "x"], /a whole number is needed, got "x"/u],
    [[...basic, "--set", "pairs=2"], /settings are nScores, .*got "pairs=2"/u],
    [[...basic, "--reference", "C"], /--reference: must be one of A, B, got C/u],
    [[...basic, "--treatment", "C"], /--treatment: must be one of A, B, got C/u],
    [[...basic, "--patient", "Z"], /--patient Z: a patient of the file is needed \(patient\)/u],
    [[...basic, "--effect-size", "nop"], /one of nap, tau, .* is needed, got "nop"/u],
    [[...basic, "--effect-size", "percent-of-goal"], /needs goal: write percent-of-goal:goal=…/u],
    [[...basic, "--effect-size", "tau-u:variant"], /an option and its value such as goal=0 is needed/u],
    [[...basic, "--effect-size", "tau-u:variant=x"], /variant must be .*got "x"/u],
    [[...basic, "--treatments", "A,A"], /different names with commas between them are needed/u],
    [[...basic, "--plan", "-"], /--plan: a file is needed/u],
    [[...basic, "--plan-sha256", "00"], /--plan-sha256: has no meaning without --plan/u],
    [[...basic, "--deviation", "why"], /--deviation: has no meaning without --plan/u],
    [[...basic, "--curve", "missing.json"], /missing.json: cannot be read: no such file/u],
    [
      [
        "trial",
        "-",
        "--design",
        "none",
        "--improvement",
        "decrease",
        "--chart",
        "randomization",
        "--format",
        "svg",
      ],
      /--chart randomization: needs a randomization test/u,
    ],
  ])("%j", async (argv, message) => {
    const { code, stdout, stderr } = await runCli(argv, good);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  it("an output that cannot be written, by its own name", async () => {
    await inFolder(async (folder) => {
      const { code, stderr } = await runCli([...basic, "-o", folder], good);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^\S+: cannot be written: it is a folder/u);
    });
  });

  it("a curve that is none", async () => {
    await inFolder(async (folder) => {
      const path = join(folder, "curve.json");
      for (const [text, message] of [
        ["{", /is not valid JSON/u],
        ["[]", /one fitted response is needed, .*got 0/u],
        ['[{"kind":"response"}]', /curve.json:\w+: /u],
      ] as const) {
        writeFileSync(path, text);
        const { code, stderr } = await runCli([...basic, "--curve", path], good);
        expect(code).toBe(2);
        expect(stderr).toMatch(message);
      }
    });
  });
});
