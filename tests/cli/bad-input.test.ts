import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const header = "day,score,dose_g_per_kg";
const latin1 = Uint8Array.from([...new TextEncoder().encode("day,score,note\n0,5,ok\n1,5,"), 0xe9, 0x0a]);

/** Everything a bad file must do: exit 2, one clear line for each problem, nothing written. */
const cases: [string, string | Uint8Array, RegExp][] = [
  ["an empty file", "", /^in\.csv: the file must have a header/],
  ["a header only", `${header}\n`, /^in\.csv.*: .*row/],
  [
    "two courses on one day",
    `${header}\n0,10,2\n0,,2\n9,3,\n20,4,\n`,
    /^in\.csv:3:day: .*one course a day, got two on day 0: rows 2 and 3/,
  ],
  [
    "a score of 73 on a 0–10 scale",
    `${header}\n0,73,2\n`,
    /^in\.csv:2:score: score 73 is outside the scale 0–10.*--scale 0-100/,
  ],
  ["text in a number", `${header}\nabc,7,2\n`, /^in\.csv:2:day: day must be a number, got "abc"/],
  ["a duplicate header", "day,score,score\n0,1,2\n", /^in\.csv:1:score: .*(twice|duplicate|two)/i],
  ["an unclosed quote", 'day,score,note\n0,1,"open\n', /^in\.csv:2.*quote/],
  ["an unknown column", "day,score,doze_g_per_kg\n0,1,2\n", /^in\.csv:1:doze_g_per_kg: .*dose_g_per_kg/],
  ["bytes that are not UTF-8", latin1, /^in\.csv:3: is not UTF-8 text/],
  [
    "a file over 32 MB",
    `${header}\n${"0,5,\n".repeat(6_800_000)}`,
    /^in\.csv: is too large: files up to 32 MB are read, found 32\.4 MB/,
  ],
];

describe("bad input", () => {
  it.each(cases)("%s: a clear message, exit 2, nothing written", async (_, content, message) => {
    await inFolder(async (folder) => {
      const file = join(folder, "in.csv");
      writeFileSync(file, content);
      const output = join(folder, "out.json");
      const { code, stdout, stderr } = await runCli(["response", file, "--format", "json", "-o", output]);
      expect(stderr.replaceAll(`${folder}/`, "")).toMatch(message);
      expect([code, stdout]).toEqual([2, ""]);
      expect(readdirSync(folder)).toEqual(["in.csv"]);
    });
  });

  it("lists every problem of a file at once, each with its row and column", async () => {
    const { code, stderr } = await runCli(["response", "-"], `${header}\nabc,7,2\n1,73,\n2,x,\n`);
    expect(code).toBe(2);
    expect(
      stderr
        .trimEnd()
        .split("\n")
        .map((line) => line.split(": ")[0]),
    ).toEqual(["standard input:2:day", "standard input:3:score", "standard input:4:score"]);
  });

  it("one score: exit 1, with what is needed and what was found", async () => {
    const { code, stdout, stderr } = await runCli(["response", "-"], `${header}\n0,10,2\n`);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toBe('standard input: Cannot fit "plateau": needs at least 3 scores, got 1\n');
  });

  it("no course: exit 1", async () => {
    const { code, stderr } = await runCli(["response", "-"], "day,score\n0,10\n1,5\n2,6\n");
    expect(code).toBe(1);
    expect(stderr).toBe('standard input: Cannot fit "plateau": needs at least 1 course, got 0\n');
  });

  it("a missing file, a folder, and an unwritable output say so", async () => {
    await inFolder(async (folder) => {
      const missing = await runCli(["response", join(folder, "none.csv")]);
      expect([missing.code, missing.stderr]).toEqual([
        2,
        `${join(folder, "none.csv")}: cannot be read: no such file\n`,
      ]);
      const directory = await runCli(["response", folder]);
      expect(directory.code).toBe(2);
      expect(directory.stderr).toContain("found a folder");
      const unwritable = await runCli(["datasets", "-o", "/dev/null/x"]);
      expect(unwritable.code).toBe(2);
      expect(unwritable.stderr).toContain("cannot be written");
    });
  });

  it.each([
    [["response"], /missing required argument 'file'/],
    [["response", "a.csv", "--level", "95"], /a number between 0 and 1 is needed, got "95"/],
    [["response", "a.csv", "--model", "plato"], /Allowed choices are plateau, no-effect/],
    [
      ["response", "a.csv", "--relapse-at", "soon"],
      /a share such as 30% or a score such as VAS:6 is needed, got "soon"/,
    ],
    [["response", "a.csv", "--scale", "ten"], /nof1: /],
    [["respond"], /unknown command 'respond'.*\n?.*response/],
    [["report", "a.csv"], /report needs -o OUT/],
    [["datasets", "kizawa"], /one of kizawa-2006/],
  ])("bad usage %j: exit 2 and a message", async (argv, message) => {
    const { code, stdout, stderr } = await runCli(argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^nof1: |^a\.csv: /);
  });

  it.each([["response"], ["report", "-o", "none"]])(
    "%s with a posterior of flat priors is bad usage",
    async (...command) => {
      const file = `${header}\n0,10,2\n14,2,\n60,3,\n`;
      const flags = ["--interval", "posterior", "--priors", "flat"];
      const { code, stdout, stderr } = await runCli([...command, "-", ...flags], file);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toBe(
        'nof1: The interval method "posterior" needs proper priors on every parameter, got the set "flat" with rounded-normal errors\n',
      );
      expect(existsSync("none")).toBe(false);
    },
  );

  it("a relapse score off the scale is bad usage", async () => {
    const file = `${header}\n0,10,2\n14,2,\n60,3,\n`;
    const { code, stderr } = await runCli(["response", "-", "--relapse-at", "VAS:60"], file);
    expect(code).toBe(2);
    expect(stderr).toContain("a score on the scale");
    expect(existsSync("out.json")).toBe(false);
  });
});
