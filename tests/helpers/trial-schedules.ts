import type { BlindedSchedule, TrialSchedule } from "../../src/schema/index.ts";
import { ab, blindedSchedule, randomizedPairs, scheduleTrial, williams } from "../../src/trial/index.ts";
import { LONG } from "./trial-results.ts";

const pairs = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 });

/** Schedules: of one patient, of several, of single days. */
export const schedules: Readonly<Record<string, TrialSchedule>> = {
  "four pairs": scheduleTrial(pairs, { seed: 3, periodDays: 28, washoutDays: 7, runInDays: 14 }),
  "several patients": scheduleTrial(
    williams.design({ treatments: ["saline", "IVIG", "gabapentin"], nPatients: 6 }),
    {
      seed: 4,
      periodDays: 14,
      washoutDays: 7,
    },
  ),
  "sixty days": scheduleTrial(
    ab.design({ treatments: ["usual care", "IVIG"], nScores: 60, minimumLength: 5 }),
    { seed: 5, periodDays: 1 },
  ),
  "long names": scheduleTrial(randomizedPairs.design({ treatments: [LONG, "IVIG"], nPairs: 4 }), {
    seed: 6,
    patients: [`<b>${LONG}`],
  }),
};

export const blinded: Readonly<Record<string, BlindedSchedule>> = Object.fromEntries(
  Object.entries(schedules).map(([name, schedule]) => [name, blindedSchedule(schedule)]),
);
