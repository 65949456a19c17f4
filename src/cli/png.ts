import { fileURLToPath } from "node:url";

const fonts = ["Inter-Regular.ttf", "Inter-SemiBold.ttf"];

/**
 * Turns an SVG picture into PNG with the fonts that come with the package.
 *
 * @param scale Pixels per unit of the SVG.
 */
export async function toPng(svg: string, scale = 2): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const picture = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "zoom", value: scale },
    font: {
      fontFiles: fonts.map((name) => fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url))),
      loadSystemFonts: false,
      defaultFontFamily: "Inter",
    },
  });
  return picture.render().asPng();
}
