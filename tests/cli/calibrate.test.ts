import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/calibrate.mjs", import.meta.url));

it("the calibration study runs, and its seeded slice covers as it should", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, "--slice"]);
  const rows = stdout
    .split("\n")
    .filter((line) => /^\| .* \| (4|6|8|12) \|/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  expect(rows).toHaveLength(36);
  // Four patients a cell: 144 intervals for the relief, of which 95 % hold 137; fewer than 122 would be one in 10⁸.
  const relief = rows.map((cells) => Number.parseFloat(cells[3]!));
  const mean = relief.reduce((sum, share) => sum + share, 0) / relief.length;
  expect(mean).toBeGreaterThan(85);
  const claims = rows.map((cells) => cells[7]).filter((cell) => cell !== "–");
  expect(claims.length).toBeGreaterThanOrEqual(4);
  expect(claims.every((claim) => claim === "0.0 %")).toBe(true);
}, 240_000);
