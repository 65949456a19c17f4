import { describe, expect, it } from "vitest";
import { randomStream } from "../../src/math/random/random-stream.ts";
import { type StatisticScores, trialStatistics } from "../../src/trial/index.ts";

const stream = randomStream(5);
const n = 18;
const scores = Float64Array.from({ length: n }, () => Math.round(2 + 8 * stream.uniform()));
const assignment = Uint8Array.from([0, 0, 0, 1, 1, 0, 2, 1, 1, 1, 0, 0, 2, 0, 1, 1, 2, 0]);

function dataOf(changed: Partial<StatisticScores> = {}): StatisticScores {
  const counted = Float64Array.from({ length: n }, (_, i) => i);
  return {
    scores,
    times: counted,
    unitOf: Int32Array.from(counted),
    firstUnit: 0,
    endUnit: n,
    treatment: 1,
    reference: 0,
    ...changed,
  };
}

describe.each(trialStatistics.map((statistic) => [statistic.name, statistic] as const))(
  "%s",
  (_, statistic) => {
    const { nullValue, linear } = statistic;
    const of = (changed: Partial<StatisticScores> = {}): number =>
      statistic.prepare(dataOf(changed))(assignment) - nullValue;

    it("turns its sign when the treatments change places", () => {
      expect(Math.abs(of() + of({ treatment: 0, reference: 1 }))).toBeLessThan(1e-12);
    });

    it("looks at the two treatments only", () => {
      const other = scores.map((score, i) => (assignment[i] === 2 ? 1e3 + score : score));
      expect(Math.abs(of() - of({ scores: other }))).toBeLessThan(1e-10);
    });

    it("has its null value where all scores are equal", () => {
      expect(Math.abs(of({ scores: scores.map(() => 4) }))).toBeLessThan(1e-12);
    });

    it("shifts with the scores under the treatment, where it says that it is linear", () => {
      const shifted = scores.map((score, i) => (assignment[i] === 1 ? score + 3 : score));
      if (linear) expect(Math.abs(of({ scores: shifted }) - of() - 3)).toBeLessThan(1e-12);
      const mixed = scores.map((score, i) => score + 2 * ((7 * i) % 5));
      const second = Float64Array.from({ length: n }, (_score, i) => (7 * i) % 5);
      if (linear)
        expect(Math.abs(of({ scores: mixed }) - of() - 2 * of({ scores: second }))).toBeLessThan(1e-12);
    });

    it("does not exist where one treatment was not given", () => {
      expect(Number.isFinite(statistic.prepare(dataOf())(new Uint8Array(n)))).toBe(false);
    });

    it("rises, or stays, as the scores under the treatment do", () => {
      if (statistic.shift === null) return;
      const { remove } = statistic.shift;
      const at = [-1, -0.3, 0, 0.3, 1].map((x) =>
        of({ scores: scores.map((score, i) => (assignment[i] === 1 ? remove(score, -x) : score)) }),
      );
      expect([...at].sort((a, b) => a - b)).toEqual(at);
    });
  },
);
