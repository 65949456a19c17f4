import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it, vi } from "vitest";
import { responseCurveChart, toSvg, type VegaLiteSpec } from "../../../src/render/charts/index.ts";
import { responseFixtures } from "../../helpers/response-fixtures.ts";

const $schema = "https://vega.github.io/schema/vega-lite/v6.json";
const clipped: VegaLiteSpec = {
  $schema,
  title: 'id="x" url(#y) <b>',
  description: "a & b",
  data: { values: [{ a: 1, b: 2 }] },
  mark: { type: "point", clip: true },
  encoding: { x: { field: "a", type: "quantitative" }, y: { field: "b", type: "quantitative" } },
};

describe("toSvg", () => {
  it("names and describes the picture for a screen reader", async () => {
    const svg = await toSvg(responseCurveChart(responseFixtures.kizawa!));
    const [, title, desc] = /aria-labelledby="(\S+) (\S+)"/u.exec(svg)!;
    expect(svg).toContain(`<title id="${title}">Kizawa 2006</title>`);
    expect(svg).toContain(`<desc id="${desc}">Over 3 courses, best relief was 59 to 83 % of baseline`);
  });

  it("numbers clip paths from 0 in every picture, and leaves words alone", async () => {
    const first = await toSvg(clipped);
    const second = await toSvg(clipped);
    expect(first).toBe(second);
    expect(first).toMatch(/clip-path="url\(#nof1-[0-9a-f]{8}-clip0\)"/u);
    expect(first).toContain('>id="x" url(#y) &lt;b&gt;</text>');
    expect(first).toContain("a &amp; b</desc>");
  });

  it("gives different pictures different identifiers", async () => {
    const idOf = (svg: string): string => /nof1-[0-9a-f]{8}/u.exec(svg)![0];
    const other = await toSvg({ ...clipped, width: 333 });
    expect(idOf(await toSvg(clipped))).not.toBe(idOf(other));
  });

  it("loads nothing and writes nothing to the console", async () => {
    const spies = (["log", "warn", "error", "info"] as const).map((name) =>
      vi.spyOn(console, name).mockReturnValue(),
    );
    const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValue(new Error("no network in tests"));
    await toSvg({ ...clipped, data: { url: "https://example.org/x.csv" } }).catch(() => undefined);
    await toSvg({ ...clipped, encoding: { x: { field: "a", type: "nope" } } }).catch(() => undefined);
    expect(fetched).not.toHaveBeenCalled();
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  it("refuses a specification that names data to load", async () => {
    await expect(toSvg({ ...clipped, data: { url: "https://example.org/x.csv" } })).rejects.toThrow(
      /loads? data/u,
    );
  });

  it("hands warnings on", async () => {
    const warnings: string[] = [];
    await toSvg(
      { ...clipped, mark: { type: "bar", orient: "sideways" } },
      { onWarning: (message) => warnings.push(message) },
    ).catch(() => 0);
    await toSvg(
      { ...clipped, encoding: { ...(clipped.encoding as object), q: { value: 1 } } },
      { onWarning: (m) => warnings.push(m) },
    );
    expect(warnings.length).toBeGreaterThan(0);
  });

  it("is drawn with the fonts that are shipped", async () => {
    const svg = await toSvg(responseCurveChart(responseFixtures.kizawa!));
    const png = (fontFiles: string[]): Buffer =>
      new Resvg(svg, { font: { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter" } })
        .render()
        .asPng();
    const fonts = ["assets/fonts/Inter-Regular.ttf", "assets/fonts/Inter-SemiBold.ttf"];
    const withText = png(fonts);
    expect(withText.length).toBeGreaterThan(1.3 * png([]).length);
  });
});
