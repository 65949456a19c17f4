import { describe, expect, it } from "vitest";
import { intervalMethods } from "../../../../src/inference/index.ts";
import {
  asymmetryTests,
  consistencyChecks,
  countModels,
  meanIntervals,
  multilevelIntervals,
  poolMethods,
  predictionIntervals,
  proportionMethods,
  rangeConversions,
  summaryIntervals,
  tauPriors,
  tauSquaredEstimators,
  tauSquaredIntervals,
} from "../../../../src/pooling/index.ts";
import * as bayes from "../../../../src/render/citations/bayes-pooling.ts";
import * as cohort from "../../../../src/render/citations/cohort.ts";
import * as counts from "../../../../src/render/citations/counts-pooling.ts";
import * as further from "../../../../src/render/citations/further-pooling.ts";
import * as inference from "../../../../src/render/citations/inference.ts";
import * as pooling from "../../../../src/render/citations/pooling.ts";
import * as proportions from "../../../../src/render/citations/proportions.ts";
import * as relapse from "../../../../src/render/citations/relapse.ts";
import * as response from "../../../../src/render/citations/response.ts";
import { type Sources, sourcesOf } from "../../../../src/render/citations/sources.ts";
import * as summaries from "../../../../src/render/citations/summaries.ts";
import * as trial from "../../../../src/render/citations/trial.ts";
import { citedParagraph } from "../../../../src/render/words/cited.ts";

/** Every text within a module of citations. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

const families = [
  bayes,
  cohort,
  counts,
  further,
  inference,
  pooling,
  proportions,
  relapse,
  response,
  summaries,
  trial,
];
const all = [...new Set(families.flatMap(textsOf))];

/** Registries whose members name a source, and where a report looks it up. */
const registries: readonly [string, readonly { name: string; reference?: string }[], Sources][] = [
  ["intervals", intervalMethods, inference.INTERVAL_SOURCES],
  ["estimators of τ²", tauSquaredEstimators, pooling.TAU_SQUARED_SOURCES],
  ["intervals of τ²", tauSquaredIntervals, pooling.TAU_INTERVAL_SOURCES],
  ["intervals of a mean", meanIntervals, pooling.MEAN_INTERVAL_SOURCES],
  ["predictions", predictionIntervals, pooling.PREDICTION_SOURCES],
  ["ways to pool", poolMethods, pooling.POOL_METHOD_SOURCES],
  ["priors of τ", tauPriors, bayes.TAU_PRIOR_SOURCES],
  ["models of counts", countModels, counts.COUNTS_MODEL_SOURCES],
  ["intervals of a multilevel mean", multilevelIntervals, further.MULTILEVEL_INTERVAL_SOURCES],
  ["tests of a funnel", asymmetryTests, further.FUNNEL_TEST_SOURCES],
  ["intervals of a proportion", proportionMethods, proportions.PROPORTION_SOURCES],
  ["intervals of a summary", summaryIntervals, summaries.SUMMARY_INTERVAL_SOURCES],
  ["conversions of a range", rangeConversions, summaries.CONVERSION_SOURCES],
  ["checks of printed numbers", consistencyChecks, summaries.CONSISTENCY_SOURCES],
];

const doisOf = (text: string): string[] =>
  [...text.matchAll(/doi:(10\.\d{4,}\/[^\s;,]+)/gu)].map(([, doi]) =>
    doi!.replace(/[.]$/u, "").toLowerCase(),
  );

describe("the citations", () => {
  it("are each given once and in one form: authors, title, place, year, DOI", () => {
    expect(all.length).toBeGreaterThan(80);
    const dois = all.flatMap(doisOf);
    expect(new Set(dois).size).toBe(dois.length);
    for (const text of all) {
      expect(text).toMatch(/^\p{Lu}.*[a-z.]|^van /u);
      expect(text).toMatch(/(?:1[89]|20)\d\d/u);
      expect(text).not.toMatch(/\s\s|:\d+-\d|\.\./u);
      expect(text.includes("doi:") ? /doi:10\.\d{4,}\/\S+$/u.test(text) : text.endsWith(".")).toBe(true);
    }
  });

  it.each(registries)("of %s name methods that exist", (_, members, sources) => {
    const names = members.map(({ name }) => name);
    for (const name of Object.keys(sources)) expect(names).toContain(name);
  });

  it.each(registries)("of %s agree with what the methods say of themselves", (_, members, sources) => {
    for (const { name, reference = "" } of members) {
      const own = doisOf(reference);
      const cited = sourcesOf(sources, name);
      if (own.length === 0 || cited.length === 0) continue;
      expect([name, cited.flatMap(doisOf).some((doi) => own.includes(doi))]).toEqual([name, true]);
    }
  });

  it("are none for a method that a caller passed in, whatever its name", () => {
    for (const name of ["my-own", "toString", "__proto__", "constructor", null, 3, undefined])
      expect(sourcesOf(pooling.TAU_SQUARED_SOURCES, name)).toEqual([]);
  });
});

describe("a paragraph with citations", () => {
  it("numbers sources as they first come, each once, before the full stop", () => {
    const { text, references } = citedParagraph([
      { sentence: "One.", references: ["B"] },
      { sentence: "Two.", references: [] },
      { sentence: "Three.", references: ["C", "B", "C"] },
    ]);
    expect(text).toBe("One [1]. Two. Three [1,2].");
    expect(references).toEqual(["B", "C"]);
  });

  it("may be empty", () => {
    expect(citedParagraph([])).toEqual({ text: "", references: [] });
  });
});
