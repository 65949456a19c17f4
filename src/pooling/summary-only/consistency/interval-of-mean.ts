import { studentTQuantile } from "../../../math/distributions/student-t.ts";
import { normalDeviate } from "../../../math/special/normal-quantile.ts";
import { shortNumber } from "../feasible/short-number.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { shownRange } from "./shown-decimals.ts";
import { hasSpread, standardErrorRange } from "./standard-error-range.ts";

interface Ends {
  lower: number;
  upper: number;
}

const overlap = (a: Ends, b: Ends): boolean => a.lower <= b.upper + 1e-12 && b.lower <= a.upper + 1e-12;

/** Ends of mean ± factor × standard error, each a range of its own. */
function limits(mean: Ends, error: Ends, factor: number): [Ends, Ends] {
  return [
    { lower: mean.lower - factor * error.upper, upper: mean.upper - factor * error.lower },
    { lower: mean.lower + factor * error.lower, upper: mean.upper + factor * error.upper },
  ];
}

/** Whether a printed interval is that of the printed mean and spread, by t or by the normal law. */
export const intervalOfMeanCheck: ConsistencyCheck = {
  name: "interval-of-mean",
  label: "Interval from mean and spread",
  reference:
    "Student (1908), Biometrika 6:1–25, doi:10.1093/biomet/6.1.1; recomputed from the printed digits",
  applies: (report) =>
    report.mean !== undefined &&
    report.intervalLower !== undefined &&
    report.intervalUpper !== undefined &&
    hasSpread(report),
  check: (report) => {
    const { n, mean = 0, decimals, intervalLower = 0, intervalUpper = 0, intervalLevel = 0.95 } = report;
    if (!(intervalLevel > 0 && intervalLevel < 1))
      throw new RangeError(`intervalLevel must be between 0 and 1, got ${intervalLevel}`);
    const means = shownRange(mean, decimals);
    const error = standardErrorRange(report);
    const printed = [intervalLower, intervalUpper].map((end) => shownRange(end, report.intervalDecimals));
    const tail = (1 - intervalLevel) / 2;
    const byT = limits(means, error, studentTQuantile(tail, n - 1, -1));
    const byNormal = limits(means, error, normalDeviate(tail, true));
    const fits = (ends: [Ends, Ends]): boolean => ends.every((end, i) => overlap(end, printed[i]!));
    const [t, z] = [fits(byT), fits(byNormal)];
    const middle = ([low, high]: [Ends, Ends]): string =>
      `${shortNumber((low.lower + low.upper) / 2)} to ${shortNumber((high.lower + high.upper) / 2)}`;
    const which = t && z ? "t and normal law" : t ? "t" : "normal law";
    const found = `${shortNumber(intervalLower)} to ${shortNumber(intervalUpper)}`;
    return {
      quantities: [
        "n",
        "mean",
        report.sd === undefined ? "standardError" : "sd",
        "intervalLower",
        "intervalUpper",
      ],
      consistent: t || z,
      message:
        t || z
          ? `The interval ${found} is that of mean and spread, by ${which}`
          : `Mean and spread give an interval of about ${middle(byT)} by t and ${middle(byNormal)} by the normal law, got ${found}`,
    };
  },
};
