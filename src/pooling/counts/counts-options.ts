import type { Json } from "../../schema/provenance.ts";
import type { CountModel } from "./count-model.ts";
import type { CountLimits } from "./limits/count-limits.ts";
import { profileLimits } from "./limits/profile-limits.ts";
import { logitNormal } from "./models/logit-normal.ts";
import { adaptiveQuadrature, type RandomEffectQuadrature } from "./quadrature-rule.ts";

/** Options of `poolCounts`. */
export interface PoolCountsOptions {
  /** Default `logitNormal`. */
  model?: CountModel;
  /** How differences between series are integrated out; default `adaptiveQuadrature()`, 21 points. */
  quadrature?: RandomEffectQuadrature;
  /** Default `profileLimits`. */
  limits?: CountLimits;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Names of series to keep where others share patients with them; default none. */
  keep?: readonly string[];
}

export type CountSettings = Required<PoolCountsOptions>;

/**
 * Fills in the defaults.
 *
 * @throws {RangeError} where the level is not in (0, 1).
 */
export function countSettings(options: PoolCountsOptions): CountSettings {
  const settings: CountSettings = {
    model: logitNormal,
    quadrature: adaptiveQuadrature(),
    limits: profileLimits,
    level: 0.95,
    keep: [],
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  const { level } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  return settings;
}

/** The options by name, from which anyone can compute the result again. */
export function countOptionsAsJson(settings: CountSettings): { [name: string]: Json } {
  const { model, quadrature, limits, level, keep } = settings;
  return {
    model: model.name,
    quadrature: quadrature.name,
    points: quadrature.nPoints,
    limits: limits.name,
    level,
    keep: [...keep],
  };
}
