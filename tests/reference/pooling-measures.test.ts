import { describe, expect, it } from "vitest";
import type {
  EffectMeasure,
  EffectMeasureOptions,
} from "../../src/pooling/effect-measures/effect-measure.ts";
import {
  backTransformFreemanTukey,
  backTransforms,
  effectMeasures,
  freemanTukey,
  freemanTukeyProportion,
} from "../../src/pooling/effect-measures/index.ts";
import {
  cochranMantelHaenszelTest,
  mantelHaenszelOddsRatio,
  mantelHaenszelRiskDifference,
  mantelHaenszelRiskRatio,
  poolMantelHaenszel,
  poolPeto,
  taroneTest,
} from "../../src/pooling/two-groups/index.ts";
import type { SeriesSummary } from "../../src/schema/series.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

// 15 printed digits, and the roundings of a gamma function and a few sums.
const closedForm = 1e-12;

function measureOf(name: string): EffectMeasure {
  return effectMeasures.find((measure) => measure.name === name)!;
}

function expectEffects(
  name: string,
  summaries: readonly SeriesSummary[],
  options: EffectMeasureOptions,
  { yi, vi }: { yi: number[]; vi: number[] },
): void {
  const series = summaries.map((summary, i) => ({ series: `Series ${i + 1}`, summary }));
  const effects = measureOf(name).computeAll(series, options);
  expectRelative(
    effects.map((effect) => effect!.estimate),
    yi,
    closedForm,
    "estimate",
  );
  expectRelative(
    effects.map((effect) => effect!.variance),
    vi,
    closedForm,
    "variance",
  );
}

/** metafor's arguments in our columns. In pooling.json every sd1i belongs to m1i, but where changes are standardized by it. */
const COLUMNS: Record<string, string> = {
  m1i: "mean",
  sd1i: "sd",
  n1i: "n",
  m2i: "mean_control",
  sd2i: "sd_control",
  n2i: "n_control",
  mi: "mean",
  sdi: "sd",
  ni: "n",
  xi: "events",
  ti: "time",
  ai: "events",
  ci: "events_control",
  ri: "correlation",
};
const CHANGE: Record<string, string> = {
  m1i: "mean_after",
  m2i: "mean_before",
  sd1i: "sd_after",
  sd2i: "sd_before",
};
const SWAPPED: Record<string, string> = { ...CHANGE, sd1i: "sd_before", sd2i: "sd_after" };

function columnsOf({ id, inputs }: ReferenceEntry): Record<string, string> {
  if (!id.startsWith("escalc.prepost.")) return COLUMNS;
  return { ...COLUMNS, ...(inputs.measure.startsWith("SMCR") ? SWAPPED : CHANGE) };
}

function rows(entry: ReferenceEntry): SeriesSummary[] {
  const columns = columnsOf(entry);
  const given = Object.entries<number[]>(entry.inputs).filter(
    ([argument]) => columns[argument] !== undefined,
  );
  return given[0]![1].map((_, i) =>
    Object.fromEntries(given.map(([argument, values]) => [columns[argument]!, values[i]!])),
  );
}

function optionsOf({ vtype, add, to }: { vtype?: string; add?: number; to?: "all" }): EffectMeasureOptions {
  return {
    ...(vtype !== undefined && { variance: vtype }),
    ...(add !== undefined && { zeros: { add, ...(to && { to }) } }),
  };
}

describe("effect measures agree with metafor's escalc", () => {
  it.each(referenceEntries("pooling.json", /^escalc\./))("$id", (entry) => {
    expectEffects(entry.inputs.measure, rows(entry), optionsOf(entry.inputs), entry.outputs);
  });

  it.each(referenceEntries("pooling-measures.json", /^escalc\./))("$id of pooling-measures.R", (entry) => {
    const { measure, ...options } = entry.inputs.options;
    expectEffects(measure, entry.inputs.series, options, entry.outputs);
  });

  it("covers every measure of the registry but the three of percent relief", () => {
    const tested = new Set(
      referenceEntries("pooling-measures.json", /^escalc\./).map(({ inputs }) => inputs.options.measure),
    );
    const untested = effectMeasures.filter(({ name }) => !tested.has(name)).map(({ group }) => group);
    expect(untested).toEqual(["percent relief", "percent relief", "percent relief"]);
  });
});

