import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";
import { charts, toSvg } from "../../dist/render/charts/index.js";
import { palettePng } from "./palette-png.mjs";

const fontFiles = ["Inter-Regular.ttf", "Inter-SemiBold.ttf"].map((name) =>
  fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url)),
);

/** The chart of the registry that a case names. */
function chartOf({ chart }) {
  const found = charts.find(({ name }) => name === chart);
  if (!found) throw new Error(`No chart is called "${chart}"`);
  return found;
}

function pathOf({ chart, name }) {
  return `${chart}/${name.replace(/[^a-z0-9]+/gu, "-")}`;
}

/** The specification with six digits a number: enough for any screen, and half the size. */
export function specText(spec) {
  const round = (_, value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value);
  return `${JSON.stringify(spec, round)}\n`;
}

/** Files of a case below docs/gallery: its picture, and the specification where the page says how to make it. */
export function filesOf(one) {
  const path = pathOf(one);
  return one.made ? [`${path}.png`, `${path}.vl.json`] : [`${path}.png`];
}

/** A case with its result, specification and picture. */
export async function drawCase(one) {
  const result = one.result();
  const spec = chartOf(one).spec(result);
  return { ...one, path: pathOf(one), result, spec, svg: await toSvg(spec) };
}

/** PNG at twice the size of the SVG, of at most 256 colors. */
export function smallPng(svg) {
  const picture = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "zoom", value: 2 },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter" },
  }).render();
  return palettePng(picture.pixels, picture.width, picture.height);
}
