/** The table of characters in a font file. @see OpenType 1.9.1, "Font file" and "cmap". https://learn.microsoft.com/typography/opentype/spec/cmap */
function characterTable(font: DataView): number {
  const nTables = font.getUint16(4);
  for (let i = 0; i < nTables; i++) {
    const record = 12 + 16 * i;
    // "cmap" as a number.
    if (font.getUint32(record) === 0x636d6170) return font.getUint32(record + 8);
  }
  throw new TypeError("Cannot read the characters of the font: it has no cmap table");
}

/** The subtable of all Unicode characters, which is of format 12. */
function unicodeSubtable(font: DataView): number {
  const table = characterTable(font);
  const nSubtables = font.getUint16(table + 2);
  for (let i = 0; i < nSubtables; i++) {
    const subtable = table + font.getUint32(table + 8 + 8 * i);
    if (font.getUint16(subtable) === 12) return subtable;
  }
  throw new TypeError("Cannot read the characters of the font: its cmap table has no subtable of format 12");
}

/**
 * Which characters a font can draw.
 *
 * @param bytes A TrueType or OpenType font with a character table of format 12, as those of the package.
 * @returns Whether a character, given by its code point, has a glyph.
 * @throws {TypeError} when the font has no such table.
 * @see OpenType 1.9.1, "cmap", format 12: segmented coverage. https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function fontCharacters(bytes: Uint8Array): (codePoint: number) => boolean {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const subtable = unicodeSubtable(font);
  const known = new Set<number>();
  const nGroups = font.getUint32(subtable + 12);
  for (let i = 0; i < nGroups; i++) {
    const group = subtable + 16 + 12 * i;
    const [first, last, glyph] = [0, 4, 8].map((offset) => font.getUint32(group + offset));
    for (let code = first!; code <= last!; code++) {
      // Glyph 0 is the box for what is missing.
      if (glyph! + code - first! !== 0) known.add(code);
    }
  }
  return (codePoint) => known.has(codePoint);
}
