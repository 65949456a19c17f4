import * as z from "zod/mini";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** What one series does to the pool; all that needs a pool without it is null where there is none. */
export interface SeriesInfluence {
  series: string;
  /** Its effect minus what the others predict, over the standard error of that. */
  studentizedDeletedResidual: number | null;
  /** How far its fitted mean moves without it, in standard errors. */
  dffits: number | null;
  /** How far all coefficients move without it, as a squared distance. */
  cooksDistance: number | null;
  /** How far each coefficient moves without it, in standard errors at the τ² that is left. */
  dfbetas: { parameter: string; value: number }[] | null;
  /** Determinant of the coefficients' covariance without it over that with it; below 1 where they are surer without it. */
  covarianceRatio: number | null;
  tauSquaredDeleted: number | null;
  qDeleted: number | null;
  /** Leverage, in [0, 1]. */
  hat: number;
  /** Share of the weights, in [0, 1]. */
  weight: number;
  /** Baujat's horizontal axis: its squared Pearson residual, a share of the heterogeneity. */
  squaredPearsonResidual: number;
  /** Baujat's vertical axis: the squared change of its fitted mean without it, over the variance of that mean. */
  squaredShift: number | null;
}

/** The answer of `poolInfluence`. */
export interface PoolInfluence {
  kind: "pool-influence";
  schemaVersion: 1;
  nSeries: number;
  nCoefficients: number;
  tauSquared: number;
  q: number;
  series: SeriesInfluence[];
  leftOut: { series: string; reason: string }[];
  warnings: Warning[];
  provenance: Provenance;
}

const nullableNumber = z.nullable(z.number());

export const poolInfluenceSchema: z.ZodMiniType<PoolInfluence> = z.strictObject({
  kind: z.literal("pool-influence"),
  schemaVersion: z.literal(1),
  nSeries: z.int(),
  nCoefficients: z.int(),
  tauSquared: z.number(),
  q: z.number(),
  series: z.array(
    z.strictObject({
      series: z.string(),
      studentizedDeletedResidual: nullableNumber,
      dffits: nullableNumber,
      cooksDistance: nullableNumber,
      dfbetas: z.nullable(z.array(z.strictObject({ parameter: z.string(), value: z.number() }))),
      covarianceRatio: nullableNumber,
      tauSquaredDeleted: nullableNumber,
      qDeleted: nullableNumber,
      hat: z.number(),
      weight: z.number(),
      squaredPearsonResidual: z.number(),
      squaredShift: nullableNumber,
    }),
  ),
  leftOut: z.array(z.strictObject({ series: z.string(), reason: z.string() })),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
