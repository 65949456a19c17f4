import type { NaturalScale } from "../../schema/pooled-result.ts";
import type { Json } from "../../schema/provenance.ts";
import { flatMean, type MeanPrior } from "./mean-prior.ts";
import type { TauPrior } from "./tau-priors/tau-prior.ts";

/** Options of `poolBayes` besides the prior of τ. */
export interface BayesPoolOptions {
  /** Prior of the mean effect; default `flatMean`. */
  mean?: MeanPrior;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Names of series to keep where others share patients with them; default none. */
  keep?: readonly string[];
  /** Name of the effect measure; default `estimate`. */
  measure?: string;
  /** Name of the transformation that leads back to a natural scale; default `identity`. */
  backTransform?: string;
  /** Unit of the estimates; default `estimate`. */
  unit?: string;
  /** The scale that `backTransform` leads to, such as `riskRatio.natural`; without it the result has no `natural`. */
  natural?: NaturalScale;
}

/** Options of `poolBayes`. */
export interface PoolBayesOptions extends BayesPoolOptions {
  /** Prior of τ, the standard deviation between series, such as `halfNormal(0.5)`. */
  prior: TauPrior;
}

/** The options after defaults. */
export type BayesSettings = Required<Omit<BayesPoolOptions, "natural">>;

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} when the level is out of range.
 */
export function withBayesDefaults(options: BayesPoolOptions): BayesSettings {
  const settings: BayesSettings = {
    mean: options.mean ?? flatMean,
    level: options.level ?? 0.95,
    keep: options.keep ?? [],
    measure: options.measure ?? "estimate",
    backTransform: options.backTransform ?? "identity",
    unit: options.unit ?? "estimate",
  };
  const { level } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  return settings;
}

/** A prior of τ by name and numbers. */
export function priorAsJson({ name, parameters }: TauPrior): Json {
  return { name, ...parameters };
}

/** The options by name, from which anyone can compute the result again. */
export function bayesOptionsAsJson(settings: BayesSettings): { [name: string]: Json } {
  const { mean, keep, ...plain } = settings;
  const { name, mean: center, standardDeviation } = mean;
  return {
    ...plain,
    keep: [...keep],
    mean: center === null ? { name } : { name, mean: center, standardDeviation },
  };
}
