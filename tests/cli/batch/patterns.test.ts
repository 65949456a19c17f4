import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { expandFolders } from "../../../src/cli/files.ts";
import { patientsCsv } from "../../helpers/batch-folder.ts";
import { inFolder, runCli } from "../../helpers/run-cli.ts";

const FILES = [
  "a1.csv",
  "a2.csv",
  "b1.json",
  "b[1].csv",
  ".hidden.csv",
  "sub/a3.csv",
  "sub/deep/a4.csv",
  ".git/a5.csv",
];

async function withFiles(
  test: (found: (pattern: string) => Promise<string[]>, folder: string) => Promise<void>,
) {
  await inFolder(async (folder) => {
    for (const name of FILES) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), patientsCsv([name]));
    }
    const found = async (pattern: string): Promise<string[]> =>
      (await expandFolders([join(folder, pattern)])).map((path) => path.slice(folder.length + 1));
    await test(found, folder);
  });
}

describe("a pattern that no shell replaced", () => {
  it.each([
    ["*.csv", ["a1.csv", "a2.csv", "b[1].csv"]],
    ["a?.csv", ["a1.csv", "a2.csv"]],
    ["?1.*", ["a1.csv", "b1.json"]],
    ["b[1]*", ["b[1].csv"]],
    [".h*.csv", [".hidden.csv"]],
    ["*/a*.csv", ["sub/a3.csv"]],
    ["s*/*/a4.csv", ["sub/deep/a4.csv"]],
    ["**/a*.csv", ["a1.csv", "a2.csv", "sub/a3.csv", "sub/deep/a4.csv"]],
    ["sub/**", ["sub/a3.csv", "sub/deep/a4.csv"]],
    ["s*", ["sub/a3.csv"]],
  ])("%s stands for %j", async (pattern, expected) => {
    await withFiles(async (found) => expect([...new Set(await found(pattern))]).toEqual(expected));
  });

  it("is a name where a file has it, and bad input where nothing matches", async () => {
    await withFiles(async (found, folder) => {
      writeFileSync(join(folder, "a*.csv"), patientsCsv(["star"]));
      expect(await found("a*.csv")).toEqual(["a*.csv"]);
      await expect(found("z*.csv")).rejects.toThrow("matches no file");
      await expect(found("nowhere/*.csv")).rejects.toThrow("matches no file");
    });
  });

  it("does not go round in circles of links", async () => {
    await withFiles(async (found, folder) => {
      symlinkSync(folder, join(folder, "sub", "up"));
      expect(await found("**/a4.csv")).toEqual(["sub/deep/a4.csv"]);
    });
  });
});

describe("nof1 report", () => {
  it("takes patterns, folders, files and the standard input in one line", async () => {
    await withFiles(async (_, folder) => {
      const out = join(folder, "out");
      const named = [join(folder, "a?.csv"), join(folder, "sub"), join(folder, "b1.json"), "-"];
      writeFileSync(join(folder, "b1.json"), "{");
      const argv = ["report", ...named, "-o", out, "--interval", "wald", "--workers", "1"];
      expect((await runCli(argv, patientsCsv(["from a pipe"]))).code).toBe(1);
      const { entries } = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
      expect(entries.map((entry: { folder: string | null }) => entry.folder)).toEqual([
        "a1-csv",
        "a2-csv",
        "sub-a3-csv",
        null,
        "from-a-pipe",
      ]);
      expect(entries.at(-1).input).toBe("standard input");
    });
  });
});
