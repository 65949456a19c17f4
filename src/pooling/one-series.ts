import { sharedMean } from "../inference/random-effects/effect-data.ts";
import { logLikelihood } from "../inference/random-effects/log-likelihood.ts";
import { fitAt } from "../inference/random-effects/weighted-fit.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import type { NamedEffect } from "./overlaps.ts";
import type { PoolSettings } from "./pool-options.ts";
import { seriesRows } from "./pool-rows.ts";

/** The part of a result that comes from the fit. */
export type PooledAnswer = Pick<
  PooledResult,
  "estimates" | "companions" | "series" | "heterogeneity" | "test" | "fit" | "regression" | "warnings"
>;

/** One series is not pooled: it keeps its own limits, and the mean has none. */
export function oneSeries(row: NamedEffect, settings: PoolSettings): PooledAnswer {
  const data = { effects: [row.estimate], variances: [row.variance], design: sharedMean(1) };
  const fit = fitAt(data, 0);
  return {
    estimates: [
      {
        parameter: "mean",
        label: "Mean effect",
        unit: settings.unit,
        estimate: row.estimate,
        standardError: Math.sqrt(row.variance),
        lower: null,
        upper: null,
        level: settings.level,
        method: settings.interval.name,
        bound: "open",
      },
    ],
    companions: [],
    series: seriesRows([row], fit.weights, settings.level),
    heterogeneity: { q: 0, degreesOfFreedom: 0, pValue: null, tauSquaredSet: null },
    test: null,
    fit: {
      tauSquared: settings.tauSquared.name,
      logLikelihood: logLikelihood(fit),
      restrictedLogLikelihood: null,
      aicc: null,
    },
    warnings: [
      {
        code: "one-series",
        message: `There is nothing to pool: ${row.series} stands alone, with its own interval, which says nothing of how other series would differ.`,
      },
    ],
  };
}
