import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { jsonSchemas } from "../../scripts/schemas/json-schemas.mjs";
import { commands } from "../../src/cli/commands/index.ts";
import { datasets, huma2020, ivigSeries, kizawa2006, kizawa2006Relapses } from "../../src/datasets/index.ts";
import * as shapes from "../../src/schema/index.ts";
import { nap } from "../../src/trial/index.ts";
import { runCli } from "../helpers/run-cli.ts";

const texts = new Map(
  readdirSync("schemas").map((file) => [
    file.replace(/\.json$/u, ""),
    readFileSync(`schemas/${file}`, "utf8"),
  ]),
);
const validators = new Map(
  [...texts].map(([name, text]) => [
    name,
    z.fromJSONSchema(JSON.parse(text) as z.core.JSONSchema.JSONSchema),
  ]),
);
/** The schema of every kind of result. */
const byKind = new Map(
  [...texts].flatMap(([name, text]): [string, string][] => {
    const kind = JSON.parse(text).properties?.kind;
    const kinds: string[] = kind?.const === undefined ? (kind?.enum ?? []) : [kind.const];
    return kinds.map((one) => [one, name]);
  }),
);

interface Result {
  kind: string;
}

/** Commands that print results, with more than their first example where they have more kinds. */
const runs: [string, string][] = [
  ["response", "datasets/simulated/typical.csv"],
  ["next", "datasets/simulated/typical.csv --course 200"],
  ["compare", "datasets/simulated/typical.csv"],
  ["diagnose", "datasets/simulated/typical.csv"],
  ["relapse", "datasets/kizawa-2006/relapses.csv --time 60 90"],
  ["relapse", "datasets/simulated/typical.csv"],
  ["relapse", "datasets/kizawa-2006/relapses.csv --model turnbull"],
  ["relapse", "--n 5 --minimum 2 --maximum 6 --unit month"],
  ["design", "randomized-pairs --treatments saline,IVIG --n-pairs 6 --period-days 168"],
  ["power", "--pairs 4,6 --effect 2 --sd 1.5 --replicates 100"],
  [
    "trial",
    "datasets/simulated-trials/pairs-168-days.csv --design randomized-pairs --improvement decrease --model paired-t",
  ],
  ["pool", "datasets/ivig-series/controlled.csv --measure RR"],
  ["pool", "datasets/ivig-series/controlled.csv --measure RR --bayes"],
  ["pool", "datasets/ivig-series/controlled.csv --measure RR --diagnostics"],
  ["pool", "datasets/ivig-series/controlled.csv --measure OR --exact"],
  ["pool", "datasets/ivig-series/controlled.csv --evidence"],
  ["cohort", "datasets/simulated/typical.csv datasets/simulated/noisy.csv --interval wald"],
  ["proportion", "18 22"],
  ["summary", "datasets/morozumi-2009/relief.json"],
  ["summary", "datasets/huma-2020/counts.csv"],
];
/** Commands that print no result of an analysis. */
const withoutResult = ["check", "report", "merge", "datasets", "completion", "manual"];

describe("the JSON schemas in schemas/", () => {
  it("are those of the shapes in src/schema, byte for byte: npm run schemas", () => {
    expect(texts).toEqual(jsonSchemas(shapes));
    expect(texts.size).toBeGreaterThan(50);
  });

  it("hold what the package's data sets are", () => {
    const valid = (name: string, value: unknown): boolean => validators.get(name)!.safeParse(value).success;
    expect(valid("patient", kizawa2006)).toBe(true);
    expect(kizawa2006Relapses.every((row) => valid("relapse-row", row))).toBe(true);
    expect(huma2020.every((report) => valid("summary-report", report))).toBe(true);
    expect(ivigSeries.controlled.every((series) => valid("series", series))).toBe(true);
    const phases = { baseline: [7, 8, 6], treatment: [3, 4, 2] };
    expect(valid("effect-size", nap(phases, { improvement: "decrease" }))).toBe(true);
    expect(datasets.some((dataset) => valid("patient", dataset))).toBe(false);
    expect(valid("patient", { ...kizawa2006, timeUnit: "week" })).toBe(false);
  });

  it("are tried with every command", () => {
    const tried = new Set([...runs.map(([command]) => command), ...withoutResult]);
    expect(commands.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each(runs)("hold what nof1 %s %s prints", async (command, rest) => {
    const { code, stdout, stderr } = await runCli([command, ...rest.split(" "), "--format", "json"]);
    expect(code, stderr).toBe(0);
    const printed: Result[] = JSON.parse(stdout);
    expect(printed.length).toBeGreaterThan(0);
    for (const result of printed) {
      const checked = validators.get(byKind.get(result.kind)!)!.safeParse(result);
      expect(checked.error?.issues ?? [], result.kind).toEqual([]);
    }
  });
});
