/**
 * Whose result it is, with what was scored where the file names outcomes.
 *
 * @example
 * nameWithOutcome({ patient: "anna", outcome: "walking" }); // "anna · walking"
 */
export function nameWithOutcome({ patient, outcome }: { patient: string; outcome?: string }): string {
  return outcome === undefined ? patient : `${patient} · ${outcome}`;
}
