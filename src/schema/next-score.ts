import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type RelapseRule, relapseRuleSchema } from "./response-result.ts";

/** What one more score on a day is expected to leave of what is not known of the relapse day. */
export interface ScoreDay {
  /** Day of the score, in the patient's own count. */
  day: number;
  /** Root of the expected posterior variance of the relapse day, in days. */
  expectedSd: number;
  /** 1 − expectedSd / sd without the score. */
  relativeReduction: number;
  /** Standard error of `relativeReduction` because the draws are few. */
  monteCarloError: number;
}

/** The day on which one more score would tell most. */
export interface BestScoreDay extends ScoreDay {
  /** Days around it that give at least nine tenths of its reduction. */
  from: number;
  to: number;
}

/** The answer of `nextScore`: the day on which one more score would narrow the relapse day most. */
export interface NextScoreResult {
  kind: "next-score";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  model: string;
  timeUnit: "day";
  /** ISO date of day 0, where the file gave dates. */
  origin: string | null;
  /** First day that is tried. */
  today: number;
  /** Days that are tried. */
  horizon: number;
  relapseAt: RelapseRule;
  /** Number of the course whose relapse day is meant: the last. */
  course: number;
  /** The row `relapseDay`, in days from the course's start, as it is known without the score. */
  estimates: Estimate[];
  /** Every day that is tried; empty where too few draws have a relapse day. */
  curve: ScoreDay[];
  best: BestScoreDay | null;
  /** The answer in words. */
  meaning: string[];
  /** What is taken for granted, in words. */
  assumptions: string[];
  warnings: Warning[];
  provenance: Provenance;
}

const scoreDay = {
  day: z.number(),
  expectedSd: z.number().check(z.nonnegative()),
  relativeReduction: z.number().check(z.lte(1)),
  monteCarloError: z.number().check(z.nonnegative()),
};

export const nextScoreResultSchema: z.ZodMiniType<NextScoreResult> = z.strictObject({
  kind: z.literal("next-score"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  model: z.string(),
  timeUnit: z.literal("day"),
  origin: z.nullable(z.string()),
  today: z.number(),
  horizon: z.number().check(z.positive()),
  relapseAt: relapseRuleSchema,
  course: z.int(),
  estimates: z.array(estimateSchema),
  curve: z.array(z.strictObject(scoreDay)),
  best: z.nullable(z.strictObject({ ...scoreDay, from: z.number(), to: z.number() })),
  meaning: z.array(z.string()),
  assumptions: z.array(z.string()),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
