import type { Patient } from "../../src/schema/patient.ts";
import { patientOf } from "./patients.ts";
import { type ReferenceEntry, referenceEntries } from "./reference.ts";

/** Patients whose posterior modes were found by R: entries resp_MAP_* of curves-and-survival.json, by id. */
export const referencePatients: ReadonlyMap<string, Patient> = new Map(
  referenceEntries("curves-and-survival.json", /^resp_MAP_/).map((entry) => [entry.id, patientFrom(entry)]),
);

function patientFrom({ inputs }: ReferenceEntry): Patient {
  const scores = inputs.y.map(
    (y: number | null, i: number) => y ?? [inputs.left[i] + 0.5, inputs.right[i] - 0.5],
  );
  return patientOf(inputs.t, scores, inputs.course_start);
}
