import { describe, expect, it } from "vitest";
import { integerBelow, randomStream } from "../../../../src/math/random/index.ts";
import { ird, pand } from "../../../../src/trial/effect-sizes/index.ts";
import { leastRemovals } from "../../../../src/trial/effect-sizes/least-removal.ts";

const kept = (scores: readonly number[], subset: number): number[] =>
  scores.filter((_, i) => (subset >> i) % 2 === 1);

/** All smallest removals by trying every subset of both phases. */
function triedAll(baseline: number[], treatment: number[]): string[] {
  const found = new Map<string, number>();
  for (let a = 0; a < 2 ** baseline.length; a++) {
    for (let b = 0; b < 2 ** treatment.length; b++) {
      const [low, high] = [kept(baseline, a), kept(treatment, b)];
      if (low.some((one) => high.some((other) => one >= other))) continue;
      const removed = [baseline.length - low.length, treatment.length - high.length] as const;
      found.set(removed.join(), removed[0] + removed[1]);
    }
  }
  const least = Math.min(...found.values());
  return [...found].filter(([, size]) => size === least).map(([key]) => key);
}

describe("the smallest removal that ends the overlap", () => {
  it("is that found by trying every subset, with every split between the phases", () => {
    const random = randomStream(14);
    for (let i = 0; i < 200; i++) {
      const sample = (n: number): number[] => Array.from({ length: n }, () => integerBelow(random, 6));
      const [baseline, treatment] = [sample(1 + (i % 5)), sample(1 + (i % 4))];
      const ours = leastRemovals(baseline, treatment).map(
        (one) => `${one.fromBaseline},${one.fromTreatment}`,
      );
      expect(ours.sort()).toEqual(triedAll(baseline, treatment).sort());
    }
  });

  it("counts equal scores as overlap: all equal leaves the larger phase", () => {
    const equal = { baseline: [5, 5], treatment: [5, 5, 5] };
    expect(pand(equal, { improvement: "decrease" }).estimate).toBe(0.6);
  });
});

describe("IRD", () => {
  it("says when equally small removals give different rates, and takes the one asked for", () => {
    // Either the baseline's 4 goes or the treatment phase's 5: 3/4 or 2/3.
    const series = { baseline: [8, 8, 8, 4], treatment: [5, 2, 1] };
    const of = (split: "balanced" | "largest" | "smallest"): number =>
      ird(series, { improvement: "decrease", split }).estimate!;
    expect(of("largest")).toBeCloseTo(3 / 4, 14);
    expect(of("smallest")).toBeCloseTo(2 / 3, 14);
    expect(of("balanced")).toBeCloseTo(1 - 0.5 / 4 - 0.5 / 3, 14);
    const { warnings } = ird(series, { improvement: "decrease" });
    expect(warnings.map(({ code }) => code)).toContain("several-removals");
  });

  it("refuses a split that doesn't exist", () => {
    const series = { baseline: [8], treatment: [2] };
    expect(() => ird(series, { improvement: "decrease", split: "best" as "largest" })).toThrow(
      /"balanced" or/,
    );
  });
});
