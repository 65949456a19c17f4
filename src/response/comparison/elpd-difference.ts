import { sampleVariance } from "simple-statistics";

/** A sum over the scores with its standard error, as if the scores were a sample of possible ones. */
export interface ScoreSum {
  value: number;
  /** √(n × variance of the terms); null for a single score. */
  standardError: number | null;
}

/**
 * Sums the terms of an expected log predictive density.
 *
 * @see Vehtari, Gelman & Gabry (2017), Stat Comput 27:1413–1432, equation 23. doi:10.1007/s11222-016-9696-4
 */
export function sumOverScores(terms: readonly number[]): ScoreSum {
  const value = terms.reduce((sum, term) => sum + term, 0);
  const standardError = terms.length > 1 ? Math.sqrt(terms.length * sampleVariance([...terms])) : null;
  return { value, standardError };
}

/**
 * The difference of two expected log predictive densities, with the standard error of its pairs. With few scores the
 * error is itself uncertain, and too small for models that predict alike.
 *
 * @param elpds One term for each score.
 * @param others Those of the other model, in the same order.
 * @see Vehtari, Gelman & Gabry (2017), equation 24; Sivula, Magnusson, Matamoros & Vehtari (2020), arXiv:2008.10296
 * @example
 * elpdDifference([-1, -2], [-2, -3]).value; // 2
 */
export function elpdDifference(elpds: readonly number[], others: readonly number[]): ScoreSum {
  return sumOverScores(elpds.map((term, i) => term - others[i]!));
}
