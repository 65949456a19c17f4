import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** One group of a log-rank test. */
export interface LogRankGroup {
  group: string;
  nObservations: number;
  /** Relapses seen. */
  observed: number;
  /** Relapses expected if all groups relapsed alike. */
  expected: number;
}

/** The test over all ways in which the groups' labels could have fallen. */
export interface LabelPermutation {
  /** Every way was counted, or a random sample of them. */
  method: "exact" | "monte-carlo";
  pValue: number;
  /** How many ways were counted. */
  nAssignments: number;
  /** What the labels were moved between: patients with all their courses, or courses. */
  units: "patient" | "course";
}

/** The answer of `logRank`. */
export interface LogRankResult {
  kind: "log-rank";
  schemaVersion: 1;
  nObservations: number;
  nEvents: number;
  nPatients: number;
  groups: LogRankGroup[];
  /** null where the groups were never at risk together when a relapse came. */
  chiSquared: number | null;
  degreesOfFreedom: number;
  /** By the chi-squared distribution, which needs many relapses; null without the statistic. */
  pValue: number | null;
  /** null without the statistic. */
  permutation: LabelPermutation | null;
  warnings: Warning[];
  provenance: Provenance;
}

/** The answer of `compareRestrictedMeans`. */
export interface RestrictedMeanComparison {
  kind: "restricted-mean-comparison";
  schemaVersion: 1;
  /** Names of the first and the second group. */
  groups: string[];
  timeUnit: string;
  /** Time up to which the means count. */
  restrictedTo: number;
  /** Each group's restricted mean, named in `series`; their difference, their ratio and that of the time lost. */
  estimates: Estimate[];
  /** Two-sided, by the normal distribution, of no difference; null where there is no standard error. */
  pValues: { parameter: string; pValue: number | null }[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

export const logRankResultSchema: z.ZodMiniType<LogRankResult> = z.strictObject({
  kind: z.literal("log-rank"),
  schemaVersion: z.literal(1),
  nObservations: z.int(),
  nEvents: z.int(),
  nPatients: z.int(),
  groups: z.array(
    z.strictObject({ group: z.string(), nObservations: z.int(), observed: z.int(), expected: z.number() }),
  ),
  chiSquared: nullableNumber,
  degreesOfFreedom: z.int(),
  pValue: nullableNumber,
  permutation: z.nullable(
    z.strictObject({
      method: z.enum(["exact", "monte-carlo"]),
      pValue: z.number(),
      nAssignments: z.int(),
      units: z.enum(["patient", "course"]),
    }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});

export const restrictedMeanComparisonSchema: z.ZodMiniType<RestrictedMeanComparison> = z.strictObject({
  kind: z.literal("restricted-mean-comparison"),
  schemaVersion: z.literal(1),
  groups: z.array(z.string()),
  timeUnit: z.string(),
  restrictedTo: z.number(),
  estimates: z.array(estimateSchema),
  pValues: z.array(z.strictObject({ parameter: z.string(), pValue: nullableNumber })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
