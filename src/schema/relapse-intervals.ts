import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type RelapseRule, relapseRuleSchema } from "./response-result.ts";

/** What one score after a course says about the relief. */
export interface VisitState {
  course: number;
  /** Days after the course. */
  day: number;
  /** The score in words: `7`, or `6–8`. */
  score: string;
  /** `undecided` where a range lies on both sides of the threshold. */
  state: "well" | "relapsed" | "undecided";
  /** Rescue or new treatment at that score. */
  rescue: boolean;
}

/** When a course's relief ended, by the scores alone. */
export interface ScoreInterval {
  /**
   * `relapsed` between two scores; still `well` at the last one; `never-well`: no score shows relief; `not-seen`: there is
   * no score after the course.
   */
  state: "relapsed" | "well" | "never-well" | "not-seen";
  /** Last known well, in days after the course; null where it never was. */
  lower: number | null;
  /** First known relapsed; null where it isn't. */
  upper: number | null;
}

/** When a course's relief ends, by the fitted curve. */
export interface CurveInterval {
  /** null where the relief has no end. */
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  level: number;
  /** Probability that relief never reaches the threshold; null where the fit gives none. */
  neverReached: number | null;
  /** Probability that the relapse comes after the last score that could show it; null where the fit gives none. */
  afterLastVisit: number | null;
}

/** One course with both answers. */
export interface CourseRelapse {
  /** Number of the course, from 1, in the order of the days. */
  course: number;
  /** In the patient's own count of days. */
  day: number;
  scores: ScoreInterval;
  /** null where no fit was given, or it says nothing of this course alone. */
  curve: CurveInterval | null;
}

/** The answer of `relapseIntervals`: from a patient's scores, and a fitted curve, to intervals of relapse. */
export interface RelapseIntervals {
  kind: "relapse-intervals";
  schemaVersion: 1;
  patient: string;
  outcome?: string;
  timeUnit: "day";
  relapseAt: RelapseRule;
  /** Scores beyond the threshold, one after the other, that make a relapse. */
  confirm: number;
  /** Mean of the scores before the first course; null where there are none. */
  baseline: number | null;
  /** The score that parts well from relapsed. */
  threshold: number;
  visits: VisitState[];
  courses: CourseRelapse[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

const visitSchema = z.strictObject({
  course: z.int(),
  day: z.number(),
  score: z.string(),
  state: z.enum(["well", "relapsed", "undecided"]),
  rescue: z.boolean(),
});

const courseSchema = z.strictObject({
  course: z.int(),
  day: z.number(),
  scores: z.strictObject({
    state: z.enum(["relapsed", "well", "never-well", "not-seen"]),
    lower: nullableNumber,
    upper: nullableNumber,
  }),
  curve: z.nullable(
    z.strictObject({
      estimate: nullableNumber,
      lower: nullableNumber,
      upper: nullableNumber,
      level: z.number(),
      neverReached: nullableNumber,
      afterLastVisit: nullableNumber,
    }),
  ),
});

export const relapseIntervalsSchema: z.ZodMiniType<RelapseIntervals> = z.strictObject({
  kind: z.literal("relapse-intervals"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  timeUnit: z.literal("day"),
  relapseAt: relapseRuleSchema,
  confirm: z.int(),
  baseline: nullableNumber,
  threshold: z.number(),
  visits: z.array(visitSchema),
  courses: z.array(courseSchema),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
