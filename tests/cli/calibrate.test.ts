import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/calibrate.mjs", import.meta.url));

describe("the calibration study's seeded slice", () => {
  let printed = "";
  beforeAll(async () => {
    ({ stdout: printed } = await promisify(execFile)(process.execPath, [script, "--slice"]));
  }, 240_000);

  /** The cells of the rows of one section's tables that match a pattern. */
  const rowsOf = (title: string, pattern: RegExp): string[][] => {
    const section = printed.split("\n## ").find((text) => text.startsWith(title)) ?? "";
    const lines = section.split("\n").filter((line) => pattern.test(line));
    return lines.map((line) => line.split("|").map((cell) => cell.trim()));
  };
  const meanOf = (cells: readonly string[]): number =>
    cells.reduce((sum, cell) => sum + Number.parseFloat(cell), 0) / cells.length;

  it("covers the relief, and claims none where there is none", () => {
    const rows = rowsOf("Response curves", /^\| .* \| (4|6|8|12) \|/);
    expect(rows).toHaveLength(36);
    // Four patients a cell: 144 intervals for the relief, of which 95 % hold 137; fewer than 122 would be one in 10⁸.
    expect(meanOf(rows.map((cells) => cells[3]!))).toBeGreaterThan(85);
    const claims = rows.map((cells) => cells[7]).filter((cell) => cell !== "–");
    expect(claims.length).toBeGreaterThanOrEqual(4);
    expect(claims.every((claim) => claim === "0.0 %")).toBe(true);
  });

  it("covers the median time to relapse", () => {
    // The first table alone: that of maximum likelihood below it counts only where there is a maximum.
    const rows = rowsOf("Time to relapse", /^\| (Weibull|log-normal)/).slice(0, 12);
    expect(rows).toHaveLength(12);
    // Two samples a cell, 96 in all, of which 95 % hold 91; fewer than 82 would be one in 10⁴.
    expect(meanOf(rows.flatMap((cells) => cells.slice(2, 6)))).toBeGreaterThan(85);
  });

  it("covers the mean of a pool by Hartung and Knapp's interval at every number of series", () => {
    const rows = rowsOf("Pools of a few series", /^\| \d+ \| \d \|/).slice(0, 12);
    expect(rows).toHaveLength(12);
    // Twenty pools a cell, 240 in all, of which 95 % hold 228; fewer than 211 would be one in 10⁶.
    expect(meanOf(rows.map((cells) => cells[3]!))).toBeGreaterThan(88);
  });
});
