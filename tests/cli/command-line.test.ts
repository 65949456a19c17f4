import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { run } from "../../src/cli/main.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

/** The words of a line as a shell would split it, files to write put in a folder. */
function wordsOf(line: string, folder: string): string[] {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain!);
  return words.slice(1).map((word, i, all) => (all[i - 1] === "-o" ? join(folder, word) : word));
}

/** Runs with an environment of its own. */
async function runWith(argv: readonly string[], environment: Record<string, string>) {
  let [stdout, stderr] = ["", ""];
  const code = await run(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    stdin: async () => new Uint8Array(),
    environment,
  });
  return { code, stdout, stderr };
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

describe("options outside of the command line", () => {
  const levelOf = (stdout: string): number => JSON.parse(stdout)[0].estimates[0].level;
  const config = (folder: string, content: unknown): string => {
    const file = join(folder, "options.json");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return file;
  };

  it("come from the file, then the environment, then the command line", async () => {
    await inFolder(async (folder) => {
      const file = config(folder, {
        level: 0.5,
        format: "json",
        proportion: { level: 0.6, method: "jeffreys" },
      });
      const argv = ["proportion", "18", "22", "--config", file];
      const byFile = await runWith(argv, {});
      expect(levelOf(byFile.stdout)).toBe(0.6);
      expect(JSON.parse(byFile.stdout)[0].provenance.options.method).toBe("jeffreys");
      expect(levelOf((await runWith(argv, { NOF1_LEVEL: "0.7" })).stdout)).toBe(0.7);
      expect(levelOf((await runWith([...argv, "--level", "0.8"], { NOF1_LEVEL: "0.7" })).stdout)).toBe(0.8);
      expect((await runWith(argv, { NOF1_FORMAT: "csv" })).stdout).toMatch(/^parameter,/u);
      expect((await runWith([...argv, "--format", "table"], {})).stdout).toMatch(/^18 of 22/u);
    });
  });

  it("stand in the result as if the command line had given them", async () => {
    await inFolder(async (folder) => {
      const file = config(folder, { proportion: { level: 0.9, method: "wald" } });
      const plain = await runWith(
        ["proportion", "18", "22", "--method", "jeffreys", "--level", "0.9", "--format", "json"],
        {},
      );
      const argv = ["proportion", "18", "22", "--method", "jeffreys", "--format", "json"];
      const other = await runWith(argv, { NOF1_CONFIG: file });
      expect(other.stdout).toBe(plain.stdout);
      expect((await runWith(argv, { NOF1_LEVEL: "0.9" })).stdout).toBe(plain.stdout);
      expect(JSON.parse(plain.stdout)[0].provenance.command).toMatch(
        /^nof1 proportion 18 22 --method jeffreys --level 0.9/u,
      );
    });
  });

  it("are refused all at once, each with what was probably meant", async () => {
    await inFolder(async (folder) => {
      const file = config(folder, {
        levl: 0.9,
        respons: {},
        pool: 3,
        seed: "x",
        proportion: { metod: "wilson", method: "wison", level: 95 },
      });
      const { code, stdout, stderr } = await runWith(["proportion", "18", "22", "--config", file], {
        NOF1_QUIET: "perhaps",
      });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr.trim().split("\n")).toHaveLength(8);
      for (const message of [
        'levl: format, quiet, level, seed or a command\'s name is needed (did you mean "level"?)',
        'respons: format, quiet, level, seed or a command\'s name is needed (did you mean "response"?)',
        "pool: an object of options is needed",
        'seed: a whole number is needed, got "x"',
        'proportion.metod: nof1 proportion has no option --metod (did you mean "method"?)',
        "proportion.method: Allowed choices are wilson",
        'proportion.level: a number between 0 and 1 is needed, got "95"',
        'NOF1_QUIET: true or false is needed, got "perhaps"',
      ])
        expect(stderr).toContain(message);
    });
  });

  it.each([
    ["no JSON", "{", "options as JSON are needed"],
    ["a list", [1], "an object such as"],
  ])("are refused where the file holds %s", async (_, content, message) => {
    await inFolder(async (folder) => {
      const { code, stderr } = await runWith(["datasets", "--config", config(folder, content)], {});
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    });
  });

  it("are refused where the named file is not there, and not looked for in vain otherwise", async () => {
    const { code, stderr } = await runWith(["datasets", "--config", "nowhere.json"], {});
    expect([code, stderr]).toEqual([2, expect.stringContaining("nowhere.json: cannot be read")]);
    expect((await runWith(["datasets"], {})).code).toBe(0);
  });

  it("give several values, and switches", async () => {
    await inFolder(async (folder) => {
      const file = config(folder, { format: "json", relapse: { time: [60, 90] }, trial: { series: false } });
      const { code, stdout } = await runWith(
        ["relapse", "datasets/kizawa-2006/relapses.csv", "--config", file],
        {},
      );
      expect(code).toBe(0);
      expect(stdout).toContain('"stayingWell60"');
      expect((await runWith(["datasets"], { NOF1_QUIET: "1" })).code).toBe(0);
    });
  });
});
