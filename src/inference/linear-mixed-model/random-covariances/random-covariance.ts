/** Which entries of the covariance of random effects are free. */
export interface RandomCovariance {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** Rows and columns of the free entries on and below the diagonal, for q effects of a group; row by row. */
  entries(q: number): readonly (readonly [row: number, column: number])[];
}
