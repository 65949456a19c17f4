import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { roundedNormal } from "../../src/response/likelihood/score-errors.ts";
import {
  neighbourCorrelations,
  serialLogProbability,
} from "../../src/response/likelihood/serial-likelihood.ts";

interface Case {
  perDay: number;
  days: number[];
  sd: number;
  means: number[];
  lower: (number | null)[];
  upper: (number | null)[];
  logProbability: number;
}

// SciPy 1.17.1, Genz's algorithm: exact in two and three dimensions, Monte Carlo to about 1e-7 from four on.
const { cases } = JSON.parse(readFileSync(new URL("./serial-likelihood.json", import.meta.url), "utf8")) as {
  cases: Case[];
};

const scoresOf = ({ lower, upper }: Case) =>
  lower.map((low, i) => ({ lower: low ?? -Infinity, upper: upper[i] ?? Infinity, middle: 0 }));

describe("serialLogProbability", () => {
  it.each(cases.map((one) => [`φ ${one.perDay}, σ ${one.sd}, days ${one.days.join(" ")}`, one] as const))(
    "agrees with SciPy: %s",
    (_, one) => {
      const found = serialLogProbability(
        scoresOf(one),
        one.means,
        one.sd,
        neighbourCorrelations(one.days, one.perDay),
      );
      expect(Math.abs(found - one.logProbability)).toBeLessThan(1e-6 * Math.abs(one.logProbability));
    },
  );

  it("is the sum of independent scores where nothing is correlated", () => {
    const term = { logDensity: 0, byMean: 0, byLogSd: 0 };
    for (const one of cases) {
      const scores = scoresOf(one);
      const sum = scores.reduce((total, score, i) => {
        roundedNormal.term(score, one.means[i]!, one.sd, term);
        return total + term.logDensity;
      }, 0);
      const found = serialLogProbability(scores, one.means, one.sd, neighbourCorrelations(one.days, 0));
      // Nodes end 7 standard deviations out: 1e-12 of a probability is beyond.
      expect(found).toBeCloseTo(sum, 9);
    }
  });

  it("stays finite where a score lies far from the curve, and falls with its distance", () => {
    const score = [{ lower: 9.5, upper: Infinity, middle: 10 }];
    const values = [8, 6, 4, 2].map((mean) => serialLogProbability(score, [mean], 0.4, [0]));
    for (const [i, value] of values.entries()) {
      expect(Number.isFinite(value)).toBe(true);
      if (i > 0) expect(value).toBeLessThan(values[i - 1]!);
    }
  });
});
