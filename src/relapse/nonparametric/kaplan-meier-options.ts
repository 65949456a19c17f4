import type { Json } from "../../schema/provenance.ts";
import { orderedQuantiles } from "../time-quantile.ts";
import { checkLevel, checkTimeUnit } from "./option-checks.ts";
import type { SurvivalBandMethod } from "./survival-bands/survival-band.ts";
import { logLog } from "./survival-limits/log-log.ts";
import type { SurvivalLimits } from "./survival-limits/survival-limits.ts";

/** Options of `kaplanMeier`. */
export interface KaplanMeierOptions {
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Scale of the pointwise limits, of the quantiles' limits and of the bands; default `logLog`. */
  interval?: SurvivalLimits;
  /** Shares relapsed, in (0, 1), by which times are given; the median's row comes first; default 0.25, 0.5 and 0.75. */
  quantiles?: readonly number[];
  /** Simultaneous bands; default none. */
  bands?: readonly SurvivalBandMethod[];
  /** Time up to which the restricted mean counts, > 0; default the last time known. */
  restrictedTo?: number;
  /** Unit of the rows' times; default `day`. */
  timeUnit?: string;
}

/** The options after defaults. */
export interface KaplanMeierSettings extends Required<Omit<KaplanMeierOptions, "restrictedTo">> {
  /** null where no time above 0 is known. */
  restrictedTo: number | null;
}

/**
 * Fills in the defaults and checks every option.
 *
 * @param lastTime The last time known.
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function kaplanMeierSettings(options: KaplanMeierOptions, lastTime: number): KaplanMeierSettings {
  const { level = 0.95, interval = logLog, bands = [], restrictedTo, timeUnit = "day" } = options;
  checkLevel(level);
  checkTimeUnit(timeUnit);
  if (restrictedTo !== undefined && !(restrictedTo > 0 && restrictedTo < Infinity))
    throw new RangeError(`restrictedTo must be a positive number, got ${restrictedTo}`);
  return {
    level,
    interval,
    quantiles: orderedQuantiles(options.quantiles ?? [0.25, 0.5, 0.75]),
    bands,
    restrictedTo: restrictedTo ?? (lastTime > 0 ? lastTime : null),
    timeUnit,
  };
}

/** The options by name, from which anyone can compute the result again. */
export function kaplanMeierOptionsAsJson(settings: KaplanMeierSettings): { [name: string]: Json } {
  const { interval, bands, quantiles, ...others } = settings;
  return {
    ...others,
    interval: interval.name,
    quantiles: [...quantiles],
    bands: bands.map(({ name }) => name),
  };
}
