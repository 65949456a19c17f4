import { deflateSync } from "node:zlib";

/** Most colors of a picture of one byte a pixel. */
const MOST_COLORS = 256;

/** Colors by how many pixels have them, most first; equal counts by the color itself. */
function countedColors(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([color]) => color);
}

const channels = (color) => [color & 255, (color >> 8) & 255, (color >> 16) & 255];

function nearest(color, palette) {
  const [r, g, b] = channels(color);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < palette.length; i++) {
    const [pr, pg, pb] = palette[i];
    const distance = (r - pr) ** 2 + (g - pg) ** 2 + (b - pb) ** 2;
    if (distance < least) [best, least] = [i, distance];
  }
  return best;
}

/** Every color's place in the palette: its own for the commonest, that of the nearest for the rest. */
function paletteOf(pixels) {
  const colors = countedColors(pixels);
  const kept = colors.slice(0, MOST_COLORS);
  const palette = kept.map(channels);
  const places = new Map(kept.map((color, i) => [color, i]));
  for (const color of colors.slice(MOST_COLORS)) places.set(color, nearest(color, palette));
  return { palette, places };
}

const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  let crc = -1;
  for (const byte of body) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeInt32BE(~crc);
  return Buffer.concat([length, body, check]);
}

/**
 * Writes an opaque picture as PNG of at most 256 colors: a chart has few, and the file is a third of the size.
 *
 * @param rgba Pixels from the top left, four bytes each.
 */
export function palettePng(rgba, width, height) {
  const bytes = Uint8Array.from(rgba);
  const pixels = new Uint32Array(bytes.buffer).map((pixel) => pixel & 0xffffff);
  const { palette, places } = paletteOf(pixels);
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
