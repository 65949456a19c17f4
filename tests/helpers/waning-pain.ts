import { defaultPriors, type PriorSet } from "../../src/response/priors.ts";
import type { Estimate } from "../../src/schema/estimate.ts";
import { patientOf } from "./patients.ts";

/** Pain that is less each time before it is treated again. */
export const waningPain = patientOf(
  [-7, 0, 7, 30, 75, 110, 150, 157, 180, 230, 270, 300, 310, 360, 430],
  [10, 9, 4, 3, 6, 8, 7, 3, 2, 5, 6, 5, 2, 2, 5],
  [0, 150, 300],
);

/** The default priors with another spread between the courses' own baselines, in points of a 0–10 scale. */
export function withBaselineSpread(baseline: number): PriorSet {
  return { ...defaultPriors, name: "other", spreads: { ...defaultPriors.spreads, baseline } };
}

/** The rows of a parameter, in the order of the courses. */
export function rowsOf({ estimates }: { estimates: readonly Estimate[] }, parameter: string): Estimate[] {
  return estimates.filter((row) => row.parameter === parameter);
}
