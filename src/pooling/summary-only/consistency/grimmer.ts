import { type PrintedRange, printedRange } from "../feasible/printed-range.ts";
import { shortNumber } from "../feasible/short-number.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { meansOfSteps } from "./means-of-steps.ts";
import { shownDecimals, shownRange } from "./shown-decimals.ts";

/** Whether n whole numbers with this sum have a sum of squares about the mean within two ends. */
function hasSquares(n: number, sum: number, squares: PrintedRange): boolean {
  const correction = (sum * sum) / n;
  const slack = 1e-9 * (1 + correction + squares.upper);
  const base = Math.floor(sum / n);
  const above = sum - n * base;
  const least = (n - above) * base * base + above * (base + 1) ** 2;
  let first = Math.max(Math.ceil(squares.lower + correction - slack), least);
  // A whole number and its square are both even or both odd, so the two sums are as well.
  if ((first - sum) % 2 !== 0) first++;
  return first <= squares.upper + correction + slack;
}

/**
 * Whether the printed standard deviation can be had from n scores in steps with the printed mean: some sum that prints as the mean
 * needs a whole sum of squares, even or odd as the sum is.
 */
export const grimmerCheck: ConsistencyCheck = {
  name: "grimmer",
  label: "Standard deviation of scores in steps (GRIMMER)",
  reference:
    "Anaya (2016), PeerJ Preprints 4:e2400v1, doi:10.7287/peerj.preprints.2400v1; Allard (2018), Analytic-GRIMMER: a new way of testing the possibility of standard deviations",
  applies: ({ n, mean, sd, step, scores, estimand }) =>
    n > 1 &&
    mean !== undefined &&
    sd !== undefined &&
    step !== undefined &&
    !scores &&
    estimand !== "ratio-of-means",
  check: (report) => {
    const { n, mean = 0, decimals, sd = 0, sdDecimals, step = 1, lower, minimum } = report;
    const { first, last } = meansOfSteps(shownRange(mean, decimals), n, step, lower ?? minimum ?? 0);
    const range = printedRange(sd, sdDecimals ?? shownDecimals(sd));
    const squares = {
      lower: (n - 1) * (Math.max(range.lower, 0) / step) ** 2,
      upper: (n - 1) * (range.upper / step) ** 2,
    };
    let consistent = false;
    for (let sum = first; sum <= last && !consistent; sum++) consistent = hasSquares(n, sum, squares);
    const what = `mean ${shortNumber(mean)} and SD ${shortNumber(sd)}`;
    return {
      quantities: ["n", "mean", "sd", "step"],
      consistent,
      message: consistent
        ? `${n} scores in steps of ${shortNumber(step)} can have ${what}, as far as sums tell`
        : `No ${n} scores in steps of ${shortNumber(step)} have ${what}`,
    };
  },
};
