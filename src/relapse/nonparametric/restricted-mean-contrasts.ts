import type { RestrictedMean } from "./restricted-mean.ts";

/** A contrast of two restricted means. */
export interface MeanContrast {
  parameter: string;
  label: string;
  /** On the scale of the means; otherwise a ratio, whose error is on the scale of its logarithm. */
  isDifference: boolean;
  /** null for a ratio without a denominator. */
  estimate: number | null;
  /** null where a group has no spread, or a ratio no logarithm. */
  error: number | null;
}

/** x/y with the error of its logarithm. */
function ratio(
  x: number,
  y: number,
  variances: readonly [number, number],
): Pick<MeanContrast, "isDifference" | "estimate" | "error"> {
  const [xVariance, yVariance] = variances;
  const spread = xVariance > 0 && yVariance > 0 && x > 0 && y > 0;
  const error = spread ? Math.sqrt(xVariance / (x * x) + yVariance / (y * y)) : null;
  return { isDifference: false, estimate: y > 0 ? x / y : null, error };
}

/**
 * Difference and ratio of two independent restricted means, and the ratio of the mean times lost before the limit.
 *
 * @param until The limit of time.
 * @see Uno et al. (2014), J Clin Oncol 32:2380–2385, by the delta method. doi:10.1200/JCO.2014.55.2208
 */
export function restrictedMeanContrasts(
  first: RestrictedMean,
  second: RestrictedMean,
  until: number,
): MeanContrast[] {
  const variances = [first.variance, second.variance] as const;
  const spread = first.variance > 0 && second.variance > 0;
  return [
    {
      parameter: "restrictedMeanDifference",
      label: "Difference of the mean times well",
      isDifference: true,
      estimate: first.estimate - second.estimate,
      error: spread ? Math.sqrt(first.variance + second.variance) : null,
    },
    {
      parameter: "restrictedMeanRatio",
      label: "Ratio of the mean times well",
      ...ratio(first.estimate, second.estimate, variances),
    },
    {
      parameter: "restrictedTimeLostRatio",
      label: "Ratio of the mean times lost",
      ...ratio(until - first.estimate, until - second.estimate, variances),
    },
  ];
}
