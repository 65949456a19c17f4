import * as z from "zod/mini";

/** When the relief of one course ended, as far as it is known, in days (or another unit) after the course. */
export interface RelapseRow {
  /** Last known well; 0 where the relapse was first seen without a visit before it. */
  lower: number;
  /** First known relapsed: `lower` where the time is known exactly, null where there is no relapse yet. */
  upper: number | null;
  /** Absent where the rows name no patients: each row then is a patient of its own. */
  patient?: string;
  /** Number of the course, from 1. */
  course?: number;
  /** Further numbers by name, such as a dose. */
  covariates?: { [name: string]: number };
}

export const relapseRowSchema: z.ZodMiniType<RelapseRow> = z.strictObject({
  lower: z.number(),
  upper: z.nullable(z.number()),
  patient: z.optional(z.string()),
  course: z.optional(z.int()),
  covariates: z.optional(z.record(z.string(), z.number())),
});
