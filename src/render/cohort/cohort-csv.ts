import type { CohortPatient, CohortResult, Estimate } from "../../schema/index.ts";
import { estimatesCsv } from "../csv.ts";

/** Who a row is about, in the column of the series. */
const about = (who: string, rows: readonly Estimate[]): Estimate[] =>
  rows.map((row) => ({ ...row, series: who }));

function patientRows({ patient, shrunken, raw }: CohortPatient): Estimate[] {
  const own = (rows: readonly Estimate[]): Estimate[] => rows.map((row) => ({ ...row, patient }));
  return [...about("with the others", own(shrunken.estimates)), ...about("alone", own(raw?.estimates ?? []))];
}

/**
 * A cohort as CSV in the columns of `Estimate`: the column `series` tells the typical patient, the next one, and each
 * patient with the others and alone; the probabilities of the next patient have the unit `probability`.
 */
export function cohortCsv({ estimates, nextPatient, patients, twoStage }: CohortResult): string {
  const level = estimates[0]?.level ?? 0.95;
  const probabilities = nextPatient.probabilities.map(
    ({ event, label, probability }): Estimate => ({
      parameter: event,
      label,
      unit: "probability",
      estimate: probability,
      standardError: null,
      lower: null,
      upper: null,
      level,
      method: "prediction",
      bound: "closed",
    }),
  );
  return estimatesCsv([
    { estimates: about("typical patient", estimates) },
    { estimates: about("next patient", [...nextPatient.estimates, ...probabilities]) },
    { estimates: patients.flatMap(patientRows) },
    { estimates: about("two stages", twoStage?.estimates ?? []) },
  ]);
}
