import { shortNumber } from "../feasible/short-number.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { shownRange } from "./shown-decimals.ts";

/** Ends of the standard deviation of n values of 0 and 1 whose mean is within two ends. */
function deviationRange(n: number, lower: number, upper: number): { lower: number; upper: number } {
  const at = (mean: number): number => Math.sqrt((n * Math.max(mean * (1 - mean), 0)) / (n - 1));
  const [first, last] = [Math.max(lower, 0), Math.min(upper, 1)];
  return {
    lower: Math.min(at(first), at(last)),
    upper: first <= 0.5 && last >= 0.5 ? at(0.5) : Math.max(at(first), at(last)),
  };
}

/** Whether mean and standard deviation of values that are 0 or 1 belong together: the mean gives the standard deviation. */
export const debitCheck: ConsistencyCheck = {
  name: "debit",
  label: "Mean and standard deviation of yes and no (DEBIT)",
  reference: "Heathers & Brown (2019), DEBIT: a simple consistency test for binary data, osf.io/5vb3u",
  applies: ({ n, mean, sd, lower, upper, step }) =>
    n > 1 && mean !== undefined && sd !== undefined && lower === 0 && upper === 1 && step === 1,
  check: ({ n, mean = 0, decimals, sd = 0, sdDecimals }) => {
    const means = shownRange(mean, decimals);
    const printed = shownRange(sd, sdDecimals);
    const possible = deviationRange(n, means.lower, means.upper);
    const within = means.upper >= 0 && means.lower <= 1;
    const consistent =
      within && printed.upper >= possible.lower - 1e-12 && printed.lower <= possible.upper + 1e-12;
    const ends = `${shortNumber(possible.lower)} to ${shortNumber(possible.upper)}`;
    return {
      quantities: ["n", "mean", "sd"],
      consistent,
      message: within
        ? `${n} values of 0 or 1 with mean ${shortNumber(mean)} have SD ${ends}, got ${shortNumber(sd)}`
        : `The mean of values of 0 or 1 must be from 0 to 1, got ${shortNumber(mean)}`,
    };
  },
};
