import { slopeUnit, timesOf } from "../trial-rows.ts";
import type { TrialTerm } from "../trial-term.ts";

/** A straight drift in time, by the day, or by the score where the trial has no days. */
export const trend: TrialTerm = {
  name: "trend",
  label: "Trend",
  allowsFor: "a straight drift in time",
  columns(_, rows) {
    const { times, unit } = timesOf(rows);
    return [{ name: "trend", label: `Trend per ${unit}`, unit: slopeUnit(unit), values: times }];
  },
};
