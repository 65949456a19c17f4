import type { SerialCorrelation } from "./error-correlations/index.ts";
import type { RandomCovariance } from "./random-covariances/index.ts";

/** A column of numbers with its name. */
export interface NamedColumn {
  name: string;
  /** One number per row. */
  values: readonly number[];
}

/** Effects that differ between groups, drawn from a normal law of mean 0. */
export interface RandomEffects {
  name: string;
  /** Group of each row. Groups within groups need names of their own, such as `P1/block 2`. */
  groups: readonly string[];
  /** What each group has an effect of; an intercept where left out. */
  columns?: readonly NamedColumn[];
  /** Default: `generalCovariance`. */
  covariance?: RandomCovariance;
}

/** How the errors spread and go together. */
export interface ErrorModel {
  /** Default: `uncorrelatedErrors`. */
  correlation?: SerialCorrelation;
  /** Errors of one series may be correlated, those of different series never are. One series where left out. */
  series?: readonly string[];
  /** Time of each row, in days; the place of the row in its series where left out, rows without a score included. */
  times?: readonly number[];
  /** Rows of one stratum share a standard deviation; one for all where left out. */
  strata?: readonly string[];
}

/** y = X β + Z b + e: scores with coefficients, random effects and correlated errors. */
export interface MixedModel {
  /** One per row; a row of null is left out. */
  scores: readonly (number | null)[];
  /** Columns of X, the intercept among them. */
  columns: readonly NamedColumn[];
  randomEffects?: readonly RandomEffects[];
  errors?: ErrorModel;
}

/** A column of ones. */
export function intercept(nRows: number): NamedColumn {
  return { name: "intercept", values: new Array<number>(nRows).fill(1) };
}
