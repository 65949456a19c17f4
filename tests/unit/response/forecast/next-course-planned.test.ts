import { describe, expect, it } from "vitest";
import { sampleQuantile } from "../../../../src/math/descriptive/sample-quantile.ts";
import { sampleStandardDeviation } from "../../../../src/math/descriptive/sample-variance.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { type NextCourseOptions, nextCourse } from "../../../../src/response/forecast/next-course.ts";
import type { Estimate, ResponseResult } from "../../../../src/schema/index.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { drawnResult, plausibleDraws } from "../../../helpers/drawn-results.ts";

const course = { day: 120 };
const rowOf = (
  result: ResponseResult,
  parameter: string,
  options: NextCourseOptions = { course },
): Estimate => nextCourse(result, options).estimates.find((row) => row.parameter === parameter)!;
/** ln of the days after which relief R that wears off about T50 within D is .3 again, once onset is over. */
const logCrossing = (logit: number, logT50: number, logD: number): number => {
  const relief = 1 / (1 + Math.exp(-logit));
  return Math.log(Math.exp(logT50) + (Math.exp(logD) / Math.log(81)) * Math.log(relief / 0.3 - 1));
};
const [logit, logT50, logD] = [1.2, Math.log(105), Math.log(60)];
/** Nothing about this patient is unknown, and the onset is over within hours. */
const known = Array.from({ length: 400 }, () => [9, Math.log(0.8), logit, Math.log(0.1), logT50, logD]);

describe("a planned course after one course", () => {
  it("repeats the course seen where courses don't differ", () => {
    const draws = plausibleDraws(400, 1);
    const none = { course, spreads: {} };
    const answer = nextCourse(drawnResult({ draws }), none);
    const alone = nextCourse(drawnResult({ draws }), { today: 0, horizon: 5000 });
    const [crossing, , duration] = [alone.estimates[0]!, null, answer.estimates[2]!];
    expectAbsolute(
      [duration.lower!, duration.estimate!, duration.upper!],
      [crossing.lower!, crossing.estimate!, crossing.upper!],
      1e-5,
    );
    expect(answer.assumptions).toContain("The planned course acts as those before it.");
  });

  it("is drawn around it with the spreads of the set of priors: logit R .8, log T50 .3", () => {
    const random = randomStream(4);
    const reached: number[] = [];
    const n = 100_000;
    for (let i = 0; i < n; i++) {
      const own = logit + 0.8 * random.normal();
      const day = Math.exp(logCrossing(own, logT50 + 0.3 * random.normal(), logD));
      // Where T50 comes early relief may be below 30 % even at its best; such draws end before day 1 here.
      if (day > 1) reached.push(day);
    }
    const row = rowOf(drawnResult({ draws: known }), "courseDuration");
    const [lower, middle, upper] = [0.025, 0.5, 0.975].map((p) => sampleQuantile(reached, p));
    // 400 even points: the median to about a tenth of its random error of .06 sd, the tails to half of theirs of .13 sd.
    const sd = sampleStandardDeviation(reached)!;
    expectAbsolute([row.estimate!], [middle!], 0.02 * sd);
    expectAbsolute([row.lower!, row.upper!], [lower!, upper!], 0.15 * sd);
    expectRelative([row.standardError!], [sd], 0.03);
  });

  it("takes other spreads on request, and says which it took", () => {
    const wide = { course, spreads: { T50: 1 } };
    const result = drawnResult({ draws: known });
    const width = ({ lower, upper }: Estimate): number => upper! - lower!;
    expect(width(rowOf(result, "courseDuration", wide))).toBeGreaterThan(
      2 * width(rowOf(result, "courseDuration")),
    );
    const said = nextCourse(result, wide).assumptions.find((text) => text.includes("is drawn around"));
    expect(said).toMatch(
      /the one course seen, .* spreads from the options \(Half of the relief lost \(T50\): log sd 1\)/,
    );
    expect(nextCourse(result, { course }).assumptions.join(" ")).toMatch(/from the set of priors "default"/);
  });

  it("lasts at least as long with what is left of the course before as alone", () => {
    const result = drawnResult({ draws: known });
    const soon = nextCourse(result, { course: { day: 95 }, spreads: {} });
    const withCourse = soon.estimates[1]!;
    const alone = soon.estimates[2]!;
    expect(withCourse.estimate! - 95).toBeGreaterThan(alone.estimate!);
    const late = nextCourse(result, { course: { day: 1000 }, horizon: 2000 });
    // By then the first course leaves 1e-29 of its relief.
    expectAbsolute([late.estimates[1]!.estimate! - 1000], [late.estimates[2]!.estimate!], 1e-4);
  });

  it("gives the same bytes for the same seed, other ends for another, and needs none without a planned course", () => {
    const result = drawnResult({ draws: plausibleDraws(400, 3) });
    const bytes = (options: NextCourseOptions): string => JSON.stringify(nextCourse(result, options));
    expect(bytes({ course, seed: 5 })).toBe(bytes({ course, seed: 5 }));
    expect(rowOf(result, "courseDuration", { course, seed: 6 }).lower).not.toBe(
      rowOf(result, "courseDuration", { course, seed: 5 }).lower,
    );
    expect(bytes({ seed: 6 })).toBe(bytes({ seed: 5 }));
    expect(nextCourse(result).provenance.seed).toBeNull();
    expect(nextCourse(result, { course, seed: 5 }).provenance.seed).toBe(5);
  });
});

