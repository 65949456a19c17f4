import * as z from "zod/mini";
import { type Estimate, estimateSchema } from "./estimate.ts";
import { type Provenance, provenanceSchema, type Warning, warningSchema } from "./provenance.ts";

/** A point of a profile. */
export interface ProfilePoint {
  /** The quantity, in the unit of its estimate. */
  value: number;
  /** How far the log-likelihood, with the log prior where there is one, falls below its maximum with all else at its best: 0 or more. */
  drop: number;
}

/** The profile of one quantity. */
export interface ParameterProfile {
  /** The mode with the profile's limits. */
  estimate: Estimate;
  /** Scale on which the profile is nearly a parabola. */
  link: "identity" | "log" | "logit";
  /** In the order of the quantity; empty where it does not exist at the mode. */
  points: ProfilePoint[];
}

/** The answer of `profileResponse`. */
export interface ProfileLikelihoodResult {
  kind: "profile-likelihood";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  /** Name of the model, such as `plateau`. */
  model: string;
  /** Name of the set of priors. */
  priors: string;
  /** Whether the log density of some prior is part of what falls, beside the log-likelihood. */
  penalized: boolean;
  nObservations: number;
  nCourses: number;
  timeUnit: "day";
  level: number;
  /** Drop at which the limits of that level lie. */
  drop: number;
  profiles: ParameterProfile[];
  warnings: Warning[];
  provenance: Provenance;
}

export const profileLikelihoodSchema: z.ZodMiniType<ProfileLikelihoodResult> = z.strictObject({
  kind: z.literal("profile-likelihood"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  model: z.string(),
  priors: z.string(),
  penalized: z.boolean(),
  nObservations: z.int(),
  nCourses: z.int(),
  timeUnit: z.literal("day"),
  level: z.number(),
  drop: z.number(),
  profiles: z.array(
    z.strictObject({
      estimate: estimateSchema,
      link: z.enum(["identity", "log", "logit"]),
      points: z.array(z.strictObject({ value: z.number(), drop: z.number() })),
    }),
  ),
  warnings: z.array(warningSchema),
  provenance: provenanceSchema,
});
