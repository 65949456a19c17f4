import { product } from "../spaces/product.ts";
import type { TrialDesign } from "../trial-design.ts";

/**
 * The same design for several patients, each randomised for itself.
 *
 * @throws {RangeError} when the design is one for several patients by itself.
 */
export function severalPatients(design: TrialDesign, nPatients: number): TrialDesign {
  if (nPatients === design.nPatients) return design;
  if (design.nPatients > 1)
    throw new RangeError(
      `nPatients must be ${design.nPatients} for the design "${design.name}", which is one for so many, got ${nPatients}`,
    );
  return { ...design, nPatients, space: product(Array.from({ length: nPatients }, () => design.space)) };
}
