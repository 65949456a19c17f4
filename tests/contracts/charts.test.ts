import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { charts, printTheme, toSvg, withTheme } from "../../src/render/charts/index.ts";
import { chartLaws, pictureOf } from "../helpers/chart-laws.ts";
import { chartedResults } from "../helpers/charted-results.ts";

const schema = JSON.parse(readFileSync("node_modules/vega-lite/build/vega-lite-schema.json", "utf8"));
const vegaLite = z.fromJSONSchema(schema);

describe("every chart", () => {
  it("has a name of its own and a result to draw", () => {
    expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
    for (const chart of charts) expect(chartedResults.some((one) => one.chart === chart)).toBe(true);
  });

  it("is checked against a schema that refuses what Vega-Lite has not", () => {
    const spec = {
      data: { values: [{ a: 1 }] },
      mark: "point",
      encoding: { x: { field: "a", type: "quantitative" } },
    };
    expect(vegaLite.safeParse(spec).success).toBe(true);
    expect(vegaLite.safeParse({ ...spec, mark: "pointy" }).success).toBe(false);
    expect(vegaLite.safeParse({ ...spec, mark: { type: "point", colour: "red" } }).success).toBe(false);
  });

  it.each(charts)("is drawn for print in greys alone: $name", async (chart) => {
    const spec = withTheme(chart.spec(chartedResults.find((one) => one.chart === chart)!.result), printTheme);
    expect(vegaLite.safeParse(spec).success).toBe(true);
    const warnings: string[] = [];
    const svg = await toSvg(spec, { onWarning: (message) => void warnings.push(message) });
    expect(warnings).toEqual([]);
    const drawn = [...new Set(svg.match(/#[0-9a-f]{6}\b/giu))];
    expect(drawn.filter((hex) => !/^#(..)\1\1$/u.test(hex))).toEqual([]);
  });

  for (const { chart, name, result } of chartedResults) {
    describe(`${chart.name} of ${name}`, async () => {
      const spec = chart.spec(result);
      const first = await toSvg(spec);
      const picture = pictureOf(chart, result, first);

      it("is valid Vega-Lite in plain JSON", () => {
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
        expect(vegaLite.safeParse(spec).success).toBe(true);
      });

      it("compiles and draws without a warning, to the same bytes every time", async () => {
        const warnings: string[] = [];
        const second = await toSvg(spec, { onWarning: (message) => void warnings.push(message) });
        expect(warnings).toEqual([]);
        if (result.kind === "response") expect(Object.getOwnPropertySymbols(result.fitted[0])).toEqual([]);
        expect(JSON.stringify(chart.spec(result))).toBe(JSON.stringify(spec));
        expect(first).toBe(second);
        expect(first).toMatch(/^<svg [^>]*role="img"/u);
        expect(first).not.toMatch(/NaN|undefined|Infinity/u);
      });

      for (const { name: law, faults } of chartLaws)
        it(law, () => {
          const found = faults(picture);
          expect(found, found.join("\n")).toEqual([]);
        });

      it("leaves the result as it was and accepts it back from a file", () => {
        const before = JSON.stringify(result);
        expect(chart.spec(JSON.parse(before))).toEqual(spec);
        expect(JSON.stringify(result)).toBe(before);
      });
    });
  }
});
