import { fileURLToPath } from "node:url";
import { usualDrawing } from "./drawing.ts";

const fonts = ["Inter-Regular.ttf", "Inter-SemiBold.ttf"];

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
    font: {
      fontFiles: fonts.map((name) => fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url))),
      loadSystemFonts: false,
      defaultFontFamily: "Inter",
    },
  });
  return picture.render().asPng();
}
