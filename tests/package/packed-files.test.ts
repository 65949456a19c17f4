import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PackedPackage, packedPackage } from "../helpers/packed-package.ts";
import { toolPath } from "../helpers/tools.ts";

const attw = toolPath("attw");
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
let packed: PackedPackage;
beforeAll(() => {
  packed = packedPackage();
}, 120_000);
afterAll(() => packed && rmSync(packed.project, { recursive: true, force: true }), 60_000);

describe("the tarball that npm would publish", () => {
  it("holds code with declarations, data, fonts and schemas, and nothing else", () => {
    const allowed = [
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/u,
      /^dist\/.+\.(?:js|d\.ts)$/u,
      /^dist\/cli\/THIRD-PARTY-LICENSES\.txt$/u,
      /^datasets\/.+\.(?:csv|json|md)$/u,
      /^schemas\/[\w-]+\.json$/u,
      /^assets\/nof1\.1$/u,
      /^assets\/fonts\/(?:Inter-\w+\.ttf|LICENSE_FONT)$/u,
    ];
    const paths = packed.files.map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(1000);
    expect(paths.filter((path) => !allowed.some((one) => one.test(path)))).toEqual([]);
    expect(paths.filter((path) => /(?:^|\/)tests?\/|\.test\./u.test(path))).toEqual([]);
  });

  it("holds no file whose source is gone", () => {
    const gone = packed.files
      .map(({ path }) => path)
      .filter((path) => path.startsWith("dist/") && !path.startsWith("dist/cli/"))
      .filter((path) => !existsSync(path.replace(/^dist/u, "src").replace(/(?:\.d\.ts|\.js)$/u, ".ts")));
    expect(gone).toEqual([]);
  });

  it("holds of the command's bundle only what its entries load", () => {
    const entries = ["bin", "png", "worker", "drawing-worker", "chain-worker"].map((name) => `${name}.js`);
    const files = readdirSync("dist/cli").filter((name) => name.endsWith(".js"));
    const loaded = new Set(entries);
    for (const name of loaded) {
      const code = readFileSync(`dist/cli/${name}`, "utf8");
      for (const other of files)
        if (code.includes(`"./${other}"`) || code.includes(`\`./${other}\``)) loaded.add(other);
    }
    expect([...loaded].sort()).toEqual(files.sort());
    const licenses = readFileSync("dist/cli/THIRD-PARTY-LICENSES.txt", "utf8");
    for (const name of ["vega ", "vega-lite ", "d3-scale ", "commander "])
      expect(licenses).toMatch(new RegExp(`^${name}\\d+\\.\\d+\\.\\d+, \\S+$`, "mu"));
  });

  it("is small enough to be had by a slow line: its size is printed", () => {
    const [size, unpacked] = [packed.size, packed.unpackedSize].map((bytes) => (bytes / 1e6).toFixed(2));
    console.log(
      `nof1-${manifest.version}.tgz: ${size} MB, ${unpacked} MB unpacked, ${packed.files.length} files`,
    );
    expect(packed.size).toBeLessThan(3e6);
  });

  it("is ready to be published with its provenance, and runs no script when installed", () => {
    expect(manifest.publishConfig).toEqual({ access: "public", provenance: true });
    expect(manifest.sideEffects).toBe(false);
    const hooks = ["preinstall", "install", "postinstall", "prepare", "prepack", "postpack"];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });

  it.skipIf(!attw)(
    "resolves in every kind of project that knows ES modules",
    () => {
      const targets = Object.values<{ types?: string; default?: string }>(manifest.exports);
      for (const { types, default: code } of targets.filter((target) => target.types))
        expect(types).toBe(code?.replace(/\.js$/u, ".d.ts"));
      const entrypoints = [".", "response", "schema", "charts"];
      const options = ["--profile", "esm-only", "--format", "json", "--entrypoints", ...entrypoints];
      const { stdout } = spawnSync(attw!, [packed.tarball, ...options], { encoding: "utf8", maxBuffer: 1e8 });
      const { analysis } = JSON.parse(stdout);
      expect(Object.keys(analysis.entrypoints)).toEqual([".", "./response", "./schema", "./charts"]);
      const problems: { kind: string; resolutionKind?: string }[] = analysis.problems;
      const others = ["node10", "node16-cjs"];
      expect(problems.filter(({ resolutionKind = "" }) => !others.includes(resolutionKind))).toEqual([]);
    },
    240_000,
  );
});
