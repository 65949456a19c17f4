import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";
import { type Improvement, improvementSchema } from "./scale.ts";
import { eventProbabilitiesSchema, noEffectTestSchema, type TrialModelAnswer } from "./trial-model-answer.ts";

/** What is said of one patient of a series. All effects are the treatment's mean score less the reference's. */
export interface SeriesPatient {
  patient: string;
  nScores: number;
  /** By the patient's scores alone; null where they allow no answer. */
  own: Estimate | null;
  /** The same scores, but with errors whose spread is that of all patients together; null where there is none. */
  local: Estimate | null;
  /** Drawn towards the mean of all patients, the more the less the patient's scores tell; null without a mixed model. */
  shrunken: Estimate | null;
  /** Probability that the treatment is better in this patient, by the shrunken effect; null without one. */
  probabilityOfBenefit: number | null;
  /** Probability that it is better by the least that matters; null where none was named. */
  probabilityBeyondThreshold: number | null;
}

/** The answer of `analyzeSeries`: what several patients' trials say together, and of each patient. */
export interface TrialSeriesResult {
  kind: "trial-series";
  schemaVersion: 1;
  treatment: string;
  reference: string;
  improvement: Improvement;
  /** Least effect that matters, in score points; null where none was named. */
  threshold: number | null;
  nPatients: number;
  nScores: number;
  /** Name and label of the model of each patient alone. */
  model: string;
  label: string;
  /** What the mixed model takes for granted, in a sentence. */
  assumes: string;
  /** By the mixed model, or where it has no answer by the pool: the mean effect first, then the next patient's. */
  estimates: Estimate[];
  /** Test of no mean effect; null where there is none. */
  test: TrialModelAnswer["test"];
  /** By the pool of the patients' own effects: mean, next patient and spread; empty below two such effects. */
  pool: Estimate[];
  patients: SeriesPatient[];
  /** Of the next patient. */
  probabilities: TrialModelAnswer["probabilities"];
  warnings: Warning[];
  provenance: Provenance;
}

const probability = z.nullable(z.number().check(z.gte(0), z.lte(1)));
const nullableEstimate = z.nullable(estimateSchema);

export const trialSeriesResultSchema: z.ZodMiniType<TrialSeriesResult> = z.strictObject({
  kind: z.literal("trial-series"),
  schemaVersion: z.literal(1),
  treatment: z.string(),
  reference: z.string(),
  improvement: improvementSchema,
  threshold: z.nullable(z.number()),
  nPatients: z.int(),
  nScores: z.int(),
  model: z.string(),
  label: z.string(),
  assumes: z.string(),
  estimates: z.array(estimateSchema),
  test: noEffectTestSchema,
  pool: z.array(estimateSchema),
  patients: z.array(
    z.strictObject({
      patient: z.string(),
      nScores: z.int(),
      own: nullableEstimate,
      local: nullableEstimate,
      shrunken: nullableEstimate,
      probabilityOfBenefit: probability,
      probabilityBeyondThreshold: probability,
    }),
  ),
  probabilities: eventProbabilitiesSchema,
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
