import * as z from "zod/mini";

/** Densities of a standard deviation between patients at one value of it. */
export interface SpreadPoint {
  value: number;
  prior: number;
  posterior: number;
}

/** How much patients were thought to differ before the data, and after them. */
export interface SpreadDensity {
  /** Name of its row among the estimates. */
  parameter: string;
  label: string;
  /** Scale on which patients differ: logit or log. */
  unit: string;
  /** Evenly spaced from 0; no posterior is drawn where the likelihood has no curvature, and there are then no points. */
  points: SpreadPoint[];
}

export const spreadDensitySchema: z.ZodMiniType<SpreadDensity> = z.strictObject({
  parameter: z.string(),
  label: z.string(),
  unit: z.string(),
  points: z.array(z.strictObject({ value: z.number(), prior: z.number(), posterior: z.number() })),
});
