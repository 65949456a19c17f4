import type { MixedFit } from "../mixed-fit.ts";

/** How sure a mean is. */
export interface MeanPrecision {
  standardError: number;
  /** Of t; Infinity for the normal distribution. */
  degreesOfFreedom: number;
}

/** A way to the standard error and degrees of freedom of a mean under nested effects. */
export interface MultilevelInterval {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /**
   * @param which Which of the means.
   * @returns null where there are too few outermost groups.
   */
  precision(fit: MixedFit, which: number): MeanPrecision | null;
}
