import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** One sample that fits a report. */
export interface ReconstructedSample {
  /** Values of the patients, from least to greatest. */
  values: number[];
  /** With n − 1; null for one patient. */
  sd: number | null;
  /** Sets of score pairs that give these values, told apart by their scores and not by their order; 1 for plain values. */
  nPairSets: number;
}

/** Least and greatest value, and quartiles (type 7), each sample counted once. */
export interface SampleSpread {
  lower: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
  upper: number;
}

/** How much of what could be drawn has been seen. */
export interface SamplingCoverage {
  /** Draws that ended in a sample, and those that did not. */
  draws: number;
  failed: number;
  /** Samples drawn once only. */
  seenOnce: number;
  /** Estimated chance that the next draw is one already seen (Good–Turing): 1 − `seenOnce` / `draws`. */
  share: number;
}

/** The samples that fit a report: all of them, or those that a seeded search met. */
export interface Reconstruction {
  kind: "reconstruction";
  schemaVersion: 1;
  /** Patients. */
  n: number;
  /** Different values that one patient can have. */
  nValues: number;
  /** True where every sample was looked at. */
  complete: boolean;
  /** Different samples found. */
  nSamples: number;
  /** Sets of score pairs behind them, in sum. */
  nPairSets: number;
  /** Spread of their standard deviations, means and medians; the first is null for one patient. */
  sd: SampleSpread | null;
  mean: SampleSpread;
  median: SampleSpread;
  /** Every sample, or evenly thinned where there are more than were to be kept. */
  samples: ReconstructedSample[];
  /** null where every sample was looked at. */
  coverage: SamplingCoverage | null;
  warnings: Warning[];
  provenance: Provenance;
}

const spread = z.strictObject({
  lower: z.number(),
  lowerQuartile: z.number(),
  median: z.number(),
  upperQuartile: z.number(),
  upper: z.number(),
});
const count = z.number().check(z.gte(0));

export const reconstructionSchema: z.ZodMiniType<Reconstruction> = z.strictObject({
  kind: z.literal("reconstruction"),
  schemaVersion: z.literal(1),
  n: z.int().check(z.gte(1)),
  nValues: z.int().check(z.gte(1)),
  complete: z.boolean(),
  nSamples: z.int().check(z.gte(1)),
  nPairSets: count,
  sd: z.nullable(spread),
  mean: spread,
  median: spread,
  samples: z.array(
    z.strictObject({ values: z.array(z.number()), sd: z.nullable(z.number()), nPairSets: count }),
  ),
  coverage: z.nullable(z.strictObject({ draws: count, failed: count, seenOnce: count, share: z.number() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
