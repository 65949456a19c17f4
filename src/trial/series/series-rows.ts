import { EstimationError } from "../../errors.ts";
import type { ErrorModel, NamedColumn, SerialCorrelation } from "../../inference/linear-mixed-model/index.ts";
import type { Trial } from "../../schema/trial.ts";
import {
  type ComparedNames,
  type TrialRow,
  trialRows,
} from "../models/generalized-least-squares/trial-rows.ts";

/** All patients' rows, one patient after the other. */
export interface SeriesRows {
  /** Patients with scores under both treatments. */
  names: string[];
  /** Name of the patient of each row. */
  patients: string[];
  rows: TrialRow[];
  /** Patients that lack scores under a treatment. */
  leftOut: string[];
}

/** Takes the patients who have scores under both treatments. */
export function seriesRows(trials: readonly Trial[], compared: ComparedNames): SeriesRows {
  const found: SeriesRows = { names: [], patients: [], rows: [], leftOut: [] };
  for (const trial of trials) {
    try {
      const own = trialRows(trial.patient, trial, compared);
      found.names.push(trial.patient);
      found.patients.push(...own.map(() => trial.patient));
      found.rows.push(...own);
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      found.leftOut.push(trial.patient);
    }
  }
  return found;
}

/** 1 where a row is of the treatment, of this patient where one is named. */
export function treatedColumn({ rows, patients }: SeriesRows, patient?: string): NamedColumn {
  const name = patient === undefined ? "treatment" : `treatment of ${patient}`;
  return {
    name,
    values: rows.map(({ isTreated }, i) =>
      Number(isTreated && (patient === undefined || patients[i] === patient)),
    ),
  };
}

/** Errors that may be correlated within patients, never between them. */
export function seriesErrors({ rows, patients }: SeriesRows, correlation: SerialCorrelation): ErrorModel {
  if (!correlation.needsTimes)
    return { correlation, series: patients, times: rows.map(({ place }) => place) };
  const days = rows.map(({ day }) => day);
  if (days.includes(null)) {
    const message = `Cannot fit "${correlation.label}": needs the day of each score, got scores without days`;
    throw new EstimationError("not-identifiable", message);
  }
  return { correlation, series: patients, times: days.map((day) => day!) };
}
