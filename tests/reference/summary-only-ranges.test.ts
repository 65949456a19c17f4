import { describe, expect, it } from "vitest";
import {
  boxCoxConversion,
  hozo,
  luo,
  meanFromRange,
  normalOrderStatistics,
  quantileEstimation,
  type RangeConversion,
  rangeOverFour,
  shi,
  unknownNonNormal,
  walterYao,
  wan,
} from "../../src/pooling/index.ts";
import { quantileFits } from "../../src/pooling/summary-only/range-conversions/quantile-estimation.ts";
import type { RangeSummary } from "../../src/pooling/summary-only/range-conversions/range-conversion.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

const entries = referenceEntries("pooling.json", /^range\./u).map((one) => [one.id, one] as const);

function summaryOf({ inputs }: ReferenceEntry): RangeSummary {
  const { n, min, median, max } = inputs;
  return { n, minimum: min, median, maximum: max, lowerQuartile: Number.NaN, upperQuartile: Number.NaN };
}

function converted(conversion: RangeConversion, entry: ReferenceEntry): number[] {
  const { mean, sd } = conversion.scenarios.range!(summaryOf(entry));
  return [mean, sd].filter((value): value is number => value !== null);
}

describe.each(entries)("%s against the published formulas and estmeansd", (_, entry) => {
  const { inputs, outputs } = entry;
  const tolerance = 1e-12;

  it("has the same closed forms", () => {
    expectRelative(converted(wan, entry), [outputs.wan_mean, outputs.wan_sd], tolerance);
    expectRelative(converted(luo, entry), [outputs.luo_mean], tolerance);
    expectRelative(converted(shi, entry), [outputs.shi_equals_wan_form], tolerance);
    expect(hozo.scenarios.range!(summaryOf(entry)).sd).toBeCloseTo(outputs.hozo_sd, 12);
    expectRelative(converted(rangeOverFour, entry), [(inputs.max - inputs.min) / 4], tolerance);
  });

  it("has the same mean range of normal values", () => {
    expectRelative(converted(normalOrderStatistics, entry), [outputs.sd_d2], tolerance);
    // Three decimals of a factor of .25 to .43.
    expectRelative(converted(walterYao, entry), [outputs.sd_d2], 2e-3);
  });

  it("has the same bounds by algebra without the median", () => {
    const [row] = meanFromRange({ n: inputs.n, minimum: inputs.min, maximum: inputs.max }).conversions;
    expectRelative([row!.meanLower!, row!.meanUpper!], outputs.mean_bounds, tolerance);
    expectRelative(
      [row!.sdLower!, row!.sdUpper!],
      [outputs.algebraic_sd_min, outputs.algebraic_sd_max],
      tolerance,
    );
  });

  it("has the same Box–Cox answer, but for the other's draws", () => {
    const [mean, sd] = converted(boxCoxConversion, entry);
    const error = sd! / Math.sqrt(inputs.n + 1000);
    expectAbsolute([mean!], [outputs.bc[0]], 3 * error);
    expectAbsolute([sd!], [outputs.bc[1]], 3 * error);
  });

  it("has the same answer for unknown non-normal values, but for the other's draws", () => {
    const [mean, sd] = converted(unknownNonNormal, entry);
    const error = sd! / Math.sqrt(10_000);
    expectAbsolute([mean!], [outputs.mln[0]], 3 * error);
    expectAbsolute([sd!], [outputs.mln[1]], 3 * error);
  });

  it("is at least as near to the printed numbers as estmeansd, and the same where its searches end well", () => {
    const [mean, sd] = outputs.qe;
    const fits = quantileFits("range", summaryOf(entry));
    // The other search stops at a relative 1e-8 of the distance, which leaves the parameters these errors.
    const tolerances: Record<string, number> = { "range.n10_1_4_9": 5e-5, "range.n25_10_40_95": 2e-3 };
    const near = tolerances[entry.id] ?? 1e-6;
    const same = fits.filter(
      (fit) => Math.abs(fit.mean / mean - 1) < near && Math.abs(fit.sd / sd - 1) < near,
    );
    expect(same).toHaveLength(1);
    expect(fits[0]!.distance).toBeLessThanOrEqual(same[0]!.distance);
    const [ownMean, ownSd] = converted(quantileEstimation, entry);
    expect([ownMean, ownSd]).toEqual([fits[0]!.mean, fits[0]!.sd]);
    // At 1, 4 and 9 estmeansd's search for the Weibull breaks off ("L-BFGS-B needs finite values"), so that it takes the gamma,
    // six times as far from the printed numbers.
    expect(fits[0]!.family === same[0]!.family).toBe(entry.id !== "range.n10_1_4_9");
  });
});

describe("a conversion outside the feasible set", () => {
  function refused(median: number, label: string): string[] {
    const { warnings } = meanFromRange({ n: 5, minimum: 2, median, maximum: 6 });
    return warnings
      .filter(({ code, message }) => code === "impossible-conversion" && message.startsWith(label))
      .map(({ message }) => message);
  }

  it("is refused with the impossible value", () => {
    expect(refused(3, "Quantile estimation").join(" ")).toContain("standard deviation 3.438,");
    expect(refused(3, "A quarter of the range").join(" ")).toContain("standard deviation 1,");
    // 1.01 by the draws of estmeansd, 1.03 by quadrature: the moments themselves are held to mpmath in power-normal.test.ts.
    expect(refused(5, "Box–Cox").join(" ")).toContain("standard deviation 1.029,");
    expect(refused(3, "Box–Cox")).toEqual([]);
  });

  it("has no mean or no standard deviation in its row", () => {
    const { conversions } = meanFromRange({ n: 5, minimum: 2, median: 3, maximum: 6 });
    const row = conversions.find(({ method }) => method === "quantile-estimation")!;
    expect([row.mean, row.sd]).toEqual([null, null]);
    expectRelative(
      [row.meanLower!, row.meanUpper!, row.sdLower!, row.sdUpper!],
      [3.2, 4, 1.5, Math.sqrt(4.2)],
      1e-12,
    );
  });
});
