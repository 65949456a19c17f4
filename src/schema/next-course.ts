import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type RelapseRule, relapseRuleSchema } from "./response-result.ts";
import { type Scale, scaleSchema } from "./scale.ts";

/** A course that may be given. */
export interface PlannedCourse {
  /** First infusion day. */
  day: number;
  /** null where it is left open. */
  doseGPerKg: number | null;
}

/** What is looked ahead at: the courses given so far, or these and the planned one. */
export type Scenario = "courses-so-far" | "planned-course";

/** The probability of one way it may go. Those of one scenario add to 1. */
export interface OutlookProbability {
  scenario: Scenario;
  /** Name in the code: `noEffect`, `neverReached`, `alreadyCrossed`, `crosses`, `holds`. */
  event: string;
  label: string;
  probability: number;
  patient: string;
  outcome?: string;
}

/** One point of the curve to come, all courses of its scenario together, given an effect. */
export interface OutlookPoint {
  scenario: Scenario;
  /** Day, in the patient's own count. */
  time: number;
  /** Median of the expected score. */
  value: number;
  /** Ends of the pointwise band; null where the draws are too few. */
  lower: number | null;
  upper: number | null;
  /** Median of the score at which the rule of relapse is met. */
  threshold: number;
}

/** A score as the fit saw it, to be drawn beside the curve. */
export interface OutlookScore {
  day: number;
  /** The score in words: `7`, or `6–8`. */
  score: string;
}

/** The answer of `nextCourse`: when the score will cross the declared threshold. */
export interface NextCourseResult {
  kind: "next-course";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  model: string;
  timeUnit: "day";
  /** ISO date of day 0, where the file gave dates. */
  origin: string | null;
  /** Day from which it is looked ahead. */
  today: number;
  /** Days that are looked ahead, from today and, with a planned course, from its day. */
  horizon: number;
  relapseAt: RelapseRule;
  /** Two-sided level of estimates and band, in (0, 1). */
  level: number;
  course: PlannedCourse | null;
  scale: Scale;
  /** First days of the courses so far. */
  courseDays: number[];
  scores: OutlookScore[];
  /** From the last course or 60 days before today on, whichever is earlier; with a planned course, also from its day on. */
  curve: OutlookPoint[];
  /** Rows `crossingDay` and, with a planned course, `crossingDayWithCourse` and `courseDuration`. */
  estimates: Estimate[];
  probabilities: OutlookProbability[];
  /** The answer in words. */
  meaning: string[];
  /** What is taken for granted, in words. */
  assumptions: string[];
  warnings: Warning[];
  provenance: Provenance;
}

export const nextCourseResultSchema: z.ZodMiniType<NextCourseResult> = z.strictObject({
  kind: z.literal("next-course"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  model: z.string(),
  timeUnit: z.literal("day"),
  origin: z.nullable(z.string()),
  today: z.number(),
  horizon: z.number().check(z.positive()),
  relapseAt: relapseRuleSchema,
  course: z.nullable(
    z.strictObject({ day: z.number(), doseGPerKg: z.nullable(z.number().check(z.positive())) }),
  ),
  level: z.number().check(z.gt(0), z.lt(1)),
  scale: scaleSchema,
  courseDays: z.array(z.number()),
  scores: z.array(z.strictObject({ day: z.number(), score: z.string() })),
  curve: z.array(
    z.strictObject({
      scenario: z.enum(["courses-so-far", "planned-course"]),
      time: z.number(),
      value: z.number(),
      lower: z.nullable(z.number()),
      upper: z.nullable(z.number()),
      threshold: z.number(),
    }),
  ),
  estimates: z.array(estimateSchema),
  probabilities: z.array(
    z.strictObject({
      scenario: z.enum(["courses-so-far", "planned-course"]),
      event: z.string(),
      label: z.string(),
      probability: z.number().check(z.gte(0), z.lte(1)),
      patient: z.string(),
      outcome: z.optional(z.string()),
    }),
  ),
  meaning: z.array(z.string()),
  assumptions: z.array(z.string()),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
