import type { Patient } from "../../src/schema/patient.ts";
import { patientOf } from "./patients.ts";
import { type ReferenceEntry, referenceEntries } from "./reference.ts";

/** Six patients with few scores, and what Stan says of them: NUTS by rstan 2.21.7 under the same priors, 180,000 draws. */
export function sparseCohort(): { patients: Patient[]; entry: ReferenceEntry } {
  const entry = referenceEntries("posteriors.json", /^stan_hier6_sparse$/u)[0]!;
  const { patient, t, score } = entry.inputs;
  const patients = [1, 2, 3, 4, 5, 6].map((name) => {
    const own = (values: number[]): number[] => values.filter((_, i) => patient[i] === name);
    return { ...patientOf(own(t), own(score)), patient: `${name}` };
  });
  return { patients, entry };
}
