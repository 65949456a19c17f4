import { EstimationError, InputError, type InputIssue } from "../errors.ts";
import type { Patient } from "../schema/patient.ts";

const FEWEST_PATIENTS = 2;

/**
 * Refuses patients that cannot be fitted together.
 *
 * @throws {InputError} with every patient of a name that is taken, of another scale, or scored where higher is better.
 * @throws {EstimationError} `too-few-observations` below two patients.
 */
export function checkCohort(patients: readonly Patient[]): void {
  const issues: InputIssue[] = [];
  const scale = patients[0]?.scale;
  const names = new Set<string>();
  patients.forEach(({ patient, scale: own, improvement }, i) => {
    const path = `patients[${i}]`;
    if (names.has(patient))
      issues.push({ path: `${path}.patient`, message: `"${patient}" is the name of another patient, too` });
    names.add(patient);
    if (own.minimum !== scale!.minimum || own.maximum !== scale!.maximum)
      issues.push({
        path: `${path}.scale`,
        message: `Patients fitted together need one scale, ${scale!.minimum} to ${scale!.maximum}, got ${own.minimum} to ${own.maximum}`,
      });
    if (improvement === "increase")
      issues.push({
        path: `${path}.improvement`,
        message: `Patients fitted together need a scale on which lower is better, got higher is better for "${patient}"`,
      });
  });
  if (issues.length > 0) throw new InputError(issues);
  if (patients.length < FEWEST_PATIENTS)
    throw new EstimationError(
      "too-few-observations",
      `Cannot fit patients together: needs at least ${FEWEST_PATIENTS} patients, got ${patients.length}`,
    );
}
