import { EstimationError } from "../errors.ts";
import type { RelapseRow } from "../schema/relapse.ts";
import type { RelapseResult } from "../schema/relapse-result.ts";
import { version } from "../version.ts";
import {
  clusteredPatients,
  highestMedianLevel,
  tooFewForMedianLimits,
} from "./nonparametric/course-warnings.ts";
import { bootstrappedMasses } from "./nonparametric/turnbull/bootstrapped-masses.ts";
import { quantileRows } from "./nonparametric/turnbull/quantile-rows.ts";
import { fitMasses, massRows } from "./nonparametric/turnbull/relapse-masses.ts";
import { turnbullCurve } from "./nonparametric/turnbull/turnbull-curve.ts";
import {
  type TurnbullOptions,
  type TurnbullSettings,
  turnbullSettings,
} from "./nonparametric/turnbull/turnbull-options.ts";
import { turnbullWarnings } from "./nonparametric/turnbull/turnbull-warnings.ts";
import { observedRows } from "./observed-rows.ts";
import { type RelapseSpan, relapseSpans } from "./relapse-span.ts";

/** At least one span between visits. */
function someSpans(rows: readonly RelapseRow[]): RelapseSpan[] {
  const spans = relapseSpans(rows);
  if (spans.length > 0) return spans;
  throw new EstimationError(
    "too-few-observations",
    "Cannot compute Turnbull's estimate: needs at least 1 row, got 0",
  );
}

/** Whether there are enough patients and resamples for limits that can hold their level. */
function limitsHold(nPatients: number, { level, nBootstrap }: TurnbullSettings): boolean {
  return highestMedianLevel(nPatients) >= level && 0.5 * (1 - level) * (nBootstrap + 1) >= 1 - 1e-9;
}

/**
 * Estimates when relapses come where they are known only as between two visits, without an assumption about the shape.
 *
 * Turnbull's nonparametric maximum of the likelihood: probability masses on the innermost intervals, where within them the
 * data cannot say. A relapse is after `lower` and not after `upper`. Masses by expectation–maximization steps between
 * steps of the iterated convex minorant, verified by the conditions of Kuhn and Tucker. The limits are percentiles over
 * bootstrap resamples of the patients; below 6 patients (at 95 %) none are given, since no such limits can hold their
 * level. The curve has no standard errors: its error does not shrink with the root of n, nor is it normal.
 *
 * @param rows Relapses exact, before a time, between two times or not yet seen, in days or another unit; at least one.
 * @returns Quantiles in three rows each (the second and third are the earliest and the latest time at which it can lie;
 * the first has an estimate only where the two are equal), the masses, the curve at their ends, and in `fit` the
 * log-likelihood with `converged` for verified and the masses less one as parameters.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {InputError} for unsound rows.
 * @throws {EstimationError} `too-few-observations` without rows.
 * @see Turnbull (1976), J R Stat Soc B 38:290–295. doi:10.1111/j.2517-6161.1976.tb01597.x; Wellner & Zhan (1997), J Am
 * Stat Assoc 92:945–959. doi:10.1080/01621459.1997.10474049; Gentleman & Geyer (1994), Biometrika 81:618–623.
 * @example
 * turnbull([{ lower: 2, upper: 6 }, { lower: 4, upper: 9 }]).masses; // [{ lower: 4, upper: 6, probability: 1 }]
 */
export function turnbull(rows: readonly RelapseRow[], options: TurnbullOptions = {}): RelapseResult {
  const settings = turnbullSettings(options);
  const spans = someSpans(rows);
  const { level, quantiles, timeUnit, seed } = settings;
  const nPatients = new Set(spans.map(({ patient }) => patient)).size;
  const nEvents = spans.filter(({ upper }) => upper < Infinity).length;
  const { masses, fit } = fitMasses(spans);
  const resampled = limitsHold(nPatients, settings);
  const resamples = resampled ? bootstrappedMasses(spans, settings.nBootstrap, seed) : [];
  const estimates = quantiles.flatMap((p) => quantileRows(p, masses, resamples, settings));
  const { verified, gap } = fit;
  return {
    kind: "relapse",
    schemaVersion: 1,
    model: "turnbull",
    nObservations: rows.length,
    nEvents,
    nPatients,
    timeUnit,
    observations: observedRows(rows),
    estimates,
    survival: turnbullCurve(masses, resamples, level),
    bands: [],
    riskTable: [],
    masses: massRows(masses),
    fit: {
      converged: verified,
      logLikelihood: fit.logLikelihood,
      nParameters: masses.length - 1,
      aicc: null,
    },
    working: null,
    priors: [],
    posterior: null,
    draws: null,
    residuals: [],
    warnings: [
      ...tooFewForMedianLimits(nPatients, level),
      ...clusteredPatients(rows.length, nPatients),
      ...turnbullWarnings({ nEvents, estimates, verified, gap, settings, resampled }),
    ],
    provenance: {
      package: "nof1",
      version,
      seed: resampled ? seed : null,
      inputSha256: null,
      options: { ...settings, quantiles: [...quantiles] },
    },
  };
}
