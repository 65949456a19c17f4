import { describe, expect, it } from "vitest";
import { type SourceFile, sourceFiles, withoutText } from "../helpers/source-files.ts";

const LONGEST_FILE = 250;
const LONGEST_FUNCTION = 50;

const generated = /^src\/datasets\//u;
const files = [...sourceFiles("src"), ...sourceFiles("tests")].filter(({ path }) => !generated.test(path));
const nLines = ({ text }: SourceFile): number => text.trimEnd().split("\n").length;

/** Lines of every function with a block body, found by matching braces in code without text. */
function functionLengths(code: string): { line: number; length: number }[] {
  const plain = withoutText(code);
  const lineAt = (index: number): number => plain.slice(0, index).split("\n").length;
  const start = /\bfunction\b[^{;]*?\)[^{;]*\{|=>\s*\{|^\s+(?:async )?[\w$]+\([^;{}]*\)(?::[^;{}=]+)? \{/gmu;
  return [...plain.matchAll(start)].map((match) => {
    const open = match.index + match[0].length - 1;
    let depth = 0;
    let end = open;
    for (; end < plain.length; end++) {
      if (plain[end] === "{") depth++;
      else if (plain[end] === "}" && --depth === 0) break;
    }
    return { line: lineAt(match.index), length: lineAt(end) - lineAt(open) + 1 };
  });
}

describe("shapes stay small", () => {
  it("finds functions of every kind, and not braces in text", () => {
    const sample =
      'function a(x: number): void {\n  b("}");\n}\nconst c = () => {\n  // }\n  d();\n};\nclass E {\n  f(): void {\n  }\n}\n';
    expect(functionLengths(sample).map(({ length }) => length)).toEqual([3, 4, 2]);
  });

  it("no file is over 250 lines", () => {
    expect(files.length).toBeGreaterThan(140);
    expect(
      files.filter((file) => nLines(file) > LONGEST_FILE).map((file) => `${file.path}: ${nLines(file)}`),
    ).toEqual([]);
  });

  it("the median file of src is at most 80 lines", () => {
    const lengths = files
      .filter(({ path }) => path.startsWith("src/"))
      .map(nLines)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });

  it("no function of src is over 50 lines", () => {
    const long = files
      .filter(({ path }) => path.startsWith("src/"))
      .flatMap(({ path, text }) => functionLengths(text).map((found) => ({ path, ...found })))
      .filter(({ length }) => length > LONGEST_FUNCTION);
    expect(long).toEqual([]);
  });
});
