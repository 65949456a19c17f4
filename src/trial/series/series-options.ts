import {
  autoregressiveErrors,
  generalCovariance,
  type RandomCovariance,
  type SerialCorrelation,
} from "../../inference/linear-mixed-model/index.ts";
import { reml } from "../../inference/random-effects/reml.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import type { Improvement } from "../../schema/scale.ts";
import type { Trial } from "../../schema/trial.ts";
import { comparedTreatments } from "../compared-treatments.ts";
import { glsAutoregressive } from "../models/gls-autoregressive.ts";
import type { TrialModel } from "../trial-model.ts";

/** Options of `analyzeSeries`. */
export interface AnalyzeSeriesOptions {
  /** Which way scores move when a patient is better; never guessed. */
  improvement: Improvement;
  /** Default: the first that is not the reference. */
  treatment?: string;
  /** Default: the first of the first patient's. */
  reference?: string;
  /** Two-sided, in (0, 1); default 0.95. */
  level?: number;
  /** Least effect that would matter, in score points, ≥ 0; default null, none named. */
  threshold?: number | null;
  /** Model of each patient alone, whose effects are pooled; default generalised least squares with autoregressive errors. */
  model?: TrialModel;
  /** How errors within a patient go together in the mixed model; default autoregressive. */
  correlation?: SerialCorrelation;
  /** How patients' levels and effects vary together; default in any way. */
  covariance?: RandomCovariance;
  /** Variance between patients in the pool; default restricted maximum likelihood. */
  tauSquared?: TauSquaredEstimator;
  /** Seed of random numbers, for models that draw; default 1. */
  seed?: number;
}

/** Options after defaults, with the two treatments. */
export type SeriesSettings = Required<AnalyzeSeriesOptions>;

/**
 * Fills in what was not said.
 *
 * @throws {RangeError} when an option is out of range.
 */
export function seriesSettings(trials: readonly Trial[], options: AnalyzeSeriesOptions): SeriesSettings {
  const { improvement, level = 0.95, threshold = null } = options;
  if (improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be decrease or increase, got ${improvement}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (threshold !== null && !(threshold >= 0 && threshold < Infinity))
    throw new RangeError(`threshold must be a number of at least 0, got ${threshold}`);
  const seen = [...new Set(trials.flatMap(({ treatments }) => treatments))];
  const { treatment, reference } = comparedTreatments(seen, options);
  return {
    model: glsAutoregressive,
    correlation: autoregressiveErrors,
    covariance: generalCovariance,
    tauSquared: reml,
    seed: 1,
    ...options,
    treatment,
    reference,
    level,
    threshold,
  };
}
