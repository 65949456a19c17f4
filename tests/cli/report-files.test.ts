import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/main.ts";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const rows = "series,events,n\na,7,11\nb,12,30\nc,5,20\n";
const pool = ["pool", "-", "--measure", "PR"];

async function commandOf(argv: readonly string[], stdin = "", environment = {}): Promise<string> {
  let stdout = "";
  await run(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: () => {},
    stdin: async () => new TextEncoder().encode(stdin),
    environment,
  });
  return JSON.parse(stdout)[0].provenance.command;
}

describe("the command line that stands in a report", () => {
  it("leaves out how the result is written, and keeps what it is", async () => {
    expect(await commandOf([...pool, "--level", "0.9", "--format", "json", "--quiet"], rows)).toBe(
      "nof1 pool - --measure PR --level 0.9",
    );
    expect(await commandOf(["proportion", "3", "5", "--format=json"])).toBe("nof1 proportion 3 5");
  });

  it("quotes what a shell would not read as one word", async () => {
    const told = ["summary", "--n", "5", "--mean", "7.4", "--unit", "it's $5; now", "--format", "json"];
    expect(await commandOf(told)).toBe(`nof1 summary --n 5 --mean 7.4 --unit 'it'\\''s $5; now'`);
  });

  it("names a file of this machine by its last part alone", () =>
    inFolder(async (folder) => {
      const file = join(folder, "rows.csv");
      writeFileSync(file, rows);
      const line = await commandOf(["pool", file, "--measure", "PR", "--format", "json"]);
      expect(line).toBe("nof1 pool rows.csv --measure PR");
    }));

  it("has the options that the environment gave, and the seed that was drawn", async () => {
    expect(await commandOf(["proportion", "3", "5", "--format", "json"], "", { NOF1_LEVEL: "0.9" })).toBe(
      "nof1 proportion 3 5 --level 0.9",
    );
    const drawn = ["design", "randomized-pairs", "--treatments", "a,b", "--n-pairs", "3", "--format", "json"];
    expect(await commandOf(drawn)).toMatch(/ --seed \d+$/u);
    expect(await commandOf([...drawn, "--seed", "7"])).not.toMatch(/--seed .*--seed/u);
  });
});

describe("Markdown with a picture", () => {
  it("links the picture that is drawn beside the file, with what it finds as its text", () =>
    inFolder(async (folder) => {
      const { code } = await runCli(
        [...pool, "--format", "markdown", "-o", join(folder, "my pool.md")],
        rows,
      );
      expect(code).toBe(0);
      expect(readdirSync(folder).sort()).toEqual(["my pool.md", "my pool.svg"]);
      const markdown = readFileSync(join(folder, "my pool.md"), "utf8");
      expect(markdown).toMatch(/\n\n!\[[^\]]{40,}\]\(<my%20pool\.svg>\)\n\n## /u);
      expect(readFileSync(join(folder, "my pool.svg"), "utf8")).toMatch(/^<svg /u);
    }));

  it("says it in words on the standard output, and has none where there is nothing to draw", async () => {
    const { stdout } = await runCli([...pool, "--format", "markdown"], rows);
    expect(stdout).toMatch(/\n\nPicture, which --format svg draws: .{40,}\n\n## /u);
    const evidence = await runCli(["pool", "-", "--evidence", "--format", "markdown"], rows);
    expect(evidence.stdout).not.toMatch(/Picture|!\[/u);
  });
});
