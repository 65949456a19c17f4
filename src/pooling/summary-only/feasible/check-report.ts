import type { SummaryReport } from "../../../schema/summary-report.ts";

const NOT_NEGATIVE = ["sd", "standardError"] as const;
const NUMBERS = ["mean", "median", "minimum", "maximum", "lowerQuartile", "upperQuartile"] as const;
const BOUNDS = ["lower", "upper"] as const;

/**
 * Checks that the numbers of a report are numbers, so that what follows need not.
 *
 * @throws {RangeError} for a count that is not whole, a negative standard deviation or step, numbers that are not finite,
 * and scores beside a log ratio, which is no percentage of them.
 */
export function checkReport(report: SummaryReport): void {
  const { n, step, scores, estimand } = report;
  if (!(Number.isSafeInteger(n) && n >= 1))
    throw new RangeError(`n must be a whole number of at least 1, got ${n}`);
  for (const name of [...NUMBERS, ...NOT_NEGATIVE, ...BOUNDS]) {
    const value = report[name];
    if (value !== undefined && !Number.isFinite(value))
      throw new RangeError(`${name} must be finite, got ${value}`);
  }
  for (const name of NOT_NEGATIVE) {
    if ((report[name] ?? 0) < 0) throw new RangeError(`${name} must be at least 0, got ${report[name]}`);
  }
  if (step !== undefined && !(step > 0)) throw new RangeError(`step must be above 0, got ${step}`);
  if (scores !== undefined && estimand === "log-ratio")
    throw new RangeError(
      "scores make percentages of change: leave them out for a log-ratio, or give the percentages",
    );
}
