import * as z from "zod/mini";

/** One prior as it was used: normal on the working scale. */
export interface PriorUsed {
  /** Working parameter, such as `logit relief`. */
  parameter: string;
  /** Mean, counted from the parameter named in `around` where there is one. */
  mean: number;
  /** Working parameter that is the centre, such as the mean over courses. */
  around: string | null;
  /** null where the prior is flat. */
  sd: number | null;
}

/** The fit on the working scale, from which every estimate can be computed again. */
export interface WorkingFit {
  parameters: string[];
  /** Posterior mode (maximum a posteriori), or least-squares estimate. */
  mode: number[];
  /** Covariance at the mode (inverse Hessian); null where the Hessian is not positive definite. */
  matrix: number[][] | null;
}

const nullableNumber = z.nullable(z.number());

export const priorUsedSchema: z.ZodMiniType<PriorUsed> = z.strictObject({
  parameter: z.string(),
  mean: z.number(),
  around: z.nullable(z.string()),
  sd: nullableNumber,
});

export const workingFitSchema: z.ZodMiniType<WorkingFit> = z.strictObject({
  parameters: z.array(z.string()),
  mode: z.array(z.number()),
  matrix: z.nullable(z.array(z.array(z.number()))),
});
