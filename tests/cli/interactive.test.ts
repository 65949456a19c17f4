import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inFolder, runCli } from "../helpers/run-cli.ts";

const file = "datasets/simulated/typical.csv";
const fast = ["--interval", "wald"];

describe("--interactive", () => {
  it("is asked for: no page holds a script without it", async () => {
    const page = ["response", file, ...fast, "--format", "html"];
    expect((await runCli(page)).stdout).not.toContain("<script");
    const { code, stdout } = await runCli([...page, "--interactive"]);
    expect(code).toBe(0);
    expect(stdout).toContain('class="spots"');
    expect(stdout).toContain("script-src 'sha256-");
  });

  it("makes the pages of a batch interactive, and its pictures stay pictures", async () => {
    await inFolder(async (folder) => {
      const out = join(folder, "out");
      expect((await runCli(["report", file, ...fast, "--interactive", "-o", out])).code).toBe(0);
      const page = readFileSync(join(out, "simulated-typical/report.html"), "utf8");
      expect(page).toContain('class="spots"');
      expect(readFileSync(join(out, "simulated-typical/chart.svg"), "utf8")).not.toContain("script");
    });
  });

  it("is refused where no page is written, and where a page has no picture", async () => {
    const table = await runCli(["response", file, ...fast, "--interactive"]);
    expect([table.code, table.stderr]).toEqual([2, "nof1: --interactive: needs --format html, got table\n"]);
    const evidence = await runCli(
      ["pool", "-", "--evidence", "--format", "html", "--interactive"],
      "series,events,n\nA,3,9\n",
    );
    expect([evidence.code, evidence.stdout]).toEqual([2, ""]);
    expect(evidence.stderr).toContain("--interactive: there is no picture of this");
  });
});
