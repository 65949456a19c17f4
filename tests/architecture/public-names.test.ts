import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

/** The source of every subpath with code that package.json exports. */
const entries: [string, string][] = Object.entries(manifest.exports as Record<string, { default: string }>)
  .filter(([subpath]) => !subpath.endsWith(".json"))
  .map(([subpath, target]) => [
    subpath,
    target.default.replace("./dist/", "../../src/").replace(/\.js$/u, ".ts"),
  ]);

describe("what the outside relies on", () => {
  it("names every subpath", () => {
    expect(entries.map(([subpath]) => subpath)).toMatchSnapshot();
  });

  it.each(entries)("%s exports its names", async (_, source) => {
    expect(Object.keys(await import(source)).sort()).toMatchSnapshot();
  });

  it("gives the version of package.json", () => {
    expect(version).toBe(manifest.version);
  });
});
