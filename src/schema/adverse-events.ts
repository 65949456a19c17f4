import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** Adverse events of one period. */
export interface PeriodEvents {
  period: number;
  block: number | null;
  treatment: string;
  /** null where no row of the period tells a count. */
  nEvents: number | null;
  /** Rate with exact Poisson limits; null where there is no count. */
  rate: number | null;
  lower: number | null;
  upper: number | null;
}

/** The answer of `adverseEvents`. */
export interface AdverseEventsResult {
  kind: "adverse-events";
  schemaVersion: 1;
  patient: string;
  treatment: string;
  reference: string;
  /** What rates are per. */
  rateUnit: "period" | "day";
  periods: PeriodEvents[];
  /** Rate under the treatment, rate under the reference, and their ratio. */
  estimates: Estimate[];
  /** Exact conditional test of equal rates; null where there was no event. */
  test: { events: number; referenceEvents: number; pValue: number } | null;
  warnings: Warning[];
  provenance: Provenance;
}

/** What happened under one treatment besides it. */
export interface TreatmentConduct {
  treatment: string;
  /** Scores that were planned: those taken and those missing. */
  nPlanned: number;
  nMissing: number;
  /** Scores, missing ones too, with rescue treatment. */
  nRescue: number;
}

/** The effect under one way to count what happened besides. */
export interface StrategyAnswer {
  /** Name of the strategy. */
  strategy: string;
  label: string;
  /** The question that the estimate then answers, in a sentence. */
  question: string;
  nScores: number;
  /** Mean under the treatment less that under the reference, in score points; null where one has no score. */
  difference: number | null;
}

/** The answer of `intercurrentEvents`. */
export interface IntercurrentEventsResult {
  kind: "intercurrent-events";
  schemaVersion: 1;
  patient: string;
  treatment: string;
  reference: string;
  treatments: TreatmentConduct[];
  strategies: StrategyAnswer[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());
const shared = {
  schemaVersion: z.literal(1),
  patient: z.string(),
  treatment: z.string(),
  reference: z.string(),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
};

export const adverseEventsResultSchema: z.ZodMiniType<AdverseEventsResult> = z.strictObject({
  ...shared,
  kind: z.literal("adverse-events"),
  rateUnit: z.enum(["period", "day"]),
  periods: z.array(
    z.strictObject({
      period: z.int(),
      block: z.nullable(z.int()),
      treatment: z.string(),
      nEvents: z.nullable(z.int()),
      rate: nullableNumber,
      lower: nullableNumber,
      upper: nullableNumber,
    }),
  ),
  estimates: z.array(estimateSchema),
  test: z.nullable(
    z.strictObject({
      events: z.int(),
      referenceEvents: z.int(),
      pValue: z.number().check(z.gte(0), z.lte(1)),
    }),
  ),
});

export const intercurrentEventsResultSchema: z.ZodMiniType<IntercurrentEventsResult> = z.strictObject({
  ...shared,
  kind: z.literal("intercurrent-events"),
  treatments: z.array(
    z.strictObject({
      treatment: z.string(),
      nPlanned: z.int(),
      nMissing: z.int(),
      nRescue: z.int(),
    }),
  ),
  strategies: z.array(
    z.strictObject({
      strategy: z.string(),
      label: z.string(),
      question: z.string(),
      nScores: z.int(),
      difference: nullableNumber,
    }),
  ),
});
