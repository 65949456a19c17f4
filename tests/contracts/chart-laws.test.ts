import { expect, it } from "vitest";
import { type Chart, toSvg, type VegaLiteSpec } from "../../src/render/charts/index.ts";
import { chartLaws, pictureOf } from "../helpers/chart-laws.ts";
import { proportionFixtures } from "../helpers/pooled-results.ts";

const at = (field: string): object => ({ field, type: "quantitative", scale: null, axis: null });
const words = (values: object[], size = 11): object => ({
  name: "words",
  data: { values },
  mark: { type: "text", align: "left", fontSize: size },
  encoding: { x: at("x"), y: at("y"), text: { field: "text", type: "nominal" } },
});

/** A picture of one layer that is right but for that layer, 200 by 100 pixels. */
function specOf(layer: object[], words = "18 of 22, 95 % interval 62 to 93 %"): VegaLiteSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description: words,
    title: { text: "A", subtitle: [words] },
    autosize: { type: "none" },
    padding: { left: 60, right: 60, top: 60, bottom: 60 },
    width: 200,
    height: 100,
    layer,
  };
}

/** Names of the laws that a picture breaks. */
async function brokenBy(spec: VegaLiteSpec): Promise<string[]> {
  const result = proportionFixtures.single!;
  const chart = { name: "made-up", accepts: "proportion", spec: () => spec } as Chart;
  const picture = pictureOf(chart, { ...result, intervals: result.intervals.slice(0, 1) }, await toSvg(spec));
  return chartLaws.filter(({ faults }) => faults(picture).length > 0).map(({ name }) => name);
}

const point = {
  name: "points",
  data: { values: [{ x: 150, y: 80 }] },
  mark: "point",
  encoding: { x: at("x"), y: at("y") },
};
const number = (title: string | null, values: number[], format: string): object => ({
  name: "points",
  data: { values: values.map((x) => ({ x })) },
  mark: "point",
  encoding: { x: { field: "x", type: "quantitative", title, axis: { values, format } } },
});

/** What is wrong, and the one law that says so. */
const cases: [what: string, spec: VegaLiteSpec, law: string | null][] = [
  ["nothing", specOf([point, words([{ x: 0, y: 20, text: "left" }])]), null],
  [
    "a rule with a datum and no data, which Vega-Lite drops in silence",
    specOf([
      point,
      {
        name: "zero",
        mark: "rule",
        encoding: { x: { datum: 5, type: "quantitative", scale: null, axis: null } },
      },
    ]),
    "draws every row of its data",
  ],
  ["no mark", specOf([words([{ x: 0, y: 20, text: "left" }])]), "draws a mark for every row of its result"],
  [
    "two texts in one place",
    specOf([
      point,
      words([
        { x: 0, y: 20, text: "one" },
        { x: 9, y: 24, text: "two" },
      ]),
    ]),
    "lets no two texts overlap",
  ],
  [
    "a text beyond the edge",
    specOf([point, words([{ x: 190, y: 20, text: "fifteen letters or more" }])]),
    "keeps every text and mark on the page",
  ],
  [
    "a mark beyond the edge",
    specOf([{ ...point, data: { values: [{ x: 290, y: 20 }] } }]),
    "keeps every text and mark on the page",
  ],
  [
    "an axis of numbers without a title",
    specOf([number(null, [1, 2], "d")]),
    "names the quantity of every axis of numbers",
  ],
  [
    "labels that round to one number",
    specOf([number("Days", [1.1, 1.2], "d")]),
    "labels no two ticks of an axis alike",
  ],
  [
    "a point over words",
    specOf([point, words([{ x: 130, y: 83, text: "hidden words" }])]),
    "sets no point over words",
  ],
  [
    "small type",
    specOf([point, words([{ x: 0, y: 20, text: "tiny" }], 8)]),
    "sets no text too small to read",
  ],
  [
    "an answer without its interval",
    specOf([point], "Eighteen of them got better"),
    "says its finding in words, beside it and to a screen reader",
  ],
];

for (const [what, spec, law] of cases)
  it(`${law === null ? "No law objects to" : `The law "${law}" sees`} ${what}`, async () => {
    expect(await brokenBy(spec)).toEqual(law === null ? [] : [law]);
  });