describe("pools of fourfold tables agree with metafor's rma.mh and rma.peto", () => {
  const measures = {
    OR: mantelHaenszelOddsRatio,
    RR: mantelHaenszelRiskRatio,
    RD: mantelHaenszelRiskDifference,
  };
  // Sums and differences of thirteen large counts; 15 printed digits.
  const sums = 1e-11;

  it.each(referenceEntries("pooling-measures.json", /^rma\./))("$id", ({ id, inputs, outputs }) => {
    const measure = measures[id.slice(-2) as keyof typeof measures];
    const pool = measure ? poolMantelHaenszel(inputs.series, { measure }) : poolPeto(inputs.series);
    const { estimate, standardError, lower, upper } = pool.estimates[0]!;
    expectRelative(
      [estimate!, standardError!, lower!, upper!, pool.heterogeneity.q],
      [outputs.est, outputs.se, outputs.ci_lb, outputs.ci_ub, outputs.QE],
      sums,
    );
    // In Peto's pool metafor adds halves for the log likelihood, though not for Q; here they are nowhere.
    if (measure || id.endsWith("bcg")) expectRelative([pool.fit.logLikelihood], [outputs.ll], sums);
    // A tail of 1e-75 carries the relative error of its argument a hundred times over.
    expectRelative([pool.heterogeneity.pValue!], [outputs.QEp], 1e-9);
  });

  it.each(referenceEntries("pooling-measures.json", /^rma\.mh\.\w+\.OR/))(
    "$id: tests",
    ({ id, inputs, outputs }) => {
      const effect = cochranMantelHaenszelTest(inputs.series, { continuity: !id.includes("uncorrected") });
      const spread = taroneTest(inputs.series);
      expectRelative([effect.statistic, spread.statistic], [outputs.MH, outputs.TA], sums);
      expectRelative([effect.pValue, spread.pValue], [outputs.MHp, outputs.TAp], 1e-9);
    },
  );

  it("rma.mh.bcg.OR and rma.peto.bcg of the shared values, on the tables of dat.bcg", () => {
    const [{ inputs }] = referenceEntries("pooling-measures.json", /^rma\.peto\.bcg/) as [ReferenceEntry];
    const [oddsRatio] = referenceEntries("pooling.json", /^rma\.mh\.bcg\.OR$/) as [ReferenceEntry];
    const [peto] = referenceEntries("pooling.json", /^rma\.peto\.bcg$/) as [ReferenceEntry];
    const both = [
      { pool: poolMantelHaenszel(inputs.series), outputs: oddsRatio.outputs },
      { pool: poolPeto(inputs.series), outputs: peto.outputs },
    ];
    for (const { pool, outputs } of both) {
      const { estimate, standardError } = pool.estimates[0]!;
      expectRelative(
        [estimate!, standardError!, pool.heterogeneity.q],
        [outputs.est, outputs.se, outputs.QE],
        sums,
      );
    }
    expectRelative(
      [cochranMantelHaenszelTest(inputs.series).statistic, taroneTest(inputs.series).statistic],
      [oddsRatio.outputs.MH, oddsRatio.outputs.TA],
      sums,
    );
  });
});

describe("the double arcsine agrees with metafor's", () => {
  it.each(referenceEntries("pooling.json", /^ipft\./))("$id", ({ inputs: { xi, ni }, outputs }) => {
    const value = freemanTukey(xi, ni);
    expectRelative(
      [value, value, freemanTukeyProportion(value, ni)],
      [outputs.pft_metafor, outputs.pft_check, outputs.inverse],
      closedForm,
    );
  });

  it.each(referenceEntries("pooling.json", /^pft\./))("$id: exactly 0, and said to be wrong", (entry) => {
    const { xi, ni } = entry.inputs;
    const { est_ft, tau2, hm, sin2, study_props } = entry.outputs;
    const summaries: { events: number; n: number }[] = xi.map((events: number, i: number) => ({
      events,
      n: ni[i],
    }));
    const effects = summaries.map((summary) => measureOf("PFT").compute(summary));
    const weights = effects.map(({ variance }) => 1 / (variance + tau2));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const estimate = effects.reduce((sum, effect, i) => sum + weights[i]! * effect.estimate, 0) / total;
    // The entry's τ² is that of an iteration.
    expectRelative([estimate], [est_ft], 1e-10);
    const half = 1.96 / Math.sqrt(total);
    const pooled = { estimate, lower: estimate - half, upper: estimate + half };
    const found = backTransformFreemanTukey(pooled, summaries);
    expect([found.estimate, found.lower, found.upper]).toEqual(hm);
    expect(found.warnings.map(({ code }) => code)).toEqual([
      "freeman-tukey-back-transform",
      "freeman-tukey-boundary",
    ]);
    const plain = backTransforms.find(({ name }) => name === "sin-squared")!.apply(estimate);
    expectRelative([plain], [sin2], 1e-10);
    expectRelative(
      summaries.map(({ events, n }) => events / n),
      study_props,
      closedForm,
    );
  });
});
