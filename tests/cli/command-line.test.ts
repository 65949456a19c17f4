import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

/** The words of a line as a shell would split it, files to write put in a folder. */
function wordsOf(line: string, folder: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain!);
  return words.slice(1).map((word, i, all) => (all[i - 1] === "-o" ? join(folder, word) : word));
}

describe("the help", () => {
  it("lists every command under its group", async () => {
    const { code, stdout } = await runCli(["--help"]);
    expect(code).toBe(0);
    for (const { name, group } of commands)
      expect(stdout.indexOf(`\n  ${name} `)).toBeGreaterThan(stdout.indexOf(`\n${group}`));
  });

  it("loads nothing but the list of commands, so that it is there at once", () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(file, "utf8");
      for (const [, from] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)"/gmu)) {
        if (from!.startsWith(".")) visit(join(file, "..", from!));
        else if (!from!.startsWith("node:")) packages.add(from!);
      }
    };
    visit("src/cli/bin.ts");
    expect([...packages]).toEqual(["commander"]);
    expect(seen.size).toBeGreaterThan(5);
    expect(seen.size).toBeLessThan(30);
  });

  it("is the same by help NAME as by NAME --help", async () => {
    const [first, second] = await Promise.all([runCli(["help", "pool"]), runCli(["pool", "--help"])]);
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).toContain("--measure");
  });
});

describe("the examples of the help", () => {
  const lines = commands.flatMap(({ examples }) => examples);

  it("are there for every command", () => {
    for (const { name, examples } of commands) {
      expect(examples.length, name).toBeGreaterThan(0);
      for (const line of examples) expect(line).toMatch(new RegExp(`^(?:.+ [|] )?nof1 ${name}`, "u"));
    }
  });

  it.each(lines.filter((line) => !/^nof1 (?:merge|report)/u.test(line)))(
    "run: %s",
    async (line) => {
      await inFolder(async (folder) => {
        let piped = "";
        for (const command of line.split(" | ")) {
          const { code, stdout, stderr } = await runCli(wordsOf(command, folder), piped);
          expect(code, stderr).toBe(0);
          piped = stdout;
        }
        expect(piped.length + readdirSync(folder).length).toBeGreaterThan(0);
      });
    },
    120_000,
  );

  it.each(lines.filter((line) => line.startsWith("nof1 report")))(
    "run, here by Wald and without pages, to be quick: %s",
    async (line) => {
      await inFolder(async (folder) => {
        const quick = ["--interval", "wald", "--pages", "none"];
        const { code, stderr } = await runCli([...wordsOf(line, folder), ...quick]);
        expect(code, stderr).toBe(0);
        expect(readdirSync(folder).length).toBeGreaterThan(0);
      });
    },
  );

  it("run: shards and their merge", async () => {
    await inFolder(async (folder) => {
      for (const shard of [1, 2]) {
        const out = join(folder, `part-${shard}`);
        const { code } = await runCli([
          ...[
            "report",
            "datasets/simulated",
            "-o",
            out,
            "--shard",
            `${shard}/2`,
            "--interval",
            "wald",
            "--pages",
            "none",
          ],
        ]);
        expect(code).toBe(0);
      }
      const parts = ["part-1", "part-2"].map((part) => join(folder, part));
      const { code } = await runCli(["merge", ...parts, "-o", join(folder, "reports")]);
      expect(code).toBe(0);
      expect(existsSync(join(folder, "reports/index.html"))).toBe(true);
    });
  });
});

describe("a slip of the keyboard", () => {
  it.each([
    [["respnse", "x.csv"], "Did you mean response?"],
    [["response", "x.csv", "--modle", "plateau"], "Did you mean --model?"],
    [["response", "x.csv", "--model", "platau"], 'did you mean "plateau"?'],
    [["proportion", "18", "22", "--format", "jsno"], 'did you mean "json"?'],
    [["datasets", "kizava-2006"], 'did you mean "kizawa-2006"?'],
    [["design", "randomised-pairs", "--treatments", "a,b"], 'did you mean "randomized-pairs"?'],
  ])("%s is answered with what was probably meant", async (argv, message) => {
    const { code, stderr } = await runCli(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it("gets no suggestion where nothing is near", async () => {
    const { code, stderr } = await runCli(["response", "x.csv", "--model", "zzzzzzzzzz"]);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/did you mean/iu);
  });
});
