import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** One law of the time to relapse beside the others; what could not be computed is null, and a warning says why. */
export interface AveragedRelapseModel {
  /** Name in the code, such as `weibull`. */
  model: string;
  label: string;
  nParameters: number | null;
  logLikelihood: number | null;
  /** null under priors. */
  aicc: number | null;
  /** null under maximum likelihood. */
  logMarginalLikelihood: number | null;
  /** Share in the average, in [0, 1]; null where the model could not be fitted. */
  weight: number | null;
  /** Its own median time to relapse, with its limits. */
  median: number | null;
  lower: number | null;
  upper: number | null;
}

/** The answer of `averageRelapse`. */
export interface RelapseAverage {
  kind: "relapse-average";
  schemaVersion: 1;
  nObservations: number;
  timeUnit: string;
  /** What the models are weighed by: `marginal-likelihood` or `aicc`. */
  weighting: string;
  models: AveragedRelapseModel[];
  /** The median and the next relapse, averaged. */
  estimates: Estimate[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

export const relapseAverageSchema: z.ZodMiniType<RelapseAverage> = z.strictObject({
  kind: z.literal("relapse-average"),
  schemaVersion: z.literal(1),
  nObservations: z.int(),
  timeUnit: z.string(),
  weighting: z.string(),
  models: z.array(
    z.strictObject({
      model: z.string(),
      label: z.string(),
      nParameters: z.nullable(z.int()),
      logLikelihood: nullableNumber,
      aicc: nullableNumber,
      logMarginalLikelihood: nullableNumber,
      weight: nullableNumber,
      median: nullableNumber,
      lower: nullableNumber,
      upper: nullableNumber,
    }),
  ),
  estimates: z.array(estimateSchema),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
