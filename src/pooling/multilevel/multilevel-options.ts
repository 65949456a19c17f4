import type { Json } from "../../schema/provenance.ts";
import { clusterRobustCr2 } from "./intervals/cluster-robust.ts";
import type { MultilevelInterval } from "./intervals/multilevel-interval.ts";
import type { SamplingErrors } from "./mixed-data.ts";
import { type MixedLikelihood, restrictedLikelihood } from "./mixed-likelihood.ts";
import { independentErrors } from "./sampling-errors.ts";

/** Options of both multilevel pools. */
export interface MultilevelOptions {
  /** Default `restrictedLikelihood`. */
  likelihood?: MixedLikelihood;
  /** Covariance of sampling errors within an outermost group; default `independentErrors`. */
  sampling?: SamplingErrors;
  /** Interval of the means; default `clusterRobustCr2`. */
  interval?: MultilevelInterval;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Unit of the estimates; default `estimate`. */
  unit?: string;
}

export type MultilevelSettings = Required<MultilevelOptions>;

/**
 * Fills in the defaults.
 *
 * @throws {RangeError} where the level is not in (0, 1).
 */
export function multilevelSettings(options: MultilevelOptions): MultilevelSettings {
  const {
    likelihood = restrictedLikelihood,
    sampling = independentErrors,
    interval = clusterRobustCr2,
    level = 0.95,
    unit = "estimate",
  } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  return { likelihood, sampling, interval, level, unit };
}

/** The options by name. */
export function multilevelOptionsAsJson(settings: MultilevelSettings): { [name: string]: Json } {
  const { likelihood, sampling, interval, level, unit } = settings;
  return { likelihood: likelihood.name, sampling: sampling.name, interval: interval.name, level, unit };
}
