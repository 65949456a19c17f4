import { describe, expect, it } from "vitest";
import { sourceFiles } from "../helpers/source-files.ts";

const charts = sourceFiles("src/render").filter(
  ({ path }) => !["src/render/charts/theme.ts", "src/render/html/style.ts"].includes(path),
);

/** Lines of code that match, with their files. */
function found(pattern: RegExp): string[] {
  return charts.flatMap(({ path, text }) =>
    text
      .split("\n")
      .filter((line) => !/^\s*(?:\*|\/\*|\/\/)/u.test(line) && pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

describe("one theme", () => {
  it("has read every chart", () => {
    expect(charts.filter(({ path }) => path.startsWith("src/render/charts/")).length).toBeGreaterThan(80);
  });

  it("is the only place of colours", () => {
    expect(found(/["'`]#[0-9a-f]{3,8}["'`]|\b(?:rgba?|hsla?)\(/iu)).toEqual([]);
    expect(found(/(?:colou?r|\bfill|\bstroke|background): "(?!none|transparent)[a-z]+"/iu)).toEqual([]);
  });

  it("is the only place of sizes of type", () => {
    expect(found(/fontsize: *(?:\d|fontSize\.\w+ *[-+*/])/iu)).toEqual([]);
    expect(found(/const [A-Z_]*(?:FONT|SMALL|TYPE)[A-Z_]* = \d/u)).toEqual([]);
  });
});
