import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { plainText } from "../render/plain-text.ts";
import { usualDrawing } from "./drawing.ts";
import { fontCharacters } from "./font-characters.ts";

const fonts = ["Inter-Regular.ttf", "Inter-SemiBold.ttf"].map((name) =>
  fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url)),
);

/**
 * Turns an SVG picture into PNG with the fonts that come with the package.
 *
 * @param pixelRatio Pixels for each unit of the SVG, from 1 to 4.
 * @returns The bytes of the file: the same ones for the same picture.
 */
export async function toPng(svg: string, pixelRatio: number = usualDrawing.pixelRatio): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const picture = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "zoom", value: pixelRatio },
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: "Inter" },
  });
  return picture.render().asPng();
}

/** Drawn as nothing by every font, such as a joiner or a soft hyphen. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;

/** More characters than these are only counted. */
const MOST_NAMED = 10;

/** Characters of a picture's words, each once, that a font has no glyph for. */
function withoutGlyph(svg: string, isDrawn: (codePoint: number) => boolean): string[] {
  const words = [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/gu)].map(([, text]) =>
    text!.replace(/<[^>]*>/gu, ""),
  );
  return [...new Set(words.join(" ").normalize("NFC"))].filter(
    (character) =>
      !INVISIBLE.test(character) &&
      !isDrawn(character.codePointAt(0)!) &&
      // A letter that the font puts together from its parts.
      ![...character.normalize("NFD")].every((part) => isDrawn(part.codePointAt(0)!)),
  );
}

/**
 * Says which characters of a picture come out as boxes in a PNG, since the fonts of the package do not have them, and
 * what to do; null where every character is drawn.
 *
 * @example
 * await missingCharacters(svg); // "the font of PNG pictures has no 山, 田, …"
 */
export async function missingCharacters(svg: string): Promise<string | null> {
  const missing = withoutGlyph(svg, fontCharacters(await readFile(fonts[0]!)));
  if (missing.length === 0) return null;
  const named = missing.slice(0, MOST_NAMED).map(plainText).join(" ");
  const further = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
  const [have, they] =
    missing.length === 1
      ? ["this character", "It is drawn as a box"]
      : ["these characters", "They are drawn as boxes"];
  return `the font of PNG pictures does not have ${have}: ${named}${further}. ${they}; --format svg is drawn with the reader's own fonts`;
}
