import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import {
  fitRelapse,
  fitRelapseRange,
  flatRelapsePriors,
  relapseModels,
} from "../../../../src/relapse/index.ts";
import { relapseResultSchema } from "../../../../src/schema/relapse-result.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { exactRows } from "../../../helpers/relapse-rows.ts";

const priors = flatRelapsePriors;
const quoted = { n: 5, minimum: 2, maximum: 6 };

describe("persisted 2 to 6 months in 5 patients", () => {
  it.each(relapseModels)("$name: a median with limits and the next patient, in a valid result", (model) => {
    for (const options of [{}, { priors }]) {
      const result = fitRelapseRange(quoted, { timeUnit: "month", model, ...options });
      const [median, next] = [result.estimates[0]!, result.estimates.at(-1)!];
      expect(median.lower!).toBeLessThan(median.estimate!);
      expect(median.upper!).toBeGreaterThan(median.estimate!);
      expect(next.parameter).toBe("nextRelapse");
      expect(next.upper! - next.lower!).toBeGreaterThan(median.upper! - median.lower!);
      expect(relapseResultSchema.safeParse(result).success).toBe(true);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }
  });

  it("knows the median less well than five exact times, whose likelihood it averages", () => {
    const range = fitRelapseRange(quoted, { priors }).working!.matrix![0]![0]!;
    const times = fitRelapse(exactRows(2, 3, 4, 5, 6), { priors }).working!.matrix![0]![0]!;
    expect(range).toBeGreaterThan(times);
  });
});

describe("the likelihood of a range", () => {
  it("is that of both times where there are two, but for the factor 2", () => {
    const [range, rows] = [
      fitRelapseRange({ n: 2, minimum: 2, maximum: 6 }, { priors }),
      fitRelapse(exactRows(2, 6), { priors }),
    ];
    expect(range.fit!.logLikelihood).toBeCloseTo(rows.fit!.logLikelihood + Math.LN2, 9);
    expectRelative(range.working!.mode, rows.working!.mode, 1e-7);
  });

  it("integrates to 1 over both times", () => {
    // At the mode of one range, the density of every other, by means over the triangle 0 < a < b < 40.
    const result = fitRelapseRange(quoted, { priors });
    const [m, s] = result.working!.mode as [number, number];
    const k = Math.exp(s);
    const survival = (t: number): number => 2 ** -((t / Math.exp(m)) ** k);
    const density = (t: number): number => ((Math.LN2 * k) / t) * (t / Math.exp(m)) ** k * survival(t);
    const joint = (a: number, b: number): number =>
      20 * density(a) * density(b) * (survival(a) - survival(b)) ** 3;
    expect(Math.log(joint(2, 6))).toBeCloseTo(result.fit!.logLikelihood, 9);
    const { uniform } = randomStream(1);
    let sum = 0;
    for (let i = 0; i < 200_000; i++) {
      const [a, b] = [14 * uniform(), 14 * uniform()];
      sum += joint(Math.min(a, b), Math.max(a, b));
    }
    // Half the square is the triangle; the mean of 200,000 has an error of about 1 %.
    expect((sum / 200_000) * 0.5 * 14 * 14).toBeCloseTo(1, 1);
  });

  it("takes equal ends as n equal times: refused by maximum likelihood, answered under priors", () => {
    const equal = { n: 5, minimum: 6, maximum: 6 };
    expect(() => fitRelapseRange(equal, { priors })).toThrow(EstimationError);
    const row = fitRelapseRange(equal, { timeUnit: "month" }).estimates[0]!;
    const rows = fitRelapse(exactRows(6, 6, 6, 6, 6), { timeUnit: "month" }).estimates[0]!;
    expectRelative(
      [row.estimate!, row.lower!, row.upper!],
      [rows.estimate!, rows.lower!, rows.upper!],
      1e-12,
    );
  });

  it.each([
    { n: 1, minimum: 2, maximum: 6 },
    { n: 5, minimum: 6, maximum: 2 },
    { n: 5, minimum: 0, maximum: 2 },
  ])("refuses %j", (range) => {
    expect(() => fitRelapseRange(range)).toThrow(RangeError);
  });
});
