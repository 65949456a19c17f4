import * as z from "zod/mini";

/** What one check found of a report's printed numbers. */
export interface SummaryCheck {
  /** Name of the check, such as `grim`. */
  check: string;
  /** Its name for people; absent in files of versions that did not give it. */
  label?: string;
  /** Names of the numbers it compared. */
  quantities: string[];
  /** False: the numbers can't all be as printed. */
  consistent: boolean;
  /** What was found, against what must be true. */
  message: string;
  reference: string;
}

/** Whether a mean can be had from scores, in one reading of the report. */
export interface GrimAnswer {
  estimand: "value" | "ratio-of-means" | "mean-of-ratios";
  /** null where the search was not finished. */
  consistent: boolean | null;
  /** Sums, or pairs of sums, that give the mean; null for a mean of ratios, where samples are searched. */
  nSolutions: number | null;
  /** Possible means just below and above the printed one. */
  nearest: [number | null, number | null];
  message: string;
}

/** The answers of every check that applies to a report. */
export interface SummaryConsistency {
  kind: "summary-consistency";
  schemaVersion: 1;
  consistent: boolean;
  checks: SummaryCheck[];
}

export const summaryConsistencySchema: z.ZodMiniType<SummaryConsistency> = z.strictObject({
  kind: z.literal("summary-consistency"),
  schemaVersion: z.literal(1),
  consistent: z.boolean(),
  checks: z.array(
    z.strictObject({
      check: z.string(),
      label: z.optional(z.string()),
      quantities: z.array(z.string()),
      consistent: z.boolean(),
      message: z.string(),
      reference: z.string(),
    }),
  ),
});
