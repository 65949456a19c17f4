/** One quantity pooled over imputed data sets. */
export interface RubinPool {
  estimate: number;
  /** √T. */
  standardError: number;
  /** Of t, by Barnard and Rubin; that of the complete data where the estimate does not differ between data sets. */
  degreesOfFreedom: number;
  /** (1 + 1/m) B / T, in [0, 1). */
  varianceShare: number;
  /** Fraction of missing information. */
  missingInformation: number;
}

function average(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Variance between data sets; exactly 0 where all are equal. */
function between(estimates: ArrayLike<number>, mean: number): number {
  const m = estimates.length;
  let sum = 0;
  let differs = false;
  for (let i = 0; i < m; i++) {
    sum += (estimates[i]! - mean) ** 2;
    differs ||= estimates[i] !== estimates[0];
  }
  return differs ? sum / (m - 1) : 0;
}

/** Degrees of freedom of t: those of the imputations and those left of the complete data. */
function barnardRubin(m: number, complete: number, lambda: number): number {
  if (lambda === 0) return complete;
  const imputations = (m - 1) / lambda ** 2;
  if (complete === Infinity) return imputations;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - lambda);
  return (imputations * observed) / (imputations + observed);
}

/**
 * Pools one quantity over imputed data sets by Rubin's rules.
 *
 * @param estimates One per data set, m ≥ 1.
 * @param variances Their squared standard errors; all ≥ 0, not all 0.
 * @param complete Degrees of freedom if nothing were missing; Infinity for the normal distribution.
 * @see Rubin (1987), Multiple Imputation for Nonresponse in Surveys, equations 3.1.2–3.1.7. doi:10.1002/9780470316696; Barnard &
 * Rubin (1999), Biometrika 86:948–955 (degrees of freedom). doi:10.1093/biomet/86.4.948
 * @example
 * rubinsRules([1, 2, 3], [1, 1, 1], Infinity).standardError; // √(1 + 4/3)
 */
export function rubinsRules(
  estimates: ArrayLike<number>,
  variances: ArrayLike<number>,
  complete: number,
): RubinPool {
  const m = estimates.length;
  const mean = average(estimates);
  const within = average(variances);
  const added = (1 + 1 / m) * between(estimates, mean);
  const total = within + added;
  const varianceShare = added === 0 ? 0 : added / total;
  const degreesOfFreedom = barnardRubin(m, complete, varianceShare);
  const increase = added / within;
  return {
    estimate: added === 0 ? estimates[0]! : mean,
    standardError: Math.sqrt(total),
    degreesOfFreedom,
    varianceShare,
    missingInformation: added === 0 ? 0 : (increase + 2 / (degreesOfFreedom + 3)) / (1 + increase),
  };
}
