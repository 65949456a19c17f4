import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fontCharacters } from "../../src/cli/font-characters.ts";

const bytesOf = (name: string): Uint8Array => readFileSync(`assets/fonts/Inter-${name}.ttf`);

/** Every Unicode character but the surrogates. */
const codePoints = Array.from({ length: 0x110000 }, (_, code) => code).filter(
  (code) => code < 0xd800 || code > 0xdfff,
);

describe("fontCharacters", () => {
  it("knows the letters that the fonts of the package have, and those that they don't", () => {
    const has = fontCharacters(bytesOf("Regular"));
    for (const character of " aZ09éßŁжΩ²₂τ≥−…") expect(has(character.codePointAt(0)!), character).toBe(true);
    for (const character of "山שمกह😀\u{10ffff}") expect(has(character.codePointAt(0)!)).toBe(false);
  });

  it("finds the same characters in both weights", () => {
    const [regular, semiBold] = [fontCharacters(bytesOf("Regular")), fontCharacters(bytesOf("SemiBold"))];
    expect(codePoints.filter((code) => regular(code) !== semiBold(code))).toEqual([]);
    expect(codePoints.filter(regular).length).toBeGreaterThan(2000);
  });

  it("refuses a file without a table of characters, and one whose table is of another format", () => {
    expect(() => fontCharacters(new Uint8Array(12))).toThrow("it has no cmap table");
    const file = new DataView(new ArrayBuffer(64));
    file.setUint16(4, 1);
    file.setUint32(12, 0x636d6170);
    file.setUint32(20, 28);
    file.setUint16(30, 1);
    file.setUint32(36, 12);
    file.setUint16(40, 4);
    expect(() => fontCharacters(new Uint8Array(file.buffer))).toThrow("no subtable of format 12");
  });
});
