import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

// The built program as a process of its own: `npm test` builds it first.
const bin = fileURLToPath(new URL("../../dist/cli/bin.js", import.meta.url));
const nof1 = (argv: readonly string[], input = "") =>
  spawnSync(process.execPath, [bin, ...argv], { input, encoding: "utf8" });
const simple = "day,score,dose_g_per_kg\n0,10,2\n14,2,\n60,3,\n100,6,\n150,10,\n";

describe("the built program", () => {
  it("answers from the standard input", () => {
    const { status, stdout, stderr } = nof1(["response", "-", "--format", "csv"], simple);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n")[1]).toMatch(/^baseline,Baseline,score,/);
  });

  it("ends with 2 on bad input and with 1 on readable data without an answer", () => {
    expect(nof1(["response", "-"], "day,score\n").status).toBe(2);
    expect(nof1(["response", "-"], "day,score,dose_g_per_kg\n0,10,2\n").status).toBe(1);
  });

  it("prints its version and help on the standard output", () => {
    expect(nof1(["--version"]).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(nof1(["response", "--help"]).stdout).toContain("--relapse-at");
  });

  it("draws a picture from the fonts and data of the package, wherever it is called", () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, "response", "-", "--format", "png"], {
      input: simple,
      cwd: "/",
    });
    expect(status).toBe(0);
    expect([...stdout.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(
      spawnSync(process.execPath, [bin, "datasets", "kizawa-2006"], { cwd: "/", encoding: "utf8" }).stdout,
    ).toContain("day,");
  });

  it("is quiet when its reader leaves early", () => {
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `"${process.execPath}" "${bin}" datasets kizawa-2006/README.md | head -1`],
      { encoding: "utf8" },
    );
    expect([status, stderr]).toEqual([0, ""]);
  });
});
