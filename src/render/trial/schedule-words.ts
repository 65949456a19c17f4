import type { BlindedSchedule, ScheduledPeriod, TrialSchedule } from "../../schema/index.ts";
import { formatPValue } from "../pooling/p-value.ts";
import { count } from "../text/assumptions.ts";
import { countInWords } from "./trial-names.ts";

/** A schedule for the pharmacy, which names treatments, or a blinded one, which does not. */
export type AnySchedule = TrialSchedule | BlindedSchedule;

/** A period of either schedule. */
export type AnyPeriod = Omit<ScheduledPeriod, "treatment"> & { treatment?: string };

/** The periods of either schedule, by one type. */
export function scheduledPeriods(schedule: AnySchedule): readonly AnyPeriod[] {
  return schedule.periods;
}

/** Names of the patients, each once. */
export function patientsOf(schedule: AnySchedule): string[] {
  return [...new Set(scheduledPeriods(schedule).map(({ patient }) => patient))];
}

/** Last day of treatment. */
export function lastDayOf(schedule: AnySchedule): number {
  return scheduledPeriods(schedule).reduce((last, { lastDay }) => Math.max(last, lastDay), 1);
}

/** "8 periods of 7 days for 1 patient, with 28 days between periods: treatment from day 1 to day 56." */
export function scheduleSentence(schedule: AnySchedule): string {
  const { periodDays, washoutDays, runInDays } = schedule;
  const patients = patientsOf(schedule).length;
  const periods = Math.round(schedule.periods.length / Math.max(1, patients));
  const each =
    patients > 1
      ? `${count(patients, "patient")} with ${count(periods, "period")} each`
      : count(periods, "period");
  const between = washoutDays > 0 ? `, ${count(washoutDays, "day")} between one and the next` : "";
  const before = runInDays > 0 ? `, after a run-in of ${count(runInDays, "day")}` : "";
  return `${each} of ${count(periodDays, "day")}${between}${before}: the last one ends on day ${lastDayOf(schedule)}.`;
}

/** What the analysis will be able to find, known before the first score. */
export function powerSentences({ nPossible, smallestPValue }: AnySchedule): string[] {
  const { oneSided, twoSided } = smallestPValue;
  return [
    `The design could have given ${countInWords(nPossible)} assignments.`,
    `The smallest p-value that a randomization test of the first two treatments can reach is ${formatPValue(oneSided)} one-sided and ${formatPValue(twoSided)} two-sided.`,
  ];
}
