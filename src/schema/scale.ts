import * as z from "zod/mini";

/** The scale on which a symptom is scored. */
export interface Scale {
  /** Lowest score that can be given (the floor). */
  minimum: number;
  /** Highest score that can be given (the ceiling). */
  maximum: number;
  /** Distance between two neighbouring scores. */
  step: number;
}

/** The way scores go when a symptom or a function gets better: down for pain, up for grip strength. */
export type Improvement = "decrease" | "increase";

export const improvementSchema: z.ZodMiniType<Improvement> = z.enum(["decrease", "increase"]);

export const scaleSchema: z.ZodMiniType<Scale> = z.strictObject({
  minimum: z.number(),
  maximum: z.number(),
  step: z.number().check(z.positive()),
});
