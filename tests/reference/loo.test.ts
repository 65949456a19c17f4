import { describe, expect, it } from "vitest";
import { elpdDifference, sumOverScores } from "../../src/response/comparison/elpd-difference.ts";
import { leftOutWeights } from "../../src/response/comparison/left-out-weights.ts";
import { logPredictiveDensity } from "../../src/response/comparison/log-predictive-density.ts";
import { stackingWeights } from "../../src/response/comparison/stacking-weights.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

const plain = referenceEntries("loo.json", /^loo_/);
const weighted = referenceEntries("loo.json", /^ap_/);
const stacked = referenceEntries("loo.json", /^stacking_/);

const frac = (x: number): number => x - Math.floor(x);
const logit = (p: number): number => Math.log(p / (1 - p));

/** The log-likelihoods and the log weights of loo.R, from their formulas. */
function drawsOf({ y, S, c, m, a, l, b }: ReferenceEntry["inputs"]): {
  columns: Float64Array[];
  weights: Float64Array;
} {
  const columns: Float64Array[] = y.map(() => new Float64Array(S));
  const weights = new Float64Array(S);
  for (let s = 1; s <= S; s++) {
    const location = m + a * logit(frac(s * 0.6180339887498949));
    const sd = Math.exp(l + b * logit(frac(s * 0.7548776662466927)));
    y.forEach((value: number, i: number) => {
      columns[i]![s - 1] = -0.5 * ((value - location) / sd) ** 2 - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
    });
    weights[s - 1] = Math.exp(-c * Math.log(frac(s * 0.5698402909980532)));
  }
  return { columns, weights };
}

describe("leave-one-out by weights, beside R's loo", () => {
  it.each([...plain, ...weighted].map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
    const { inputs, outputs } = entry;
    const { columns, weights } = drawsOf(inputs);
    const found = columns.map((column) => {
      const left = leftOutWeights(column, weights);
      return { ...left, density: logPredictiveDensity(column, left.weights) };
    });
    const elpds = found.map(({ density }) => density.value);
    expectAbsolute(
      found.map(({ paretoShape }) => paretoShape!),
      outputs.paretoShape,
      1e-10,
    );
    expect(found.map(({ trusted }) => trusted)).toEqual(outputs.paretoShape.map((k: number) => k <= 0.7));
    expectAbsolute(elpds, outputs.elpd, 1e-10);
    const { value, standardError } = sumOverScores(elpds);
    expectRelative([value, standardError!], [outputs.total, outputs.standardError], 1e-10);
    // loo's error is larger by the second order, and smaller by the tails that 1,000 quantiles lack.
    found.forEach(({ density }, i) => {
      const theirs = outputs.monteCarloError[i];
      if (theirs > 0.1) return;
      expect(Math.abs(density.monteCarloError / theirs - 1)).toBeLessThan(0.005 + 4 * theirs ** 2);
    });
  });
});

describe("differences and stacking weights, beside R's loo", () => {
  it.each(stacked.map((entry) => [entry.id, entry] as const))("%s", (_, { inputs, outputs }) => {
    const rows = inputs.elpds as number[][];
    const totals = outputs.difference as number[];
    const best = totals.indexOf(0);
    const column = (k: number): number[] => rows.map((row) => row[k]!);
    totals.forEach((difference, k) => {
      const found = elpdDifference(column(k), column(best));
      expectAbsolute(
        [found.value, found.standardError!],
        [difference, outputs.differenceStandardError[k]],
        1e-9,
      );
    });
    const weights = stackingWeights(rows);
    const logScore = rows.reduce(
      (sum, row) => sum + Math.log(row.reduce((p, value, k) => p + weights[k]! * Math.exp(value), 0)),
      0,
    );
    // Ours lacks at most K × 1e-9 to the maximum; theirs stops where the score changes by less.
    expect(logScore).toBeGreaterThan(outputs.logScore - 4e-9);
    expectAbsolute(weights, outputs.weights, 1e-6);
  });
});
