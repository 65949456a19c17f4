import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands/index.ts";
import { runCli } from "../helpers/run-cli.ts";

describe("completion", () => {
  /** What a shell offers after some words. */
  function offered(words: readonly string[]): string[] {
    const quoted = ["nof1", ...words].map((word) => `'${word}'`).join(" ");
    const { stdout, stderr } = spawnSync(
      "bash",
      [
        "-c",
        `source "$0"; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _nof1; printf '%s\\n' "\${COMPREPLY[@]}"`,
        script,
      ],
      { encoding: "utf8" },
    );
    expect(stderr).toBe("");
    return stdout.trim().split("\n");
  }
  const folder = ".test-output/completion";
  const script = join(folder, "nof1.bash");

  it("offers commands, options, choices and files in bash", async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(script, (await runCli(["completion", "bash"])).stdout);
    expect(offered(["re"])).toEqual(["response", "relapse", "report"]);
    expect(offered(["response", "--mod"])).toEqual(["--model"]);
    expect(offered(["response", "x.csv", "--model", "pl"])).toEqual(["plateau"]);
    expect(offered(["pool", "x.csv", "--format", "p"])).toEqual(["png"]);
    expect(offered(["check", "LICEN"])).toEqual(["LICENSE"]);
  });

  it.each(["zsh", "fish"])("is read by %s without a complaint", async (name) => {
    if (spawnSync(name, ["--version"]).error) {
      console.log(`skipped: no ${name}`);
      return;
    }
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `nof1.${name}`);
    writeFileSync(file, (await runCli(["completion", name])).stdout);
    const { status, stderr } = spawnSync(name, ["-n", file], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});

describe("the manual", () => {
  it("is the same as the files in the repository: npm run manual writes them", async () => {
    expect(readFileSync("assets/nof1.1", "utf8")).toBe((await runCli(["manual"])).stdout);
    expect(readFileSync("docs/command-line.md", "utf8")).toBe(
      (await runCli(["manual", "--format", "markdown"])).stdout,
    );
  });

  it("tells of every command and option", async () => {
    const { stdout } = await runCli(["manual", "--format", "markdown"]);
    for (const { name } of commands) {
      expect(stdout).toContain(`### \`nof1 ${name} `);
      const help = (await runCli([name, "--help"])).stdout;
      for (const [, option] of help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu))
        if (option !== "--help") expect(stdout).toContain(option);
    }
  });

  it("is a page that man shows without a warning", () => {
    const { error, status, stderr, stdout } = spawnSync("man", ["--warnings", "-l", "assets/nof1.1"], {
      encoding: "utf8",
      env: { ...process.env, MANWIDTH: "100", LC_ALL: "C.UTF-8" },
    });
    if (error) {
      console.log("skipped: no man");
      return;
    }
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("EXIT STATUS");
  });
});
