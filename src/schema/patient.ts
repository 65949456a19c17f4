import * as z from "zod/mini";
import { type Improvement, improvementSchema, type Scale, scaleSchema } from "./scale.ts";

/** A day, and the bounds it is known by. At least `day`, or both bounds, or `daysAfterCourse` is given. */
export interface KnownDay {
  /** Days from the patient's origin; null where only bounds are known. */
  day: number | null;
  /** First day it can have been. */
  dayEarliest: number | null;
  /** Last day it can have been. */
  dayLatest: number | null;
}

/** One score as it was given. */
export interface Score extends KnownDay {
  /** The day counted from the last course listed above it (`coursesBefore`), where known only so. */
  daysAfterCourse: number | null;
  /** How many of the patient's courses the file lists above this score. */
  coursesBefore: number;
  /** Lowest and highest value on the scale that the score may have been; equal for an ordinary score. */
  lower: number;
  upper: number;
  /** Rescue or new pain treatment at that score. */
  rescue: boolean;
  note: string | null;
}

/** One course of treatment, by its first infusion day. */
export interface Course extends KnownDay {
  /** Total dose of the course in grams per kilogram of body weight; null where unknown. */
  doseGPerKg: number | null;
  note: string | null;
}

/** A visit without a score: only its day is known. */
export interface MissedVisit extends KnownDay {
  note: string | null;
}

/** One patient, or one outcome of a patient: scores and courses in the order of the file. */
export interface Patient {
  patient: string;
  /** What was scored, such as `walking`; absent where the file names no outcomes. */
  outcome?: string;
  timeUnit: "day";
  /** ISO date of day 0, where the file gave dates. */
  origin: string | null;
  scale: Scale;
  /** Which way scores go when it gets better; absent where nothing says so. */
  improvement?: Improvement;
  scores: Score[];
  /** Courses of the patient, the same for every outcome. */
  courses: Course[];
  /** Visits without a score; absent where there are none. */
  missedVisits?: MissedVisit[];
}

const nullableNumber = z.nullable(z.number());
const knownDay = { day: nullableNumber, dayEarliest: nullableNumber, dayLatest: nullableNumber };

export const scoreSchema: z.ZodMiniType<Score> = z.strictObject({
  ...knownDay,
  daysAfterCourse: nullableNumber,
  coursesBefore: z.int().check(z.nonnegative()),
  lower: z.number(),
  upper: z.number(),
  rescue: z.boolean(),
  note: z.nullable(z.string()),
});

export const courseSchema: z.ZodMiniType<Course> = z.strictObject({
  ...knownDay,
  doseGPerKg: z.nullable(z.number().check(z.positive())),
  note: z.nullable(z.string()),
});

export const missedVisitSchema: z.ZodMiniType<MissedVisit> = z.strictObject({
  ...knownDay,
  note: z.nullable(z.string()),
});

export const patientSchema: z.ZodMiniType<Patient> = z.strictObject({
  patient: z.string().check(z.minLength(1)),
  outcome: z.optional(z.string().check(z.minLength(1))),
  timeUnit: z.literal("day"),
  origin: z.nullable(z.string()),
  scale: scaleSchema,
  improvement: z.optional(improvementSchema),
  scores: z.array(scoreSchema),
  courses: z.array(courseSchema),
  missedVisits: z.optional(z.array(missedVisitSchema)),
});
