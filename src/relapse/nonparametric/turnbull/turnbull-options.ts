import { orderedQuantiles } from "../../time-quantile.ts";
import { checkCount, checkLevel, checkTimeUnit } from "../option-checks.ts";

/** Options of `turnbull`. */
export interface TurnbullOptions {
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Shares relapsed, in (0, 1), by which times are given; the median's rows come first; default 0.25, 0.5 and 0.75. */
  quantiles?: readonly number[];
  /** Unit of the rows' times; default `day`. */
  timeUnit?: string;
  /** How many bootstrap resamples the limits come from; default 999, and 0 for none. */
  nBootstrap?: number;
  /** Seed of the resamples, a whole number; default 1. */
  seed?: number;
}

/** The options after defaults. */
export type TurnbullSettings = Required<TurnbullOptions>;

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function turnbullSettings(options: TurnbullOptions): TurnbullSettings {
  const { level = 0.95, timeUnit = "day", nBootstrap = 999, seed = 1 } = options;
  checkLevel(level);
  checkTimeUnit(timeUnit);
  checkCount("nBootstrap", nBootstrap);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, got ${seed}`);
  return {
    level,
    quantiles: orderedQuantiles(options.quantiles ?? [0.25, 0.5, 0.75]),
    timeUnit,
    nBootstrap,
    seed,
  };
}
