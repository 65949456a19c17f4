import { describe, expect, it } from "vitest";
import { beta } from "../../src/math/distributions/beta.ts";
import { binomial } from "../../src/math/distributions/binomial.ts";
import { jeffreysHighestDensity, proportionMethods } from "../../src/pooling/proportions/index.ts";
import type { ProportionMethod } from "../../src/pooling/proportions/proportion-method.ts";

const LEVELS = [0.8, 0.9, 0.95, 0.99];
const SIZES = [1, 2, 3, 5, 8, 22, 61];
// Roots are found to 4 ulp; 1 − x adds one.
const rounding = 1e-14;

interface Found {
  events: number;
  n: number;
  level: number;
  lower: number;
  upper: number;
}

/** Every interval the method has at the given sizes. */
function intervalsOf(method: ProportionMethod, sizes = SIZES, levels = LEVELS): Found[] {
  return sizes
    .flatMap((n) =>
      levels.flatMap((level) =>
        Array.from({ length: n + 1 }, (_, events) => ({
          events,
          n,
          level,
          ...method.interval(events, n, level),
        })),
      ),
    )
    .filter((one): one is Found => one.lower !== null && one.upper !== null);
}

describe("the registry of intervals for proportions", () => {
  it("has a name of its own for each, in kebab case, Wilson first", () => {
    const names = proportionMethods.map(({ name }) => name);
    expect(names[0]).toBe("wilson");
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

/** Posterior quantiles and added counts, which leave out the estimate at 0 of n and n of n. */
const LEAVES_OUT_THE_ENDS = ["jeffreys-equal-tailed", "uniform-prior", "logit-half", "agresti-plus-four"];
/** On the logit scale the standard error grows so fast towards the ends that a limit can move back. */
const MAY_MOVE_BACK = ["logit", "logit-half"];

describe.each(proportionMethods.map((method) => [method.name, method] as const))("%s", (name, method) => {
  it("has an interval within [0, 1] for all counts, but for the logit of 0 of n and n of n", () => {
    const found = intervalsOf(method);
    const missing = name === "logit" ? 2 * SIZES.length * LEVELS.length : 0;
    expect(found.length).toBe(SIZES.reduce((sum, n) => sum + n + 1, 0) * LEVELS.length - missing);
    for (const { lower, upper } of found) {
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(upper).toBeLessThanOrEqual(1);
      expect(lower).toBeLessThanOrEqual(upper);
    }
  });

  it("holds the estimate, but for what its own page says of 0 of n and n of n", () => {
    for (const { events, n, lower, upper } of intervalsOf(method)) {
      if (LEAVES_OUT_THE_ENDS.includes(name) && (events === 0 || events === n)) continue;
      expect(lower).toBeLessThanOrEqual(events / n + rounding);
      expect(upper).toBeGreaterThanOrEqual(events / n - rounding);
    }
  });

  it("is mirrored when events and non-events change places", () => {
    for (const { events, n, level, lower, upper } of intervalsOf(method)) {
      const other = method.interval(n - events, n, level);
      expect(Math.abs(1 - other.upper! - lower)).toBeLessThanOrEqual(rounding);
      expect(Math.abs(1 - other.lower! - upper)).toBeLessThanOrEqual(rounding);
    }
  });

  it("moves up with every event, but for logits", () => {
    if (MAY_MOVE_BACK.includes(name)) return;
    const found = intervalsOf(method);
    found.forEach((one, i) => {
      const next = found[i + 1];
      if (next?.n !== one.n || next.level !== one.level) return;
      expect(next.lower).toBeGreaterThanOrEqual(one.lower - rounding);
      expect(next.upper).toBeGreaterThanOrEqual(one.upper - rounding);
    });
  });

  it("widens with its level", () => {
    for (const { events, n, lower, upper } of intervalsOf(method, SIZES, [0.8])) {
      const wider = method.interval(events, n, 0.95);
      expect(wider.lower!).toBeLessThanOrEqual(lower + rounding);
      expect(wider.upper!).toBeGreaterThanOrEqual(upper - rounding);
    }
  });

  it("says in its source what it is", () => {
    expect(method.reference).toMatch(/\d{4}/);
    expect(method.label.length).toBeGreaterThan(3);
  });
});

/** Probability that the interval holds p, summed over all counts. */
function coverage(intervals: readonly Found[], p: number): number {
  return intervals.reduce(
    (sum, { events, n, lower, upper }) =>
      lower <= p && p <= upper ? sum + binomial.density(events, n, p) : sum,
    0,
  );
}

const guaranteed = proportionMethods.filter((method) => method.guaranteed);

describe.each(guaranteed.map((method) => [method.name, method] as const))(
  "%s keeps its promise",
  (_, method) => {
    it.each([1, 2, 5, 10, 23, 50])(
      "covers every proportion at least as often as its level says, n = %i",
      (n) => {
        for (const level of [0.8, 0.95]) {
          const found = intervalsOf(method, [n], [level]);
          // Coverage is lowest just beside a limit; between limits it is a polynomial, tried on a grid.
          const limits = found.flatMap(({ lower, upper }) => [lower, upper]);
          const beside = limits.flatMap((limit) => [limit - 1e-9, limit + 1e-9]);
          const grid = Array.from({ length: 501 }, (_, i) => i / 500);
          for (const p of [...beside, ...grid].filter((one) => one >= 0 && one <= 1)) {
            expect(coverage(found, p), `p ${p}`).toBeGreaterThanOrEqual(level - 1e-7);
          }
        }
      },
    );
  },
);

describe("what is not guaranteed", () => {
  it("falls short of its level for some proportion, or it should say it is guaranteed", () => {
    const short = proportionMethods
      .filter((method) => !method.guaranteed && method.name !== "logit")
      .filter((method) => {
        const found = intervalsOf(method, [5], [0.95]);
        const grid = Array.from({ length: 2000 }, (_, i) => (i + 0.5) / 2000);
        return Math.min(...grid.map((p) => coverage(found, p))) < 0.95;
      });
    expect(short.map(({ name }) => name)).toEqual(
      proportionMethods
        .filter(({ guaranteed, name }) => !guaranteed && name !== "logit")
        .map(({ name }) => name),
    );
  });
});

describe("highest density", () => {
  it("is as dense at both limits, and holds its level", () => {
    for (const { events, n, level, lower, upper } of intervalsOf(jeffreysHighestDensity)) {
      const [a, b] = [events + 0.5, n - events + 0.5];
      expect(beta.cdf(upper, a, b) - beta.cdf(lower, a, b)).toBeCloseTo(level, 11);
      if (events === 0 || events === n) continue;
      expect(beta.logDensity(upper, a, b) - beta.logDensity(lower, a, b)).toBeCloseTo(0, 9);
    }
  });
});
