import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readPatients } from "../../../src/read/index.ts";
import { inFolder } from "../../helpers/run-cli.ts";

// Imports the built library: `npm test` builds it first.
const script = fileURLToPath(new URL("../../../scripts/simulate.mjs", import.meta.url));
const simulate = (...argv: string[]) => spawnSync(process.execPath, [script, ...argv], { encoding: "utf8" });

describe("npm run simulate", () => {
  it("writes the same SYNTHETIC patients as files and as one file, whatever their number", async () => {
    await inFolder(async (folder) => {
      expect(simulate("3", join(folder, "files")).status).toBe(0);
      expect(simulate("5", join(folder, "one"), "--one-file").status).toBe(0);
      const names = readdirSync(join(folder, "files"));
      expect(names).toHaveLength(3);
      const text = readFileSync(join(folder, "one", "patients.csv"), "utf8");
      const [, ...rows] = text.split("\n");
      const files = names.map((name) => readFileSync(join(folder, "files", name), "utf8"));
      expect(files.flatMap((file) => file.trimEnd().split("\n").slice(1))).toEqual(rows.slice(0, 24));
      const patients = readPatients(text);
      expect(patients).toHaveLength(5);
      for (const { scores } of patients) expect(scores[0]!.note).toBe("SYNTHETIC");
      expect(new Set(patients.map(({ scores }) => scores.map(({ lower }) => lower).join())).size).toBe(5);
    });
  });

  it("says what it needs", () => {
    const { status, stderr } = simulate("many");
    expect([status, stderr]).toEqual([1, expect.stringContaining("npm run simulate -- N DIR")]);
  });
});