describe("a planned course after several", () => {
  const names = [
    ...[
      "baseline",
      "log residualSd",
      "log doseEffect",
      "mean logit relief",
      "logit relief 1",
      "logit relief 2",
    ],
    ...["log onsetHalfTime", "mean log T50", "log T50 1", "log T50 2", "log wearOffDuration"],
  ];
  const prior = (parameter: string, around: string, sd: number) => ({ parameter, mean: 0, around, sd });
  const priors = {
    set: "of my own",
    parameters: [prior("logit relief 1", "mean logit relief", 1e-9), prior("log T50 1", "mean log T50", 0.1)],
  };
  const draw = [9, Math.log(0.8), Math.log(1.5), logit, 0, 2, Math.log(0.1), logT50, 4, 5, logD];
  const result = drawnResult({
    draws: known.map(() => draw),
    names,
    days: [0, 80],
    doses: [1, 2],
    change: { priors },
  });
  const withDose = { ...result, provenance: { ...result.provenance, options: { doseOn: "T50" } } };

  it("is drawn around the patient's mean with the spreads of the fit", () => {
    const row = rowOf(result, "courseDuration");
    expectRelative([row.estimate!], [Math.exp(logCrossing(logit, logT50, logD))], 1e-3);
    const [low, high] = [-1.96, 1.96].map((z) => Math.exp(logCrossing(logit, logT50 + 0.1 * z, logD)));
    // Type 7 of 400 even points stands a little inside.
    expectRelative([row.lower!, row.upper!], [low!, high!], 0.01);
    expect(nextCourse(result, { course }).assumptions.join(" ")).toMatch(
      /patient's mean over 2 courses, with spreads from the fit/,
    );
  });

  it("lasts longer on a higher dose, by the factor of each doubling, where the fit has an effect of the dose", () => {
    const lasting = (doseGPerKg: number | null): number =>
      rowOf(withDose, "courseDuration", { course: { day: 120, doseGPerKg } }).estimate!;
    // The doses 1 and 2 have their mean, in doublings, at √2.
    const shift = (doublings: number): number =>
      Math.exp(logCrossing(logit, logT50 + Math.log(1.5) * doublings, logD));
    expectRelative([1, 2, 4, Math.SQRT2].map(lasting), [-0.5, 0.5, 1.5, 0].map(shift), 1e-3);
    expect(lasting(null)).toBe(lasting(Math.SQRT2));
    expect(rowOf(result, "courseDuration", { course: { day: 120, doseGPerKg: 4 } }).estimate).toBe(
      lasting(null),
    );
  });

  it("says what the dose does", () => {
    const said = (from: ResponseResult, doseGPerKg: number | null): string =>
      nextCourse(from, { course: { day: 120, doseGPerKg } }).assumptions.at(-1)!;
    expect(said(result, 4)).toBe("Its dose plays no part: the fit has no effect of the dose.");
    expect(said(withDose, 4)).toBe('Its dose is 4 g/kg, and shifts "T50" as far as the fit says.');
    expect(said(withDose, null)).toMatch(/^Its dose is the mean of the doses known/);
  });
});
