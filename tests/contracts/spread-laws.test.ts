import { describe, expect, it } from "vitest";
import { halfNormalSpread, type SpreadLaw, spreadBetween, spreadLaws } from "../../src/pooling/index.ts";

/** Numbers of each law for a range that begins at 8. */
const NUMBERS: Readonly<Record<string, number[]>> = { between: [10, 30], "half-normal": [12] };
const lawOf = (name: string, unit = 1): SpreadLaw => {
  const family = spreadLaws.find((one) => one.name === name)!;
  return family.create(...(NUMBERS[name] ?? []).map((value) => value * unit));
};

const range = { lower: 8, upper: 24 };
const probabilities = [1e-9, 0.01, 0.25, 0.5, 0.75, 0.99, 1 - 1e-9];

describe("every law of a standard deviation that is not reported", () => {
  it("has a name of its own, and the default is the uniform one", () => {
    expect(new Set(spreadLaws.map(({ name }) => name)).size).toBe(spreadLaws.length);
    expect(spreadLaws[0]?.name).toBe("uniform");
  });

  for (const { name, label, parameters } of spreadLaws) {
    describe(name, () => {
      const law = lawOf(name);

      it("says its name, its numbers and where it is from", () => {
        expect([law.name, Object.keys(law.parameters)]).toEqual([name, [...parameters]]);
        for (const text of [label, law.label, law.reference]) expect(text).toMatch(/\S/u);
      });

      it("rises with the probability and stays within what is feasible", () => {
        expect(law.problem(range)).toBeUndefined();
        const support = law.support(range);
        expect(support.lower).toBeGreaterThanOrEqual(range.lower);
        expect(support.upper).toBeLessThanOrEqual(range.upper);
        const found = probabilities.map((probability) => law.quantile(range, probability));
        expect([...found].sort((a, b) => a - b)).toEqual(found);
        expect(found[0]! / support.lower).toBeCloseTo(1, 6);
        expect(found.at(-1)! / support.upper).toBeCloseTo(1, 6);
      });

      it("is the same in another unit", () => {
        const other = { lower: range.lower * 10, upper: range.upper * 10 };
        for (const probability of probabilities)
          expect(lawOf(name, 10).quantile(other, probability) / law.quantile(range, probability)).toBeCloseTo(
            10,
            9,
          );
      });

      it("gives the one value of a range with one", () => {
        for (const probability of probabilities)
          expect(law.quantile({ lower: 15, upper: 15 }, probability)).toBe(15);
      });
    });
  }
});

describe("laws with numbers of their own", () => {
  it("refuse numbers that are none", () => {
    expect(() => spreadBetween(3, 2)).toThrow("0 ≤ lower ≤ upper, got 3 and 2");
    expect(() => spreadBetween(-1, 2)).toThrow(RangeError);
    expect(() => spreadBetween(1, Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => halfNormalSpread(0)).toThrow("a scale above 0, got 0");
    for (const { parameters, create } of spreadLaws)
      if (parameters.length > 0) expect(() => create()).toThrow(RangeError);
  });

  it("say what they miss in a range: an upper end, a lowest one above 0, any overlap", () => {
    const endless = { lower: 2, upper: Number.POSITIVE_INFINITY };
    expect(lawOf("uniform").problem(endless)).toContain("without an upper end");
    expect(lawOf("log-uniform").problem(endless)).toContain("without an upper end");
    expect(lawOf("log-uniform").problem({ lower: 0, upper: 3 })).toContain("this report allows 0");
    expect(lawOf("between").problem({ lower: 0, upper: 3 })).toContain("only 0 to 3");
    expect(lawOf("half-normal").problem({ lower: 900, upper: 901 })).toContain("leaves nothing above 900");
    expect(lawOf("half-normal").problem(endless)).toBeUndefined();
    expect(lawOf("between").support(endless)).toEqual({ lower: 10, upper: 30 });
  });

  it("reach two thirds of a half-normal law below its scale", () => {
    const whole = { lower: 0, upper: Number.POSITIVE_INFINITY };
    expect(halfNormalSpread(20).quantile(whole, 0.6826894921370859)).toBeCloseTo(20, 9);
  });
});
