import * as z from "zod/mini";
import { type Json, type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** One period of a planned trial (or one score, where treatments change between scores), as the pharmacy sees it. */
export interface ScheduledPeriod {
  patient: string;
  /** From 1. */
  period: number;
  /** Number of the block, from 1; null where there are none. */
  block: number | null;
  treatment: string;
  /** What is written on the package: it tells nothing about the treatment. */
  kit: string;
  /** First and last day of treatment, from 1 as the first day of the trial. */
  firstDay: number;
  lastDay: number;
}

/** The answer of `scheduleTrial`, for those who prepare the treatments: it names them. */
export interface TrialSchedule {
  kind: "trial-schedule";
  schemaVersion: 1;
  /** Name of the design, and the settings that make it again. */
  design: string;
  label: string;
  settings: { [setting: string]: Json };
  treatments: string[];
  /** Days before the first period, without treatment or scores that count. */
  runInDays: number;
  /** Days of each period. */
  periodDays: number;
  /** Days between one period and the next. */
  washoutDays: number;
  periods: ScheduledPeriod[];
  /** How many assignments the design could have given, in decimal digits. */
  nPossible: string;
  /** The least p-values a randomization test of the first two treatments can reach. */
  smallestPValue: { oneSided: number; twoSided: number };
  warnings: Warning[];
  provenance: Provenance;
}

/** A schedule for patients and those who score: without treatments, and without the seed, which would give them away. */
export interface BlindedSchedule {
  kind: "blinded-schedule";
  schemaVersion: 1;
  design: string;
  label: string;
  treatments: string[];
  runInDays: number;
  periodDays: number;
  washoutDays: number;
  periods: Omit<ScheduledPeriod, "treatment">[];
  nPossible: string;
  smallestPValue: { oneSided: number; twoSided: number };
}

const periodShape = {
  patient: z.string(),
  period: z.int(),
  block: z.nullable(z.int()),
  kit: z.string(),
  firstDay: z.int(),
  lastDay: z.int(),
};
const shared = {
  schemaVersion: z.literal(1),
  design: z.string(),
  label: z.string(),
  treatments: z.array(z.string()),
  runInDays: z.int(),
  periodDays: z.int(),
  washoutDays: z.int(),
  nPossible: z.string(),
  smallestPValue: z.strictObject({ oneSided: z.number(), twoSided: z.number() }),
};

export const trialScheduleSchema: z.ZodMiniType<TrialSchedule> = z.strictObject({
  kind: z.literal("trial-schedule"),
  ...shared,
  settings: z.record(z.string(), z.json()),
  periods: z.array(z.strictObject({ ...periodShape, treatment: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
}) as z.ZodMiniType<TrialSchedule>;

export const blindedScheduleSchema: z.ZodMiniType<BlindedSchedule> = z.strictObject({
  kind: z.literal("blinded-schedule"),
  ...shared,
  periods: z.array(z.strictObject(periodShape)),
});
