import { EstimationError } from "../errors.ts";

/** Prior on the log of the factor by which a parameter changes when the dose doubles: none, give or take two-thirds. */
export const DOSE_EFFECT_PRIOR = { mean: 0, sd: 0.5 };

/**
 * The dose of each course as a covariate: doublings from the mean of the doses known. An unknown dose counts as that
 * mean.
 *
 * @param doses Grams per kilogram, one for each course; null where unknown.
 * @throws {EstimationError} `not-identifiable` where no two known doses differ.
 */
export function doseCovariate(doses: readonly (number | null)[]): number[] {
  const known = doses.flatMap((dose) => (dose === null ? [] : [Math.log2(dose)]));
  const distinct = new Set(known).size;
  if (distinct < 2) {
    throw new EstimationError(
      "not-identifiable",
      `Cannot estimate the effect of dose: needs 2 courses of different known doses, got ${distinct} ${distinct === 1 ? "dose" : "doses"}`,
    );
  }
  const mean = known.reduce((sum, dose) => sum + dose, 0) / known.length;
  return doses.map((dose) => (dose === null ? 0 : Math.log2(dose) - mean));
}
