import { readFileSync } from "node:fs";

/** Advance widths of one TrueType font, in em. */
type Advances = (codePoint: number) => number;

function tablesOf(font: DataView): Map<string, number> {
  const tables = new Map<string, number>();
  for (let i = 0; i < font.getUint16(4); i++) {
    const record = 12 + 16 * i;
    const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(font.getUint8(record + at))).join("");
    tables.set(tag, font.getUint32(record + 8));
  }
  return tables;
}

/** Groups of the character map's format 12: first and last code point, glyph of the first. */
function glyphGroups(font: DataView, cmap: number): [number, number, number][] {
  for (let i = 0; i < font.getUint16(cmap + 2); i++) {
    const table = cmap + font.getUint32(cmap + 8 + 8 * i);
    if (font.getUint16(table) !== 12) continue;
    return Array.from({ length: font.getUint32(table + 12) }, (_, group) => {
      const at = table + 16 + 12 * group;
      return [font.getUint32(at), font.getUint32(at + 4), font.getUint32(at + 8)];
    });
  }
  throw new Error("The font has no character map of format 12");
}

function readAdvances(file: string): Advances {
  const bytes = readFileSync(file);
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tablesOf(font);
  const groups = glyphGroups(font, tables.get("cmap")!);
  const perEm = font.getUint16(tables.get("head")! + 18);
  const nAdvances = font.getUint16(tables.get("hhea")! + 34);
  const hmtx = tables.get("hmtx")!;
  const known = new Map<number, number>();
  return (codePoint) => {
    const cached = known.get(codePoint);
    if (cached !== undefined) return cached;
    const group = groups.find(([first, last]) => codePoint >= first && codePoint <= last);
    const glyph = group ? group[2] + codePoint - group[0] : 0;
    const advance = font.getUint16(hmtx + 4 * Math.min(glyph, nAdvances - 1)) / perEm;
    known.set(codePoint, advance);
    return advance;
  };
}

const regular = readAdvances("assets/fonts/Inter-Regular.ttf");
const semiBold = readAdvances("assets/fonts/Inter-SemiBold.ttf");

/** Width of a line in pixels by the fonts that are shipped for PNG, without kerning. */
export function lineWidth(text: string, fontSize: number, weight: number): number {
  const advance = weight >= 600 ? semiBold : regular;
  let em = 0;
  for (const character of text) em += advance(character.codePointAt(0)!);
  return em * fontSize;
}
