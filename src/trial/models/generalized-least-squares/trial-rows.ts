import { EstimationError } from "../../../errors.ts";
import type { Trial } from "../../../schema/trial.ts";

/** One score of the two treatments compared, or the place of one that is missing. */
export interface TrialRow {
  /** null where the score is missing. */
  score: number | null;
  isTreated: boolean;
  period: number;
  /** null where the trial has no blocks. */
  block: number | null;
  day: number | null;
  /** Place among all scores of the trial in the order of time, from 0, missing ones and other treatments included. */
  place: number;
  /** Whether the period before was one of the treatment; false in the first period. */
  followsTreated: boolean;
}

/** Names of the two treatments. */
export interface ComparedNames {
  treatment: string;
  reference: string;
}

type Place = Omit<TrialRow, "isTreated" | "followsTreated"> & { given: string };

/** All scores and missing ones of a trial, in the order of time. */
function placesOf({ scores, missed = [] }: Trial): Place[] {
  const waiting = [...missed];
  const places: Place[] = [];
  const put = (
    one: { treatment: string; period: number; block: number | null; day: number | null },
    score: number | null,
  ): void => {
    const { treatment: given, period, block, day } = one;
    places.push({ score, given, period, block, day, place: places.length });
  };
  scores.forEach((score, i) => {
    while (waiting[0] && waiting[0].nBefore <= i) put(waiting.shift()!, null);
    put(score, score.score);
  });
  for (const one of waiting) put(one, null);
  return places;
}

/** The treatment of the period before each place; undefined in the first period. */
function treatmentsBefore(places: readonly Place[]): (string | undefined)[] {
  let before: string | undefined;
  return places.map(({ period }, i) => {
    const last = places[i - 1];
    if (last && last.period !== period) before = last.given;
    return before;
  });
}

/**
 * The scores of two treatments as rows of a model.
 *
 * @param label Name of the model, for messages.
 * @throws {EstimationError} `too-few-observations` when a treatment has no score.
 */
export function trialRows(label: string, trial: Trial, { treatment, reference }: ComparedNames): TrialRow[] {
  const places = placesOf(trial);
  const before = treatmentsBefore(places);
  const rows = places.flatMap(({ given, ...row }, i): TrialRow[] => {
    if (given !== treatment && given !== reference) return [];
    return [{ ...row, isTreated: given === treatment, followsTreated: before[i] === treatment }];
  });
  for (const [name, isTreated] of [[treatment, true] as const, [reference, false] as const]) {
    if (rows.some((row) => row.isTreated === isTreated && row.score !== null)) continue;
    const message = `Cannot fit "${label}": needs a score under ${name}, got none`;
    throw new EstimationError("too-few-observations", message);
  }
  return rows;
}

/** Days where every row has one, else the places of the scores. */
export function timesOf(rows: readonly TrialRow[]): { times: number[]; unit: "day" | "score" } {
  if (rows.every(({ day }) => day !== null)) return { times: rows.map(({ day }) => day!), unit: "day" };
  return { times: rows.map(({ place }) => place), unit: "score" };
}

/** Unit of a slope: score points a day, or from one score to the next. */
export function slopeUnit(unit: "day" | "score"): string {
  return unit === "day" ? "score / day" : "score";
}
