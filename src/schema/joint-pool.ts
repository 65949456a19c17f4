import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";

/** Several quantities of the same patients, pooled together with their covariance. */
export interface JointPool {
  /** Estimator and interval, by the names that people know. */
  method: string;
  /** Patients with at least one of the quantities. */
  nPatients: number;
  /** Names of the quantities, d of them, each on its working scale in the matrices. */
  parameters: string[];
  links: string[];
  /** The mean of each quantity, a further patient's, and the standard deviation between patients. */
  estimates: Estimate[];
  /** Covariance between patients on the working scales, d × d. */
  betweenCovariance: number[][];
  /** The correlations of that; null where a variance is 0. */
  betweenCorrelation: (number | null)[][];
  /** Restricted log-likelihood. */
  logLikelihood: number;
}

export const jointPoolSchema: z.ZodMiniType<JointPool> = z.strictObject({
  method: z.string(),
  nPatients: z.int(),
  parameters: z.array(z.string()),
  links: z.array(z.string()),
  estimates: z.array(estimateSchema),
  betweenCovariance: z.array(z.array(z.number())),
  betweenCorrelation: z.array(z.array(z.nullable(z.number()))),
  logLikelihood: z.number(),
});
