import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type RelapseRule, relapseRuleSchema } from "./response-result.ts";

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
  course: PlannedCourse | null;
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
