import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toolPath } from "../helpers/tools.ts";

const deno = toolPath("Deno");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const jsr = JSON.parse(readFileSync("jsr.json", "utf8"));

describe("jsr.json", () => {
  it("has the version, the licence, the subpaths and the dependencies of package.json", () => {
    expect([jsr.version, jsr.license]).toEqual([manifest.version, manifest.license]);
    const code = Object.entries<{ default?: string }>(manifest.exports).filter(([, target]) =>
      target.default?.endsWith(".js"),
    );
    const sources = code.map(([subpath, target]) => [
      subpath,
      target.default!.replace("./dist/", "./src/").replace(/\.js$/u, ".ts"),
    ]);
    expect(jsr.exports).toEqual(Object.fromEntries(sources));
    for (const [name, place] of Object.entries(jsr.imports))
      expect(place).toBe(`npm:${name}@${manifest.dependencies[name]}`);
  });

  it.skipIf(!deno)(
    "can be published, without slow types",
    () => {
      const cache = mkdtempSync(join(tmpdir(), "nof1-deno-"));
      const { status, stderr } = spawnSync(deno!, ["publish", "--dry-run", "--allow-dirty"], {
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", DENO_DIR: cache },
      });
      rmSync(cache, { recursive: true, force: true });
      expect(status, stderr).toBe(0);
      expect(stderr).toContain("Checking for slow types");
      expect(stderr).toContain("Dry run complete");
      expect(stderr).not.toMatch(/^\s*(?:warning|error)\b|\[slow-type/imu);
    },
    240_000,
  );
});
