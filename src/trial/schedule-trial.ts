import { shuffled } from "../math/random/permutation.ts";
import { randomStream } from "../math/random/random-stream.ts";
import type { ResponseResult } from "../schema/response-result.ts";
import type { BlindedSchedule, ScheduledPeriod, TrialSchedule } from "../schema/trial-schedule.ts";
import { version } from "../version.ts";
import { carryoverWarnings } from "./carryover-warnings.ts";
import { smallestPValues } from "./smallest-p-value.ts";
import type { TrialDesign } from "./trial-design.ts";
import { levelWarnings } from "./trial-warnings.ts";

/** Options of `scheduleTrial`. */
export interface ScheduleTrialOptions {
  /** A whole number, which fixes the assignment: keep it from everyone but the pharmacy. */
  seed: number;
  /** Days of each period, from 1; default 7. Of each score, where treatments change between scores. */
  periodDays?: number;
  /** Days between one period and the next; default 0. */
  washoutDays?: number;
  /** Days before the first period; default 0. */
  runInDays?: number;
  /** Level of the interval to come, in (0, 1); default 0.95. */
  level?: number;
  /** Sides of the test to come; default 2. */
  sides?: 1 | 2;
  /** Names of the patients; default `patient 1`, `patient 2`, … */
  patients?: readonly string[];
  /** A fitted response, to see whether relief would carry over. */
  response?: ResponseResult;
}

type Settings = Required<Omit<ScheduleTrialOptions, "response">>;

function checkDays(option: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least || value > 100_000)
    throw new RangeError(`${option} must be a whole number from ${least} to 100000, got ${value}`);
}

function settingsFor(design: TrialDesign, options: ScheduleTrialOptions): Settings {
  const { seed, periodDays = 7, washoutDays = 0, runInDays = 0, level = 0.95, sides = 2 } = options;
  const patients = options.patients ?? Array.from({ length: design.nPatients }, (_, p) => `patient ${p + 1}`);
  checkDays("periodDays", periodDays, 1);
  checkDays("washoutDays", washoutDays, 0);
  checkDays("runInDays", runInDays, 0);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (sides !== 1 && sides !== 2) throw new RangeError(`sides must be 1 or 2, got ${sides}`);
  if (patients.length !== design.nPatients || new Set(patients).size < patients.length)
    throw new RangeError(`patients must be ${design.nPatients} different names, got ${patients.join(", ")}`);
  return { seed, periodDays, washoutDays, runInDays, level, sides, patients };
}

/** A number for every package, in random order, so that it tells nothing about what is inside. */
function kitsFor(nUnits: number, seed: number): string[] {
  const width = Math.max(3, String(nUnits).length);
  const numbers = Array.from({ length: nUnits }, (_, u) => `K${String(u + 1).padStart(width, "0")}`);
  return shuffled(randomStream(seed, 1), numbers);
}

function periodsOf(design: TrialDesign, assignment: Uint8Array, settings: Settings): ScheduledPeriod[] {
  const { seed, periodDays, washoutDays, runInDays, patients } = settings;
  const { unitsPerPatient, unitsPerBlock, treatments } = design;
  const kits = kitsFor(assignment.length, seed);
  return Array.from(assignment, (treatment, unit) => {
    const own = unit % unitsPerPatient;
    const firstDay = runInDays + own * (periodDays + washoutDays) + 1;
    return {
      patient: patients[Math.floor(unit / unitsPerPatient)]!,
      period: own + 1,
      block: unitsPerBlock === null ? null : Math.floor(own / unitsPerBlock) + 1,
      treatment: treatments[treatment]!,
      kit: kits[unit]!,
      firstDay,
      lastDay: firstDay + periodDays - 1,
    };
  });
}

/**
 * Draws the schedule of a trial, and says beforehand what its analysis can find.
 *
 * @param design A design with its settings.
 * @param options The seed, days, and a fitted response where there is one.
 * @returns The pharmacy's schedule, which names the treatments; `blindedSchedule` makes that of everyone else.
 * @throws {RangeError} when an option is out of range.
 * @see Shamseer et al. (2015), BMJ 350:h1793 (CENT 2015, items 8 to 11: randomisation, allocation and blinding).
 * @example
 * const design = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 });
 * scheduleTrial(design, { seed: 1 }).smallestPValue; // { oneSided: 0.0625, twoSided: 0.125 }
 */
export function scheduleTrial(design: TrialDesign, options: ScheduleTrialOptions): TrialSchedule {
  const settings = settingsFor(design, options);
  const { seed, periodDays, washoutDays, runInDays, level, sides } = settings;
  const assignment = new Uint8Array(design.space.nUnits);
  design.space.sample(randomStream(seed, 0), assignment);
  const smallestPValue = smallestPValues(design.space, assignment, 1, 0);
  const smallest = sides === 1 ? smallestPValue.oneSided : smallestPValue.twoSided;
  return {
    kind: "trial-schedule",
    schemaVersion: 1,
    design: design.name,
    label: design.label,
    settings: design.settings,
    treatments: [...design.treatments],
    runInDays,
    periodDays,
    washoutDays,
    periods: periodsOf(design, assignment, settings),
    nPossible: String(design.space.count),
    smallestPValue,
    warnings: [
      ...levelWarnings(smallest, level, true),
      ...carryoverWarnings(options.response, design.unitsBeforeReturn, periodDays + washoutDays),
    ],
    provenance: {
      package: "nof1",
      version,
      seed,
      inputSha256: null,
      options: {
        periodDays,
        washoutDays,
        runInDays,
        level,
        sides,
        patients: [...settings.patients],
        response: options.response?.patient ?? null,
      },
    },
  };
}

/**
 * The schedule for patients and those who score: packages and days, without treatments, seed or provenance.
 *
 * @example
 * const design = randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 });
 * "treatment" in blindedSchedule(scheduleTrial(design, { seed: 1 })).periods[0]; // false
 */
export function blindedSchedule(schedule: TrialSchedule): BlindedSchedule {
  const { design, label, treatments, runInDays, periodDays, washoutDays, nPossible, smallestPValue } =
    schedule;
  return {
    kind: "blinded-schedule",
    schemaVersion: 1,
    design,
    label,
    treatments,
    runInDays,
    periodDays,
    washoutDays,
    periods: schedule.periods.map(({ treatment: _, ...rest }) => rest),
    nPossible,
    smallestPValue,
  };
}
