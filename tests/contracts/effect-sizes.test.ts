import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../src/errors.ts";
import { integerBelow, randomStream } from "../../src/math/random/index.ts";
import { type EffectSize, effectSizeSchema } from "../../src/schema/effect-size.ts";
import {
  type EffectSizeMethod,
  type EffectSizeOptions,
  effectSizes,
} from "../../src/trial/effect-sizes/index.ts";

interface Series {
  baseline: number[];
  treatment: number[];
}

/** Few scores, ties, equal scores, zero variance, complete separation, zeros. */
const HARD: Series[] = [
  { baseline: [7], treatment: [3] },
  { baseline: [5], treatment: [5] },
  { baseline: [7], treatment: [3, 4] },
  { baseline: [8, 6], treatment: [3] },
  { baseline: [8, 6], treatment: [7, 2] },
  { baseline: [5, 5, 5], treatment: [5, 5, 5] },
  { baseline: [8, 8, 8], treatment: [4, 4, 4] },
  { baseline: [8, 8, 8], treatment: [4, 3, 5] },
  { baseline: [8, 7, 9], treatment: [0, 0, 0] },
  { baseline: [0, 0], treatment: [0, 0, 1] },
  { baseline: [10, 9, 8, 7, 6], treatment: [5, 4, 3, 2, 1] },
  { baseline: [1, 2, 3, 4, 5], treatment: [6, 7, 8, 9, 10] },
];

const random = randomStream(20260109);
const score = (): number => integerBelow(random, 11);
const sample = (n: number): number[] => Array.from({ length: n }, score);
const RANDOM: Series[] = Array.from({ length: 60 }, (_, i) => ({
  baseline: sample(1 + (i % 7)),
  treatment: sample(1 + (Math.floor(i / 7) % 8)),
}));
const ALL = [...HARD, ...RANDOM];
// Sums and quotients of a few tens of numbers.
const rounding = 1e-10;

/** Scores on the scale the method takes; those of shares are tenths. */
function onScale(method: EffectSizeMethod, { baseline, treatment }: Series): Series {
  const factor = method.needs.includes("scale") ? 0.1 : 1;
  const scaled = (scores: number[]): number[] => scores.map((one) => one * factor);
  return { baseline: scaled(baseline), treatment: scaled(treatment) };
}

function run(method: EffectSizeMethod, series: Series, options: object = {}): EffectSize {
  const needed = { scale: "proportion", goal: 0 };
  const given = Object.fromEntries(method.needs.map((name) => [name, needed[name as keyof typeof needed]]));
  return method(onScale(method, series), {
    improvement: "decrease",
    ...given,
    ...options,
  } as EffectSizeOptions);
}

const numbersOf = ({ estimate, standardError, lower, upper }: EffectSize): (number | null)[] => [
  estimate,
  standardError,
  lower,
  upper,
];

function expectSame(actual: EffectSize, expected: EffectSize, what: string): void {
  numbersOf(actual).forEach((value, i) => {
    const other = numbersOf(expected)[i]!;
    if (value === null || other === null) expect(value, what).toBe(other);
    else expect(Math.abs(value - other), what).toBeLessThanOrEqual(rounding * Math.max(1, Math.abs(other)));
  });
}

const mapped = ({ baseline, treatment }: Series, f: (one: number) => number): Series => ({
  baseline: baseline.map(f),
  treatment: treatment.map(f),
});

describe("the registry of effect sizes", () => {
  it("has a name of its own for each, in kebab case, a label and a source, NAP first", () => {
    const names = effectSizes.map(({ name }) => name);
    expect(names[0]).toBe("nap");
    expect(new Set(names).size).toBe(names.length);
    for (const { name, label, reference } of effectSizes) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(label.length).toBeGreaterThan(2);
      expect(reference).toMatch(/\(\d{4}\)/);
    }
  });
});

