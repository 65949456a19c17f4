import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { countNumbers } from "../helpers/differing-numbers.ts";
import type { PackedPackage } from "../helpers/packed-package.ts";
import { expectSameAnalyses, type PrintedAnalyses, runtimeProject } from "../helpers/runtime-project.ts";
import { toolPath } from "../helpers/tools.ts";

const node24 = toolPath("Node 24");
const deno = toolPath("Deno");
const subpaths = Object.entries<{ default?: string }>(
  JSON.parse(readFileSync("package.json", "utf8")).exports,
).filter(([, target]) => target.default?.endsWith(".js"));
vi.setConfig({ testTimeout: 180_000 });
let packed: PackedPackage;
let expected: PrintedAnalyses;

function run(program: string, args: string[]): string {
  return execFileSync(program, args, {
    cwd: packed.project,
    encoding: "utf8",
    maxBuffer: 1e8,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NO_COLOR: "1",
      DENO_NO_UPDATE_CHECK: "1",
      DENO_DIR: join(packed.project, ".deno"),
    },
  });
}

beforeAll(() => {
  packed = runtimeProject();
  expected = JSON.parse(run(process.execPath, ["print.mjs"]));
}, 120_000);
afterAll(() => packed && rmSync(packed.project, { recursive: true, force: true }), 60_000);

describe("the packed package in Node", () => {
  it("answers each question with numbers", () => {
    expect(Object.keys(expected.results).length).toBeGreaterThan(8);
    for (const [name, result] of Object.entries(expected.results))
      expect(countNumbers(result), name).toBeGreaterThan(10);
    expect(Object.keys(expected.chains)).toHaveLength(1);
  });

  it("imports every subpath, and runs the command", () => {
    const names = subpaths.map(([subpath]) => `nof1${subpath.slice(1)}`);
    const script = `for (const name of ${JSON.stringify(names)}) if (Object.keys(await import(name)).length === 0) throw new Error(name);`;
    writeFileSync(join(packed.project, "imports.mjs"), script);
    run(process.execPath, ["imports.mjs"]);
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(run(process.execPath, ["node_modules/nof1/dist/cli/bin.js", "--version"]).trim()).toBe(version);
  });

  it("finds its JSON schemas by their subpath", () => {
    const script = `import schema from "nof1/schemas/patient.json" with { type: "json" }; console.log(schema.title);`;
    writeFileSync(join(packed.project, "schema.mjs"), script);
    expect(run(process.execPath, ["--no-warnings", "schema.mjs"]).trim()).toBe("patient");
  });

  it.skipIf(!node24)("gives the same numbers in Node 24 to nine digits", () => {
    expect(run(node24!, ["--version"])).toMatch(/^v24\./u);
    expectSameAnalyses(expected, run(node24!, ["print.mjs"]));
  });
});

describe.skipIf(!deno)("the packed package in Deno, without a network", () => {
  const offline = ["run", "--quiet", "--no-remote", "--allow-read", "--allow-env"];

  it("gives the same numbers by its name in package.json", () => {
    expectSameAnalyses(expected, run(deno!, [...offline, "--node-modules-dir=manual", "print.mjs"]));
  });

  it("gives the same numbers through an npm specifier", () => {
    const script = readFileSync(join(packed.project, "one-of-each.mjs"), "utf8");
    writeFileSync(
      join(packed.project, "one-of-each-npm.mjs"),
      script.replaceAll(/from "nof1(\/\w+)?"/gu, 'from "npm:nof1@0.1.0$1"'),
    );
    const print = readFileSync(join(packed.project, "print.mjs"), "utf8");
    writeFileSync(
      join(packed.project, "print-npm.mjs"),
      print.replace("one-of-each.mjs", "one-of-each-npm.mjs"),
    );
    expectSameAnalyses(expected, run(deno!, [...offline, "--node-modules-dir=manual", "print-npm.mjs"]));
  });

  it("gives the same numbers through an import map", () => {
    const imports = Object.fromEntries(
      subpaths.map(([subpath, target]) => [
        `nof1${subpath.slice(1)}`,
        `./node_modules/nof1/${target.default!.slice(2)}`,
      ]),
    );
    writeFileSync(join(packed.project, "import-map.json"), JSON.stringify({ imports }));
    expectSameAnalyses(
      expected,
      run(deno!, [...offline, "--node-modules-dir=manual", "--import-map=import-map.json", "print.mjs"]),
    );
  });
});
