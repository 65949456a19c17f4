import { hartungKnapp } from "../inference/random-effects/hartung-knapp.ts";
import type { MeanInterval } from "../inference/random-effects/mean-interval.ts";
import type { PredictionInterval } from "../inference/random-effects/prediction-interval.ts";
import { reml } from "../inference/random-effects/reml.ts";
import type { TauSquaredEstimator } from "../inference/random-effects/tau-squared-estimator.ts";
import type { Json } from "../schema/provenance.ts";
import { qProfile } from "./heterogeneity/q-profile.ts";
import type { TauSquaredInterval } from "./heterogeneity/tau-squared-interval.ts";
import { studentTPrediction } from "./prediction/student-t-prediction.ts";

/** Options of `poolEstimates`. */
export interface PoolEstimatesOptions {
  /** Estimator of the variance between series; default `reml`. */
  tauSquared?: TauSquaredEstimator;
  /** Interval for the pooled mean; default `hartungKnapp`. */
  interval?: MeanInterval;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Prediction interval; default `studentTPrediction`, t with k − 1 degrees of freedom. */
  prediction?: PredictionInterval;
  /** Interval for τ², τ, I² and H²; default `qProfile`. */
  tauSquaredInterval?: TauSquaredInterval;
  /** Names of columns that the mean depends on, among the `moderators` of the rows: numbers, or texts; default none. */
  moderators?: readonly string[];
  /** Names of series to keep where others share patients with them; default none. */
  keep?: readonly string[];
  /** Name of the effect measure; default `estimate`. */
  measure?: string;
  /** Name of the transformation that leads back to a natural scale; default `identity`. */
  backTransform?: string;
  /** Unit of the estimates; default `estimate`. */
  unit?: string;
  /** Seed of methods that draw random numbers; default 1. */
  seed?: number;
}

/** The options after defaults. */
export type PoolSettings = Required<PoolEstimatesOptions>;

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function withDefaults(options: PoolEstimatesOptions): PoolSettings {
  const settings: PoolSettings = {
    tauSquared: reml,
    interval: hartungKnapp,
    level: 0.95,
    prediction: studentTPrediction,
    tauSquaredInterval: qProfile,
    moderators: [],
    keep: [],
    measure: "estimate",
    backTransform: "identity",
    unit: "estimate",
    seed: 1,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  const { level, moderators, seed } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  const twice = moderators.find((name, i) => moderators.indexOf(name) < i);
  if (twice !== undefined)
    throw new RangeError(`moderators must differ from each other, got "${twice}" twice`);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  return settings;
}

/** The options by name, from which anyone can compute the result again. */
export function optionsAsJson(settings: PoolSettings): { [name: string]: Json } {
  const { tauSquared, interval, prediction, tauSquaredInterval, moderators, keep, ...plain } = settings;
  return {
    ...plain,
    tauSquared: tauSquared.name,
    interval: interval.name,
    prediction: prediction.name,
    tauSquaredInterval: tauSquaredInterval.name,
    keep: [...keep],
    ...(moderators.length > 0 && { moderators: [...moderators] }),
  };
}
