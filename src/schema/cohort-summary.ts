import * as z from "zod/mini";

/** A paper's mean relief, as a fraction of the scores before treatment, counted from the best score of their scale. */
export interface ReportedRelief {
  value: number;
  /** Step it is printed in. */
  step: number;
  /** Days after the course that it speaks of. */
  fromDay: number;
  toDay: number;
  /** Mean of the patients' own fractions, or one less the ratio of the mean score after to that before; default the former. */
  estimand?: "mean-of-ratios" | "ratio-of-means";
  /** Mean and standard deviation (n − 1) of the scores before treatment: a ratio of means of 2 patients or more needs both. */
  meanBefore?: number;
  sdBefore?: number;
}

/** What a paper says of patients whose scores it does not give. */
export interface CohortSummary {
  /** Name of the source. */
  source: string;
  /** How many patients. */
  n: number;
  meanRelief?: ReportedRelief;
  /** Shortest and longest time to relapse in days, and the step they are printed in. */
  duration?: { minimum: number; maximum: number; step: number };
  /** Sources and patients with which it shares patients. */
  overlaps?: string[];
}

export const cohortSummarySchema: z.ZodMiniType<CohortSummary> = z.strictObject({
  source: z.string().check(z.minLength(1)),
  n: z.int(),
  meanRelief: z.optional(
    z.strictObject({
      value: z.number(),
      step: z.number(),
      fromDay: z.number(),
      toDay: z.number(),
      estimand: z.optional(z.enum(["mean-of-ratios", "ratio-of-means"])),
      meanBefore: z.optional(z.number()),
      sdBefore: z.optional(z.number()),
    }),
  ),
  duration: z.optional(z.strictObject({ minimum: z.number(), maximum: z.number(), step: z.number() })),
  overlaps: z.optional(z.array(z.string())),
});
