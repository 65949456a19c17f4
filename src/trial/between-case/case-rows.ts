import { EstimationError } from "../../errors.ts";
import type { Trial } from "../../schema/trial.ts";
import {
  type ComparedNames,
  type TrialRow,
  trialRows,
} from "../models/generalized-least-squares/trial-rows.ts";

/** One score of one patient. */
export interface CaseRow {
  patient: string;
  score: number;
  isTreated: boolean;
  /** Whole days, or places where not every score has one. */
  time: number;
  /** Number of the pair of phases (reference, then treatment), from 1. */
  pair: number;
  /** Place within its phase, from 1. */
  place: number;
}

type Scored = TrialRow & { score: number };

/** Numbers pairs of phases and places within phases. */
function inPhases(rows: readonly Scored[]): Pick<CaseRow, "pair" | "place">[] {
  let [pair, place] = [1, 0];
  return rows.map(({ isTreated }, i) => {
    const last = rows[i - 1];
    if (last && last.isTreated !== isTreated) {
      place = 0;
      if (last.isTreated) pair++;
    }
    place++;
    return { pair, place };
  });
}

/**
 * All patients' scores under two treatments, patient by patient in the order of time.
 *
 * @param label Name of the method, for messages.
 * @throws {EstimationError} `too-few-observations` below two patients, or where one lacks scores under a treatment.
 */
export function caseRows(label: string, trials: readonly Trial[], compared: ComparedNames): CaseRow[] {
  if (trials.length < 2) {
    const message = `Cannot compute the ${label}: needs at least 2 patients, got ${trials.length}`;
    throw new EstimationError("too-few-observations", message);
  }
  const found = trials.map((trial) => ({
    patient: trial.patient,
    rows: trialRows(label, trial, compared).flatMap((row) =>
      row.score === null ? [] : [{ ...row, score: row.score }],
    ),
  }));
  const hasDays = found.every(({ rows }) => rows.every(({ day }) => Number.isInteger(day)));
  return found.flatMap(({ patient, rows }) => {
    const places = inPhases(rows);
    return rows.map(({ score, isTreated, day, place }, i) => ({
      patient,
      score,
      isTreated,
      time: hasDays ? day! : place,
      ...places[i]!,
    }));
  });
}

/** Rows gathered by what they have in common, in the order of their first. */
export function gathered<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
