import { mean } from "../../math/descriptive/mean.ts";
import { sampleStandardDeviation } from "../../math/descriptive/sample-variance.ts";
import { studentT } from "../../math/distributions/student-t.ts";

/** A mean with its t interval and its t test against 0. */
export interface TestedMean {
  estimate: number;
  /** null, as are the limits and the test, for one number and for numbers that are all the same. */
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  test: { statistic: string; value: number; degreesOfFreedom: number; pValue: number } | null;
}

/** Numbers that vary by roundings alone count as equal. */
const ROUNDING = 1e-12;

/** Tests whether the mean of independent numbers is 0. */
export function testedMean(numbers: readonly number[], level: number): TestedMean {
  const n = numbers.length;
  const estimate = mean(numbers);
  const deviation = sampleStandardDeviation(numbers);
  const size = Math.max(...numbers.map(Math.abs));
  if (deviation === null || !(deviation > ROUNDING * size))
    return { estimate, standardError: null, lower: null, upper: null, test: null };
  const standardError = deviation / Math.sqrt(n);
  const degreesOfFreedom = n - 1;
  const value = estimate / standardError;
  const reach = standardError * studentT.survivalQuantile(0.5 * (1 - level), degreesOfFreedom);
  const pValue = Math.min(1, 2 * studentT.survival(Math.abs(value), degreesOfFreedom));
  return {
    estimate,
    standardError,
    lower: estimate - reach,
    upper: estimate + reach,
    test: { statistic: "t", value, degreesOfFreedom, pValue },
  };
}
