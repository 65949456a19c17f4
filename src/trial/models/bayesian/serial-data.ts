/** Scores of one series with the columns that explain them, in the order of time. */
export interface SerialData {
  scores: Float64Array;
  /** Column by column: those with a flat prior, then the effect. */
  columns: readonly Float64Array[];
  /** Time since the score before, in steps of the correlation; the first is not used. */
  gaps: Float64Array;
}

/** Scores or a column turned into what has independent errors. */
function whiten(values: Float64Array, { gaps }: SerialData, phi: number, into: Float64Array): Float64Array {
  into[0] = values[0]!;
  for (let i = 1; i < values.length; i++) {
    const between = phi ** gaps[i]!;
    into[i] = (values[i]! - between * values[i - 1]!) / Math.sqrt(1 - between * between);
  }
  return into;
}

/** Data whose errors are independent, and the logarithm of the determinant that this cost. */
export interface WhitenedData {
  scores: Float64Array;
  columns: Float64Array[];
  /** ln |R(φ)|. */
  logDeterminant: number;
}

/**
 * Takes a first-order autoregression out of scores and columns.
 *
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 5.3.1.
 */
export function whitened(data: SerialData, phi: number): WhitenedData {
  const n = data.scores.length;
  let logDeterminant = 0;
  for (let i = 1; i < n; i++) logDeterminant += Math.log1p(-(phi ** (2 * data.gaps[i]!)));
  return {
    scores: whiten(data.scores, data, phi, new Float64Array(n)),
    columns: data.columns.map((column) => whiten(column, data, phi, new Float64Array(n))),
    logDeterminant,
  };
}
