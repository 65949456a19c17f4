/** The two treatments of a comparison, by name and by number. */
export interface ComparedTreatments {
  treatment: string;
  reference: string;
  treatmentNumber: number;
  referenceNumber: number;
}

/**
 * Fills in and checks which treatment is compared with which.
 *
 * @param treatments Those of the design, the reference first.
 * @param named Those asked for; default the first as the reference, and the first other one as the treatment.
 * @throws {RangeError} when a name is none of the design's, or both are the same.
 */
export function comparedTreatments(
  treatments: readonly string[],
  named: { treatment?: string | undefined; reference?: string | undefined },
): ComparedTreatments {
  const numberOf = (role: string, name: string): number => {
    const number = treatments.indexOf(name);
    if (number < 0) throw new RangeError(`${role} must be one of ${treatments.join(", ")}, got ${name}`);
    return number;
  };
  const reference = named.reference ?? treatments.find((name) => name !== named.treatment)!;
  const referenceNumber = numberOf("reference", reference);
  const treatment = named.treatment ?? treatments.find((name) => name !== reference)!;
  const treatmentNumber = numberOf("treatment", treatment);
  if (treatmentNumber === referenceNumber)
    throw new RangeError(`treatment must differ from the reference, got ${treatment} for both`);
  return { treatment, reference, treatmentNumber, referenceNumber };
}
