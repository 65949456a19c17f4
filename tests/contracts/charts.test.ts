import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type ChartableResult, charts, toSvg } from "../../src/render/charts/index.ts";
import { cohortFixtures } from "../helpers/cohort-results.ts";
import { summaryFixtures } from "../helpers/described-summaries.ts";
import { diagnosticFixtures } from "../helpers/diagnosed-pools.ts";
import { furtherFixtures } from "../helpers/further-results.ts";
import { bayesFixtures, pooledFixtures, proportionFixtures } from "../helpers/pooled-results.ts";
import { powerFixtures } from "../helpers/power-results.ts";
import { relapseFixtures } from "../helpers/relapse-fixtures.ts";
import { responseFixtures } from "../helpers/response-fixtures.ts";
import { randomizationResults, trialResults } from "../helpers/trial-results.ts";
import { blinded, schedules } from "../helpers/trial-schedules.ts";
import { seriesResults } from "../helpers/trial-series.ts";

const schema = JSON.parse(readFileSync("node_modules/vega-lite/build/vega-lite-schema.json", "utf8"));
const vegaLite = z.fromJSONSchema(schema);

const results: [string, ChartableResult][] = [
  ...Object.entries(responseFixtures),
  ...Object.entries(furtherFixtures).flatMap(([name, fixture]) =>
    Object.entries(fixture).map(([what, result]): [string, ChartableResult] => [`${name} (${what})`, result]),
  ),
  ...relapseFixtures,
  ...Object.entries(pooledFixtures),
  ...Object.entries(bayesFixtures).flatMap(([name, { result, sensitivity }]): [string, ChartableResult][] => [
    [`${name} (Bayes)`, result],
    [`${name} (priors)`, sensitivity],
  ]),
  ...Object.entries(proportionFixtures),
  ...Object.entries(diagnosticFixtures),
  ...Object.entries(cohortFixtures),
  ...Object.entries(powerFixtures),
  ...Object.entries(summaryFixtures),
  ...[trialResults, randomizationResults, schedules, blinded, seriesResults].flatMap(
    (fixtures): [string, ChartableResult][] => Object.entries(fixtures),
  ),
];
const cases = charts.flatMap((chart) =>
  results
    .filter(([, result]) => result.kind === chart.accepts && (chart.suits?.(result) ?? true))
    .map(([name, result]) => ({ chart, name, result })),
);

describe("every chart", () => {
  it("has a name of its own and a result to draw", () => {
    expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
    for (const chart of charts) expect(cases.some((one) => one.chart === chart)).toBe(true);
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

  for (const { chart, name, result } of cases) {
    describe(`${chart.name} of ${name}`, () => {
      const spec = chart.spec(result);

      it("is valid Vega-Lite in plain JSON", () => {
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
        expect(vegaLite.safeParse(spec).success).toBe(true);
      });

      it("compiles and draws without a warning, to the same bytes every time", async () => {
        const warnings: string[] = [];
        const onWarning = (message: string): void => void warnings.push(message);
        const [first, second] = await Promise.all([toSvg(spec, { onWarning }), toSvg(spec, { onWarning })]);
        expect(warnings).toEqual([]);
        if (result.kind === "response") expect(Object.getOwnPropertySymbols(result.fitted[0])).toEqual([]);
        expect(JSON.stringify(chart.spec(result))).toBe(JSON.stringify(spec));
        expect(first).toBe(second);
        expect(first).toMatch(/^<svg [^>]*role="img"/u);
        expect(first).not.toMatch(/NaN|undefined|Infinity/u);
      });

      it("leaves the result as it was and accepts it back from a file", () => {
        const before = JSON.stringify(result);
        expect(chart.spec(JSON.parse(before))).toEqual(spec);
        expect(JSON.stringify(result)).toBe(before);
      });
    });
  }
});
