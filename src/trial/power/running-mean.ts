/** Mean of numbers that come one by one, and its standard error. */
export interface RunningMean {
  add(value: number): void;
  /** null before the first. */
  mean(): number | null;
  /** null before the second. */
  standardError(): number | null;
}

/**
 * Opens a running mean.
 *
 * @see Welford (1962), Technometrics 4:419–420. doi:10.1080/00401706.1962.10490022
 */
export function runningMean(): RunningMean {
  let n = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      n++;
      const before = value - mean;
      mean += before / n;
      squares += before * (value - mean);
    },
    mean: () => (n === 0 ? null : mean),
    standardError: () => (n < 2 ? null : Math.sqrt(squares / (n - 1) / n)),
  };
}
