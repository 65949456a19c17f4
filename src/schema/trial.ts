import * as z from "zod/mini";

/** One score of a trial, and the treatment under which it was taken. */
export interface TrialScore {
  treatment: string;
  score: number;
  /** Number of the period, from 1, in the order of time; one where each score is a period of its own. */
  period: number;
  /** Number of the block (a pair is a block of two periods), from 1; null where the design has none. */
  block: number | null;
  /** Days from any origin; null where the file gives none. */
  day: number | null;
  /** Row of the file; absent where the trial was not read from one. */
  row?: number;
  /** Adverse events counted since the score before; absent where the file tells none. */
  adverseEvents?: number;
  /** True where rescue or other treatment was taken. */
  rescue?: boolean;
}

/** A score that was planned and is missing. */
export interface MissedScore extends Omit<TrialScore, "score"> {
  /** How many of the trial's scores stand before it. */
  nBefore: number;
}

/** One patient's trial: every score in the order of time. */
export interface Trial {
  patient: string;
  /** Names of the treatments in the order of their first period; the first one is the reference unless a user names another. */
  treatments: string[];
  scores: TrialScore[];
  /** Scores that are missing, in the order of time; absent where none is. */
  missed?: MissedScore[];
}

const place = {
  treatment: z.string().check(z.minLength(1)),
  period: z.int().check(z.gte(1)),
  block: z.nullable(z.int().check(z.gte(1))),
  day: z.nullable(z.number()),
  row: z.optional(z.int()),
  adverseEvents: z.optional(z.int().check(z.gte(0))),
  rescue: z.optional(z.boolean()),
};

export const trialScoreSchema: z.ZodMiniType<TrialScore> = z.strictObject({ ...place, score: z.number() });

export const trialSchema: z.ZodMiniType<Trial> = z.strictObject({
  patient: z.string().check(z.minLength(1)),
  treatments: z.array(z.string()),
  scores: z.array(trialScoreSchema),
  missed: z.optional(z.array(z.strictObject({ ...place, nBefore: z.int().check(z.gte(0)) }))),
});
