import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.ts";
import { inFolder } from "../helpers/run-cli.ts";

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

  it("may ask for a look of pictures, which a table lets pass", async () => {
    const look = { NOF1_THEME: "print", NOF1_INTERACTIVE: "1" };
    const argv = ["proportion", "18", "22"];
    expect((await runWith(argv, look)).code).toBe(0);
    const drawn = await runWith([...argv, "--format", "svg"], look);
    expect(drawn.stdout).toBe((await runWith([...argv, "--format", "svg", "--theme", "print"], {})).stdout);
    expect((await runWith([...argv, "--theme", "print"], {})).code).toBe(2);
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
