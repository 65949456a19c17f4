import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../src/errors.ts";
import type { EffectMeasure } from "../../src/pooling/effect-measures/effect-measure.ts";
import { backTransforms, effectMeasures } from "../../src/pooling/effect-measures/index.ts";
import type { SeriesSummary } from "../../src/schema/series.ts";

const seed = 20040601;

/** Sound numbers for every column that any measure asks for. */
const SOUND: SeriesSummary = {
  n: 9,
  mean: 3.1,
  sd: 1.2,
  n_control: 7,
  mean_control: 6.7,
  sd_control: 1.5,
  mean_before: 7.9,
  mean_after: 2.1,
  sd_before: 0.9,
  sd_after: 1.1,
  correlation: 0.3,
  events: 4,
  events_control: 3,
  time: 2.5,
  time_control: 3,
  mean_percent: 73.4,
  sd_percent: 15,
  mean_log_ratio: -1.3,
  sd_log_ratio: 0.6,
};

function summaryOf(measure: EffectMeasure, changed: Partial<SeriesSummary> = {}): SeriesSummary {
  const all = { ...SOUND, ...changed };
  return Object.fromEntries(measure.needs.map((column) => [column, all[column]!]));
}

const nasty = fc.constantFrom(
  ...[0, -0, 1, 2, 3, -1, 0.5, 1.5, 4, 7, 9, 100, 1e-300, 1e300, -5, Number.NaN, Infinity, -Infinity],
);

describe("the registry of effect measures", () => {
  it("has a name of its own for each: metafor's, or ours in kebab case", () => {
    const names = effectMeasures.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^([A-Z]+|relief(-[a-z]+)+)$/);
  });

  it("names a back-transformation that exists", () => {
    const known = backTransforms.map(({ name }) => name);
    expect(effectMeasures.filter(({ backTransform }) => !known.includes(backTransform))).toEqual([]);
  });
});

describe("the scale that people read", () => {
  it.each(effectMeasures.map((measure) => [measure.name, measure] as const))(
    "of %s has a name, and its value of no effect is 0 before it is turned back",
    (_, { natural, backTransform }) => {
      expect(natural.label).toMatch(/^[A-Z]/u);
      const back = backTransforms.find(({ name }) => name === backTransform)!;
      if (natural.noEffect !== null) expect(back.apply(0)).toBe(natural.noEffect);
      if (natural.axis === "log") expect(backTransform).toBe("exp");
      expect(back.unit === "").toBe(backTransform === "identity");
    },
  );
});

describe.each(effectMeasures.map((measure) => [measure.name, measure] as const))("%s", (_, measure) => {
  it("gives a finite effect with a variance above 0, by every variance type", () => {
    for (const { name, label, reference } of measure.varianceTypes) {
      const { estimate, variance, notes } = measure.compute(summaryOf(measure), { variance: name });
      expect(Number.isFinite(estimate)).toBe(true);
      expect(variance).toBeGreaterThan(0);
      expect(notes).toEqual([]);
      expect(label.length).toBeGreaterThan(5);
      expect(reference.length).toBeGreaterThan(5);
    }
  });

  it("never gives a number that is none: a finite effect, or an error that names the series", () => {
    const summaries = fc.record(Object.fromEntries(measure.needs.map((column) => [column, nasty])));
    fc.assert(
      fc.property(summaries, (summary) => {
        try {
          const [effect] = measure.computeAll([{ series: "Kizawa 2006", summary }]);
          return Number.isFinite(effect!.estimate) && effect!.variance > 0 && effect!.variance < Infinity;
        } catch (error) {
          const named = error instanceof InputError || error instanceof EstimationError;
          return named && error.message.includes("Kizawa 2006") && error.message.includes(measure.name);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it("lists every column that is missing", () => {
    const error = new RegExp(`"${measure.name}" needs ${measure.needs.join(", ")}`);
    expect(() => measure.compute({})).toThrow(error);
  });

  it("refuses a variance type it doesn't have, and options it has no use for", () => {
    const summary = summaryOf(measure);
    expect(() => measure.compute(summary, { variance: "XX" })).toThrow(RangeError);
    if (measure.biasCorrection === null)
      expect(() => measure.compute(summary, { biasCorrection: true })).toThrow(RangeError);
    if (measure.zeros === null)
      expect(() => measure.compute(summary, { zeros: { to: "all" } })).toThrow(RangeError);
  });

  it("gives each series what it gives it alone, where its variance needs no average", () => {
    const other = summaryOf(measure, { n: 12, n_control: 8, events: 5, time: 4 });
    const named = [summaryOf(measure), other].map((summary, i) => ({ series: `Series ${i}`, summary }));
    expect(measure.computeAll(named)).toEqual(named.map(({ summary }) => measure.compute(summary)));
  });
});

/** What the other group, or the other time, is called. */
const MIRROR: Record<string, string> = {
  n: "n_control",
  mean: "mean_control",
  sd: "sd_control",
  events: "events_control",
  time: "time_control",
};
const mirrored = effectMeasures.filter(({ needs }) => needs.some((column) => column.endsWith("_control")));

describe("measures of two groups", () => {
  it.each(mirrored.map((measure) => [measure.name, measure] as const))(
    "%s changes its sign and nothing else when the groups change places",
    (_, measure) => {
      const summary = summaryOf(measure);
      const swapped = Object.fromEntries(
        Object.entries(MIRROR)
          .filter(([column]) => summary[column] !== undefined)
          .flatMap(([column, other]) => [
            [column, summary[other]!],
            [other, summary[column]!],
          ]),
      );
      const [there, back] = [measure.compute(summary), measure.compute(swapped)];
      expect(back.estimate).toBeCloseTo(-there.estimate, 12);
      expect(back.variance).toBeCloseTo(there.variance, 12);
    },
  );
});

describe("back-transformations", () => {
  it.each(backTransforms.map((one) => [one.name, one] as const))("%s is monotone and finite", (_, one) => {
    const values = Array.from({ length: 81 }, (_unused, i) => one.apply(-4 + i / 10, 7));
    for (const [i, value] of values.entries()) {
      expect(Number.isFinite(value)).toBe(true);
      if (i > 0) expect((value - values[i - 1]!) * (one.decreasing ? -1 : 1)).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(["PR", "PLN", "PLO", "PAS", "PFT"])("%s leads back to 4 of 9", (name) => {
    const measure = effectMeasures.find((one) => one.name === name)!;
    const back = backTransforms.find((one) => one.name === measure.backTransform)!;
    expect(back.apply(measure.compute({ events: 4, n: 9 }).estimate, 9)).toBeCloseTo(4 / 9, 14);
  });

  it.each(["IR", "IRLN", "IRS", "IRFT"])("%s leads back to 4 in 2.5 years", (name) => {
    const measure = effectMeasures.find((one) => one.name === name)!;
    const back = backTransforms.find((one) => one.name === measure.backTransform)!;
    expect(back.apply(measure.compute({ events: 4, time: 2.5 }).estimate, 2.5)).toBeCloseTo(1.6, 14);
  });

  it("refuses the double arcsine without a number of patients", () => {
    const double = backTransforms.filter(({ size }) => size !== null);
    expect(double.map(({ size }) => size)).toEqual(["n", "time"]);
    for (const { apply } of double) expect(() => apply(0.5)).toThrow(RangeError);
  });
});
