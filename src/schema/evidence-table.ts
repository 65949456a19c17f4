import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** Which comparison one paper makes. */
export interface EvidenceRow {
  series: string;
  /** As the paper's row names it; null where it does not. */
  treatment: string | null;
  /** What the treatment is held against; null where it stands alone or the row does not name it. */
  comparator: string | null;
  /** True where the numbers of a control group are given. */
  controlled: boolean;
  /** Such as `immunoglobulin against placebo`. */
  comparison: string;
  design: string | null;
  outcome: string | null;
  /** Patients of both groups; null where unknown. */
  n: number | null;
  /** Other series with the same patients. */
  overlaps: string[];
}

/** The rows of one file as a result of their own. */
export interface EvidenceTable {
  kind: "evidence-table";
  schemaVersion: 1;
  rows: EvidenceRow[];
  warnings: Warning[];
  provenance: Provenance;
}

export const evidenceRowSchema: z.ZodMiniType<EvidenceRow> = z.strictObject({
  series: z.string(),
  treatment: z.nullable(z.string()),
  comparator: z.nullable(z.string()),
  controlled: z.boolean(),
  comparison: z.string(),
  design: z.nullable(z.string()),
  outcome: z.nullable(z.string()),
  n: z.nullable(z.number()),
  overlaps: z.array(z.string()),
});

export const evidenceTableSchema: z.ZodMiniType<EvidenceTable> = z.strictObject({
  kind: z.literal("evidence-table"),
  schemaVersion: z.literal(1),
  rows: z.array(evidenceRowSchema),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
