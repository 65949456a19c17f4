import { describe, expect, it } from "vitest";
import { type SourceFile, sourceFiles, withoutText } from "../helpers/source-files.ts";

const LONGEST_FILE = 250;
const LONGEST_FUNCTION = 50;

const generated = /^src\/datasets\//u;
const files = [...sourceFiles("src"), ...sourceFiles("tests")].filter(({ path }) => !generated.test(path));
const nLines = ({ text }: SourceFile): number => text.trimEnd().split("\n").length;

function closingOf(plain: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let i = from; i < plain.length; i++) {
    if (plain[i] === open) depth++;
    else if (plain[i] === close && --depth === 0) return i;
  }
  return plain.length;
}

/** Where the body begins after the parameters: braces of a returned type are passed over; −1 where there is no body. */
function bodyAfter(plain: string, from: number): number {
  for (let i = from; i < plain.length; i++) {
    if (plain[i] === ";") return -1;
    if (plain[i] !== "{") continue;
    if (!/[:|&<,(=]$/u.test(plain.slice(0, i).trimEnd().slice(-1))) return i;
    i = closingOf(plain, i, "{", "}");
  }
  return -1;
}

/** Lines of every function with a block body, found by matching brackets in code without text. */
function functionLengths(code: string): { line: number; length: number }[] {
  const plain = withoutText(code);
  const lineAt = (index: number): number => plain.slice(0, index).split("\n").length;
  const named = [...plain.matchAll(/\bfunction\b\*?\s*[\w$]*(?:<[^(]*>)?\s*\(/gu)].map((match) =>
    bodyAfter(plain, closingOf(plain, match.index + match[0].length - 1, "(", ")") + 1),
  );
  const others = [...plain.matchAll(/=>\s*\{|^\s+(?:async )?[\w$]+\([^;]*?\)(?::[^;{}=]+)? \{$/gmu)].map(
    (match) => match.index + match[0].length - 1,
  );
  return [...named, ...others]
    .filter((open) => open >= 0)
    .map((open) => ({
      line: lineAt(open),
      length: lineAt(closingOf(plain, open, "{", "}")) - lineAt(open) + 1,
    }));
}

describe("shapes stay small", () => {
  it("finds functions of every kind, and not braces in text", () => {
    const sample =
      'function a(x: number): void {\n  b("}");\n}\nconst c = () => {\n  // }\n  d();\n};\nclass E {\n  f(): void {\n  }\n}\n';
    const lengths = (code: string): number[] => functionLengths(code).map(({ length }) => length);
    expect(lengths(sample).sort()).toEqual([2, 3, 4]);
    expect(lengths("function g({ a, b }: { a: 1; b: 2 }): { c: 3 } {\n  return a;\n}\n")).toEqual([3]);
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
