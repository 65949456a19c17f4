import * as z from "zod/mini";

/** A simpler model, such as no effect, weighed against the one at hand. */
export interface NullModelSummary {
  /** Probability before the data. */
  priorProbability: number;
  /** Probability given the data. */
  probability: number;
  /** ln of how many times likelier the data are under the model at hand; above 0 speaks against the null model. */
  logBayesFactor: number;
}

/** How a posterior was computed, and how well. */
export interface PosteriorSummary {
  nDraws: number;
  effectiveSampleSize: number;
  /** k̂ of the importance weights: above .7 the intervals are not to be trusted; null where it has no value. */
  paretoShape: number | null;
  /** Largest Monte-Carlo error of an estimate or a limit, as a share of its interval's width. */
  monteCarloError: number;
  logMarginalLikelihood: number;
  /** null where the model is itself the simplest. */
  nullModel: NullModelSummary | null;
}

export const posteriorSummarySchema: z.ZodMiniType<PosteriorSummary> = z.strictObject({
  nDraws: z.int(),
  effectiveSampleSize: z.number(),
  paretoShape: z.nullable(z.number()),
  monteCarloError: z.number(),
  logMarginalLikelihood: z.number(),
  nullModel: z.nullable(
    z.strictObject({ priorProbability: z.number(), probability: z.number(), logBayesFactor: z.number() }),
  ),
});