describe.each(effectSizes.map((method) => [method.name, method] as const))("%s", (_, method) => {
  it("asks which way is better, and for a level within 0 and 1", () => {
    const series = { baseline: [1, 2], treatment: [1, 2] };
    expect(() => method(series, {} as EffectSizeOptions)).toThrow(RangeError);
    expect(() => run(method, series, { improvement: "up" })).toThrow(RangeError);
    for (const level of [0, 1, 95, Number.NaN])
      expect(() => run(method, series, { level })).toThrow(RangeError);
  });

  it("asks for what it can't guess", () => {
    const series = { baseline: [1, 0], treatment: [1, 0] };
    for (const name of method.needs)
      expect(() => run(method, series, { [name]: undefined })).toThrow(RangeError);
  });

  it("names an empty phase and every score that is not a number", () => {
    expect(() => run(method, { baseline: [], treatment: [1] })).toThrow(EstimationError);
    expect(() => run(method, { baseline: [1], treatment: [] })).toThrow(/treatment phase, got 0/);
    const wrong = { baseline: [1, Number.NaN], treatment: [Number.POSITIVE_INFINITY] };
    const caught = ((): unknown => {
      try {
        return run(method, wrong);
      } catch (error) {
        return error;
      }
    })();
    expect(caught).toBeInstanceOf(InputError);
    expect((caught as InputError).issues.map(({ path }) => path)).toEqual(["baseline[1]", "treatment[0]"]);
  });

  it("is plain JSON of its shape, never NaN, and says why where a number is missing", () => {
    for (const series of ALL) {
      const found = run(method, series);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      expect(effectSizeSchema.safeParse(found).error).toBeUndefined();
      if (numbersOf(found).some((value) => value === null)) expect(found.warnings.length).toBeGreaterThan(0);
      if (found.estimate === null) expect(numbersOf(found)).toEqual([null, null, null, null]);
    }
  });

  it("stays within its range, and its limits hold the estimate and are no point", () => {
    for (const series of ALL) {
      const { estimate, standardError, lower, upper } = run(method, series);
      const [least, most] = method.range;
      const told = JSON.stringify(series);
      if (estimate === null) continue;
      expect(estimate, told).toBeGreaterThanOrEqual(least);
      expect(estimate, told).toBeLessThanOrEqual(most);
      if (standardError !== null) expect(standardError, told).toBeGreaterThan(0);
      expect(lower === null, told).toBe(upper === null);
      if (lower === null || upper === null) continue;
      expect(lower, told).toBeGreaterThanOrEqual(least);
      expect(upper, told).toBeLessThanOrEqual(most);
      expect(lower, told).toBeLessThanOrEqual(estimate + rounding);
      expect(upper, told).toBeGreaterThanOrEqual(estimate - rounding);
      expect(lower, told).toBeLessThan(upper);
    }
  });

  it("widens with its level", () => {
    for (const series of ALL) {
      const narrow = run(method, series, { level: 0.8 });
      const wide = run(method, series, { level: 0.99 });
      expect(wide.estimate).toBe(narrow.estimate);
      if (narrow.lower === null) continue;
      expect(wide.lower!).toBeLessThanOrEqual(narrow.lower + rounding);
      expect(wide.upper!).toBeGreaterThanOrEqual(narrow.upper! - rounding);
    }
  });

  it("answers the reversed question as it says", () => {
    if (method.reversal === "other") return;
    for (const series of ALL) {
      const found = run(method, series);
      const reversed = run(method, series, { improvement: "increase" });
      const turn = (x: number | null): number | null => {
        if (x === null || method.reversal === "same") return x;
        return method.reversal === "negate" ? -x : 1 - x;
      };
      const [lower, upper] =
        method.reversal === "same" ? [reversed.lower, reversed.upper] : [reversed.upper, reversed.lower];
      const expected = {
        ...reversed,
        estimate: turn(reversed.estimate),
        lower: turn(lower),
        upper: turn(upper),
      };
      expectSame(found, expected, JSON.stringify(series));
    }
  });

  it("doesn't look at the order within a phase, unless it says so", () => {
    const backwards = ({ baseline, treatment }: Series): Series => ({
      baseline: [...baseline].reverse(),
      treatment: [...treatment].reverse(),
    });
    const differs = ALL.filter(
      (series) =>
        Math.abs((run(method, series).estimate ?? 0) - (run(method, backwards(series)).estimate ?? 0)) > 1e-9,
    );
    expect(differs.length > 0).toBe(method.usesOrder);
    if (method.usesOrder) return;
    for (const series of ALL) expectSame(run(method, series), run(method, backwards(series)), "backwards");
  });

  it("doesn't change with the scale, as far as it says", () => {
    const changes: Record<string, (one: number) => number> = {
      order: (one) => one ** 3 + one,
      "shift-and-unit": (one) => 4 * one - 8,
      unit: (one) => 4 * one,
      none: (one) => one,
    };
    for (const series of ALL)
      expectSame(
        run(method, mapped(series, changes[method.invariance]!)),
        run(method, series),
        JSON.stringify(series),
      );
  });

  it("rises, or falls where less is better, as every treatment score becomes better", () => {
    if (method.invariance !== "order") return;
    for (const series of ALL) {
      const better = { ...series, treatment: series.treatment.map((one) => one - 1) };
      expect(run(method, better).estimate!).toBeGreaterThanOrEqual(run(method, series).estimate! - rounding);
    }
  });
});

describe("at complete separation", () => {
  it("limits stay open inside: better by every pair is not certainty", () => {
    const apart = { baseline: [10, 9, 8, 9, 10, 8], treatment: [1, 2, 1, 3, 2, 4, 3] };
    const closed = effectSizes.filter(({ range }) => Number.isFinite(range[0]) && Number.isFinite(range[1]));
    for (const method of closed) {
      const { lower, upper } = run(method, apart);
      if (lower !== null) expect(upper! - lower, method.name).toBeGreaterThan(0.2);
    }
  });
});
