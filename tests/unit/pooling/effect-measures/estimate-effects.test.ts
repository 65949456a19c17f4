import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../../src/errors.ts";
import {
  effectMeasures,
  estimateEffects,
  logitProportion,
  logProportion,
  oddsRatio,
  reliefLogRatio,
  reliefMeanOfRatios,
  reliefRatioOfMeans,
  standardizedMeanDifference,
} from "../../../../src/pooling/effect-measures/index.ts";
import type { Series, SeriesSummary } from "../../../../src/schema/series.ts";

function series(name: string, summary: SeriesSummary): Series {
  return { series: name, summary, overlaps: [], moderators: {}, note: null };
}

function issuesOf(run: () => unknown): readonly { path: string; column?: string; message: string }[] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
  }
  throw new Error("no InputError");
}

describe("effects of several series", () => {
  it("keeps names, patients, overlaps and moderators", () => {
    const one: Series = {
      ...series("Humă 2020", { events: 9, n: 12 }),
      overlaps: ["Kizawa 2006"],
      moderators: { dose: 2 },
    };
    const { effects, leftOut, warnings } = estimateEffects([one], logitProportion);
    expect(effects).toEqual([
      {
        estimate: Math.log(3),
        variance: 1 / 9 + 1 / 3,
        series: "Humă 2020",
        n: 12,
        overlaps: ["Kizawa 2006"],
        moderators: { dose: 2 },
      },
    ]);
    expect([leftOut, warnings]).toEqual([[], []]);
  });

  it("says where a half was added", () => {
    const { effects, warnings } = estimateEffects(
      [series("Kizawa 2006", { events: 5, n: 5 })],
      logitProportion,
    );
    expect(effects[0]!.estimate).toBeCloseTo(Math.log(11), 14);
    expect(warnings).toEqual([
      { code: "added-to-counts", message: "0.5 was added to each count of Kizawa 2006" },
    ]);
  });

  it("leaves out series that tell nothing where asked to, and says so", () => {
    const table = (events: number, events_control: number): SeriesSummary => ({
      events,
      n: 6,
      events_control,
      n_control: 7,
    });
    const all = [series("A", table(3, 2)), series("B", table(0, 0)), series("C", table(6, 7))];
    const found = estimateEffects(all, oddsRatio, { zeros: { dropUninformative: true } });
    expect(found.effects.map((effect) => effect.series)).toEqual(["A"]);
    expect(found.effects[0]!.n).toBe(13);
    expect(found.leftOut.map((one) => one.series)).toEqual(["B", "C"]);
    expect(estimateEffects(all, oddsRatio).effects.length).toBe(3);
    expect(() => oddsRatio.compute(table(0, 0), { zeros: { dropUninformative: true } })).toThrow(
      EstimationError,
    );
  });

  it("lists every unsound number of every series", () => {
    const bad = { mean: 3, sd: 0, n: 1, mean_control: 4, sd_control: 1, n_control: 5 };
    const issues = issuesOf(() =>
      estimateEffects(
        [series("A", bad), series("B", { ...bad, n: 2.5, sd: -1 })],
        standardizedMeanDifference,
      ),
    );
    expect(issues.map(({ path, column }) => [path, column])).toEqual([
      ["A", "n"],
      ["A", "sd"],
      ["B", "n"],
      ["B", "sd"],
    ]);
    expect(issues[0]!.message).toBe('"SMD" needs n to be a whole number of at least 2, got 1');
  });

  it("refuses more events than patients", () => {
    const issues = issuesOf(() => estimateEffects([series("A", { events: 6, n: 5 })], logitProportion));
    expect(issues).toEqual([
      { path: "A", column: "events", message: '"PLO" needs events to be at most n = 5, got 6' },
    ]);
  });

  it("names the series that has no log without a half", () => {
    const run = (): unknown =>
      estimateEffects([series("A", { events: 0, n: 5 })], logProportion, { zeros: { to: "none" } });
    expect(run).toThrow(EstimationError);
    expect(run).toThrow(/"PLN" of A: .* got events 0, n 5$/);
  });

  it("refuses an amount below 0 and an unknown rule for zeros", () => {
    const run = (zeros: object): unknown => logitProportion.compute({ events: 1, n: 5 }, { zeros });
    expect(() => run({ add: -1 })).toThrow(RangeError);
    expect(() => run({ to: "some" })).toThrow(RangeError);
  });
});

describe("percent relief, which is three different quantities", () => {
  const ofPercent = { mean_percent: 73.4, sd_percent: 15, n: 5 };
  const ofMeans = {
    n: 5,
    mean_before: 7.9,
    mean_after: 2.1,
    sd_before: 0.9,
    sd_after: 1.1,
    correlation: 0.3,
  };

  it("is a fraction as a mean of ratios, and a log as the other two", () => {
    const ratios = reliefMeanOfRatios.compute(ofPercent);
    expect(ratios.estimate).toBeCloseTo(0.734, 14);
    expect(ratios.variance).toBeCloseTo(0.0045, 14);
    expect(reliefRatioOfMeans.compute(ofMeans).estimate).toBeCloseTo(Math.log(2.1 / 7.9), 14);
    const log = reliefLogRatio.compute({ mean_log_ratio: -1.3, sd_log_ratio: 0.6, n: 5 });
    expect(log.estimate).toBe(-1.3);
    expect(log.variance).toBeCloseTo(0.072, 14);
  });

  it("is never turned from one into another: columns of another quantity are refused, with its name", () => {
    const run = (): unknown =>
      estimateEffects([series("A", ofMeans), series("B", ofPercent)], reliefRatioOfMeans, {
        others: effectMeasures,
      });
    expect(issuesOf(run)).toEqual([
      {
        path: "B",
        message:
          '"relief-ratio-of-means" needs n, mean_before, mean_after, sd_before, sd_after, correlation, found mean_percent, sd_percent, n, which suit relief-mean-of-ratios: other quantities, not to be mixed',
      },
    ]);
  });

  it("is never above 100 %", () => {
    expect(() => reliefMeanOfRatios.compute({ ...ofPercent, mean_percent: 101 })).toThrow(
      /at most 100, got 101/,
    );
  });
});

describe("bias correction", () => {
  const groups = { mean: 3, sd: 2, n: 3, mean_control: 5, sd_control: 2, n_control: 3 };

  it("turns d = −1 into g by Hedges' exact factor for 4 degrees of freedom", () => {
    expect(standardizedMeanDifference.compute(groups, { biasCorrection: false }).estimate).toBe(-1);
    // Γ(2)/(√2 Γ(3/2)) = √(2/π)
    expect(standardizedMeanDifference.compute(groups).estimate).toBeCloseTo(-Math.sqrt(2 / Math.PI), 14);
  });

  it.each(["SMD", "SMDH", "SMCC", "SMCR", "SMCRH", "CVR", "VR", "CVLN", "SDLN"])(
    "%s can do without",
    (name) => {
      const measure = effectMeasures.find((one) => one.name === name)!;
      const summary = {
        ...groups,
        n: 6,
        mean_before: 8,
        mean_after: 3,
        sd_before: 1,
        sd_after: 2,
        correlation: 0.2,
      };
      for (const { name: variance } of measure.varianceTypes) {
        const with_ = measure.compute(summary, { variance });
        const without = measure.compute(summary, { variance, biasCorrection: false });
        expect(without.estimate).not.toBe(with_.estimate);
        expect(without.variance).toBeGreaterThanOrEqual(with_.variance);
      }
    },
  );
});
