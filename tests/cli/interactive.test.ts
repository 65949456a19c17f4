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

  it("makes every picture of a page interactive that shows single values, in a batch too", async () => {
    const count = (page: string): number => page.match(/class="spots"/gu)?.length ?? 0;
    const one = ["response", file, "--format", "html", "--interactive"];
    // The curve, what comes next, what the scores changed, and the residuals.
    const { code, stderr, stdout } = await runCli(one);
    expect([code, stderr, count(stdout)]).toEqual([0, "", 4]);
    expect(stdout.match(/<script>/gu)).toHaveLength(1);
    await inFolder(async (folder) => {
      const out = join(folder, "out");
      expect((await runCli(["report", file, "--interactive", "-o", out, "--quiet"])).code).toBe(0);
      const page = readFileSync(join(out, "simulated-typical/report.html"), "utf8");
      expect(count(page)).toBe(4);
    });
  });

  it("goes by the further pictures where the first shows no single values", async () => {
    const rows = ["patient,day,score,dose_g_per_kg"];
    for (const patient of ["a", "b", "c"])
      rows.push(...["0,9,2", "14,2,", "60,3,", "100,6,", "150,9,"].map((row) => `${patient},${row}`));
    const { code, stdout } = await runCli(
      ["cohort", "-", ...fast, "--format", "html", "--interactive"],
      `${rows.join("\n")}\n`,
    );
    expect(code).toBe(0);
    expect(stdout).toContain('class="spots"');
    expect(stdout).toMatch(/Relapse day; a: \d+ \(\d+ to \d+\)/u);
  });

  it("takes a picture once that is drawn twice", async () => {
    const { code, stdout } = await runCli([
      "relapse",
      "datasets/kizawa-2006/relapses.csv",
      "--format",
      "html",
      "--interactive",
    ]);
    expect(code).toBe(0);
    const blocks = stdout.match(/<script type="application\/json" class="spots">.*?<\/script>/gu)!;
    expect(new Set(blocks).size).toBe(blocks.length);
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
