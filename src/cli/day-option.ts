import { InvalidArgumentError } from "commander";
import { calendarDate } from "../read/cells/calendar-date.ts";
import { dayOrDate, type ToldDay } from "../read/cells/day-or-date.ts";
import type { Patient } from "../schema/patient.ts";

/** A day as it stands on the command line. */
export interface AskedDay {
  told: ToldDay;
  /** As it was written. */
  text: string;
}

/** Reads a day in the patient's own count, or a date. */
export function askedDay(text: string): AskedDay {
  const told = dayOrDate.read(text, false);
  if (told === undefined) throw new InvalidArgumentError(`${dayOrDate.needs} is needed, got "${text}"`);
  return { told, text };
}

/** Reads one more of several days. */
export function askedDays(text: string, before: readonly AskedDay[] = []): AskedDay[] {
  return [...before, askedDay(text)];
}

/** A day in a patient's own count; null for a date where the patient's days have none. */
export function dayOf({ told }: AskedDay, { origin }: Pick<Patient, "origin">): number | null {
  if (told.told === "day") return told.value;
  const first = origin === null ? undefined : calendarDate.read(origin, false);
  return first === undefined ? null : told.value - first;
}
