import type {
  MultilevelResult,
  PooledBayesResult,
  PooledCountsResult,
  PooledSummariesResult,
} from "../../schema/index.ts";
import { BAYES_POOL, TAU_PRIOR_SOURCES } from "../citations/bayes-pooling.ts";
import {
  COUNTS_LIKELIHOOD_SOURCES,
  COUNTS_MODEL_SOURCES,
  QUADRATURE_SOURCES,
} from "../citations/counts-pooling.ts";
import { MULTILEVEL, MULTILEVEL_INTERVAL_SOURCES } from "../citations/further-pooling.ts";
import { INTERVAL_SOURCES } from "../citations/inference.ts";
import { MEAN_INTERVAL_SOURCES, TAU_SQUARED_SOURCES } from "../citations/pooling.ts";
import { sourcesOf } from "../citations/sources.ts";
import { COMBINATION_SOURCES } from "../citations/summaries.ts";
import { formatPercent } from "../format-number.ts";
import { priorName } from "../pooling/prior-rows.ts";
import { readPool } from "../pooling/read-pool.ts";
import type { Cited } from "../words/cited.ts";
import { pooledSentence } from "./pool-methods.ts";
import { plainly, softwareSentence } from "./software.ts";

/** How a pool by Bayes' rule was computed, for a paper. */
export function bayesPoolMethods(result: PooledBayesResult): Cited[] {
  const { measure, nSeries, priors, estimates, provenance } = result;
  const level = estimates[0]?.level ?? 0.95;
  return [
    {
      sentence: `${pooledSentence(readPool(result).label, measure, nSeries)} by Bayes’ rule, in a normal model of effects that differ between series.`,
      references: [BAYES_POOL],
    },
    {
      sentence: `The prior of the standard deviation between series (τ) is ${priorName(priors.tau.label)}, that of the mean ${priorName(priors.mean.label)}.`,
      references: sourcesOf(TAU_PRIOR_SOURCES, priors.tau.name),
    },
    plainly(
      `Estimates are posterior medians, intervals (${formatPercent(level)}) cut off equal tails; the posterior was integrated by adaptive quadrature, without random numbers.`,
    ),
    softwareSentence(provenance),
  ];
}

/** How counts were pooled, for a paper. */
export function countsPoolMethods(result: PooledCountsResult): Cited[] {
  const { natural, measure, nSeries, model, modelLabel, fit, estimates, provenance } = result;
  const { quadrature, limits } = provenance.options;
  return [
    {
      sentence: `${pooledSentence(natural.label, measure, nSeries)} by the exact likelihood of the counts: ${modelLabel}.`,
      references: sourcesOf(COUNTS_MODEL_SOURCES, model),
    },
    {
      sentence: `It was fitted by: ${fit.likelihoodLabel}.`,
      references: [
        ...sourcesOf(COUNTS_LIKELIHOOD_SOURCES, fit.likelihood),
        ...sourcesOf(QUADRATURE_SOURCES, quadrature),
      ],
    },
    {
      sentence: `Intervals (${formatPercent(estimates[0]?.level ?? 0.95)}) are by the method “${limits}”.`,
      references: sourcesOf(INTERVAL_SOURCES, limits),
    },
    softwareSentence(provenance),
  ];
}

/** How estimates that go together were pooled, for a paper. */
export function multilevelMethods(result: MultilevelResult): Cited[] {
  const { levels, outcomes, nEstimates, fit, estimates, provenance } = result;
  const { interval } = provenance.options;
  const several = outcomes.length > 0;
  const within = levels.map(({ level, nGroups }) => `${nGroups} by ${level}`).join(", ");
  return [
    {
      sentence: `${nEstimates} estimates (${within}) were pooled in a model with ${several ? "two outcomes that go together" : "effects that vary between groups at each level"}.`,
      references: [several ? MULTILEVEL.outcomes : MULTILEVEL.levels],
    },
    {
      sentence: `It was fitted by ${fit.likelihood === "reml" ? "restricted maximum likelihood" : "maximum likelihood"}, with sampling errors taken as ${fit.sampling}.`,
      references: fit.sampling.startsWith("correlated") ? [MULTILEVEL.robust] : [],
    },
    {
      sentence: `Intervals (${formatPercent(estimates[0]?.level ?? 0.95)}) are by the method “${interval}”.`,
      references: sourcesOf(MULTILEVEL_INTERVAL_SOURCES, interval),
    },
    softwareSentence(provenance),
  ];
}

/** How a pool in which standard deviations are not known was computed, for a paper. */
export function summaryPoolMethods(result: PooledSummariesResult): Cited[] {
  const { measure, nSeries, combination, law, unknown, estimates, provenance } = result;
  const { tauSquared, interval } = provenance.options;
  const names = [...new Set(unknown.map(({ series }) => series))].join(", ");
  return [
    plainly(`${pooledSentence(readPool(result).label, measure, nSeries)}.`),
    {
      sentence: `No standard deviation is reported for: ${names}; each was given a distribution over every value that is compatible with the report (${law.label}), and pools over it were combined by: ${combination.label}.`,
      references: sourcesOf(COMBINATION_SOURCES, combination.name),
    },
    {
      sentence: `Within each, the variance between series is estimated by “${tauSquared}”, the ${formatPercent(estimates[0]?.level ?? 0.95)} interval of the mean by “${interval}”.`,
      references: [
        ...sourcesOf(TAU_SQUARED_SOURCES, tauSquared),
        ...sourcesOf(MEAN_INTERVAL_SOURCES, interval),
      ],
    },
    softwareSentence(provenance),
  ];
}
