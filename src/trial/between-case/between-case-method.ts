import type { Warning } from "../../schema/provenance.ts";
import type { CaseRow } from "./case-rows.ts";

/** What a standardized difference is made of. */
export interface BetweenCaseParts {
  /** Mean score under the treatment less that under the reference. */
  difference: number;
  /** Of a score of a randomly chosen patient about its mean: within and between patients together. */
  variance: number;
  /** Standard error of the difference over the standard deviation. */
  scaledError: number;
  /** Of the variance, by Satterthwaite. */
  degreesOfFreedom: number;
  /** Correlation of a score with the next. */
  phi: number;
  /** Share of the variance that lies between patients. */
  intraclassCorrelation: number;
  warnings: Warning[];
}

/** A way to estimate a difference and the spread between and within patients, as a value. */
export interface BetweenCaseMethod {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** What it takes for granted, in a sentence. */
  readonly assumes: string;
  /** @throws {EstimationError} where the scores allow no answer. */
  estimate(rows: readonly CaseRow[]): BetweenCaseParts;
}
