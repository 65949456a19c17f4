import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/errors.ts";
import { binomial } from "../../../../src/math/distributions/binomial.ts";
import {
  blaker,
  clopperPearson,
  logit,
  proportionInterval,
  proportionIntervals,
  proportionMethods,
  sterne,
  wald,
} from "../../../../src/pooling/index.ts";

const percent = (x: number | null): number => Math.round(1000 * x!) / 10;

describe("the interval for a proportion", () => {
  it("is Wilson's unless asked otherwise: 18 of 22 is 61.5 to 92.7 %", () => {
    const { lower, upper, method, level, estimate, warnings } = proportionInterval(18, 22);
    expect([percent(lower), percent(upper), method, level]).toEqual([61.5, 92.7, "wilson", 0.95]);
    expect([estimate, warnings]).toEqual([18 / 22, []]);
    const exact = proportionInterval(18, 22, { method: clopperPearson });
    expect([percent(exact.lower), percent(exact.upper)]).toEqual([59.7, 94.8]);
  });

  it("keeps its level at 5 of 5: 56.6 to 100 %, by Clopper and Pearson 47.8 to 100 %", () => {
    const rows = proportionIntervals(5, 5);
    expect([percent(rows[0]!.lower), rows[0]!.upper]).toEqual([56.6, 1]);
    expect([percent(rows[1]!.lower), rows[1]!.upper]).toEqual([47.8, 1]);
    expect(rows[1]!.lower).toBeCloseTo(0.025 ** 0.2, 14);
  });

  it("lists all methods in the registry's order", () => {
    expect(proportionIntervals(3, 9).map(({ method }) => method)).toEqual(
      proportionMethods.map(({ name }) => name),
    );
    expect(proportionIntervals(3, 9, { methods: [blaker], level: 0.8 }).map(({ level }) => level)).toEqual([
      0.8,
    ]);
  });

  it("has no standard error at 0 of n, and says so", () => {
    const { standardError, warnings } = proportionInterval(0, 5);
    expect([standardError, warnings.map(({ code }) => code)]).toEqual([null, ["no-standard-error"]]);
    expect(proportionInterval(1, 5).standardError).toBeCloseTo(Math.sqrt(0.032), 14);
  });

  it("has no limits on the logit scale at 5 of 5, and says so", () => {
    const { lower, upper, bound, warnings } = proportionInterval(5, 5, { method: logit });
    expect([lower, upper, bound]).toEqual([null, null, "open"]);
    expect(warnings.map(({ code }) => code)).toContain("infinite-logit");
  });

  it("says that Wald's interval has no width at 0 of n", () => {
    expect(proportionInterval(0, 5, { method: wald }).warnings.map(({ code }) => code)).toContain("no-width");
  });

  it("is plain JSON", () => {
    const rows = proportionIntervals(0, 3);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });

  it("refuses counts that can't be, all of them", () => {
    expect(() => proportionInterval(6, 5)).toThrow("events: needs at most n = 5, got 6");
    expect(() => proportionInterval(-1, 0)).toThrow(/^events: .*\nn: /);
    expect(() => proportionInterval(1.5, 3)).toThrow(InputError);
    expect(() => proportionInterval(Number.NaN, 3)).toThrow(InputError);
    for (const level of [0, 1, 95, Number.NaN])
      expect(() => proportionInterval(1, 3, { level })).toThrow(RangeError);
  });
});

/** Probability of all counts that are no more usual, by the smaller tail or by their own probability. */
const PVALUES: Record<string, (events: number, n: number, p: number) => number> = {
  blaker: (events, n, p) => {
    const tail = (k: number): number => Math.min(binomial.cdf(k, n, p), binomial.survival(k - 1, n, p));
    return sum(n, (k) => (tail(k) <= tail(events) * (1 + 1e-12) ? binomial.density(k, n, p) : 0));
  },
  sterne: (events, n, p) => {
    const own = binomial.density(events, n, p) * (1 + 1e-12);
    return sum(n, (k) => (binomial.density(k, n, p) <= own ? binomial.density(k, n, p) : 0));
  },
};

function sum(n: number, term: (k: number) => number): number {
  return Array.from({ length: n + 1 }, (_, k) => term(k)).reduce((total, one) => total + one, 0);
}

describe.each([blaker, sterne])("the limits of $name", ({ name, interval }) => {
  it("hold every proportion that the test doesn't reject, and no more", () => {
    const pValue = PVALUES[name]!;
    for (const n of [1, 4, 9, 16]) {
      for (let events = 0; events <= n; events++) {
        for (const level of [0.8, 0.95]) {
          const { lower, upper } = interval(events, n, level);
          const grid = Array.from({ length: 1001 }, (_, i) => i / 1000);
          const outside = grid.filter((p) => p < lower! - 1e-12 || p > upper! + 1e-12);
          expect(outside.filter((p) => pValue(events, n, p) >= 1 - level)).toEqual([]);
          for (const limit of [lower!, upper!].filter((p) => p > 0 && p < 1)) {
            const inside = limit === lower ? limit + 1e-9 : limit - 1e-9;
            expect(pValue(events, n, inside)).toBeGreaterThanOrEqual(1 - level - 1e-7);
          }
        }
      }
    }
  });
});
