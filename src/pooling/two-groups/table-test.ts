import { EstimationError } from "../../errors.ts";

/** A χ² test over fourfold tables. */
export interface TableTest {
  statistic: number;
  degreesOfFreedom: number;
  pValue: number;
}

/** The error of a test without anything to go by. */
export function nothingToTest(test: string, need: string): EstimationError {
  return new EstimationError("not-identifiable", `Cannot compute ${test}: needs ${need}, found none`);
}
