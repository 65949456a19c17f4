/** A share of simulated trials with its standard error and limits. */
export interface SimulatedShare {
  share: number;
  standardError: number;
  lower: number;
  upper: number;
}

/** Limits of shares are at 95 %. */
const Z = 1.959963984540054;

/**
 * A share of simulated trials with its binomial standard error and Wilson's limits at 95 %.
 *
 * @see Wilson (1927), J Am Stat Assoc 22:209–212. doi:10.1080/01621459.1927.10502953
 * @example
 * simulatedShare(80, 100).standardError; // 0.04
 */
export function simulatedShare(count: number, n: number): SimulatedShare {
  const share = count / n;
  const center = (share + (0.5 * Z * Z) / n) / (1 + (Z * Z) / n);
  const reach = (Z / (1 + (Z * Z) / n)) * Math.sqrt((share * (1 - share)) / n + (0.25 * Z * Z) / n / n);
  return {
    share,
    standardError: Math.sqrt((share * (1 - share)) / n),
    lower: count === 0 ? 0 : center - reach,
    upper: count === n ? 1 : center + reach,
  };
}
