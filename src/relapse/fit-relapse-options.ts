import type { IntervalMethod } from "../inference/interval-method.ts";
import { posteriorIntervals } from "../inference/posterior/posterior.ts";
import { profile } from "../inference/profile/profile.ts";
import type { Json } from "../schema/provenance.ts";
import type { RelapseClustering } from "./clustering/relapse-clustering.ts";
import type { RelapseModel } from "./models/relapse-model.ts";
import { weibull } from "./models/weibull.ts";
import { checkLevel, checkTimeUnit } from "./nonparametric/option-checks.ts";
import {
  flatRelapsePriors,
  hasProperPriors,
  isFlat,
  type RelapsePriorSet,
  weakRelapsePriors,
} from "./relapse-priors.ts";
import { orderedQuantiles } from "./time-quantile.ts";
import { perDay, timeUnits } from "./time-unit.ts";

/** Options of `fitRelapse`. */
export interface FitRelapseOptions {
  /** Law of the time to relapse; default `weibull`. */
  model?: RelapseModel;
  /** Interval method; default that of the clustering, else the posterior, or `profile` where priors are flat. */
  interval?: IntervalMethod;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /**
   * Priors; default `weakRelapsePriors`, or `flatRelapsePriors`, which is maximum likelihood, where the clustering needs
   * that or the interval method asked for lives on the likelihood alone, as `profile` and `wald` do.
   */
  priors?: RelapsePriorSet;
  /** Shares relapsed, in (0, 1), by which times are given; the median always comes first; default 0.25, 0.5 and 0.75. */
  quantiles?: readonly number[];
  /** Times > 0 up to which the probability of staying well is given; default none. */
  times?: readonly number[];
  /** Time > 0 up to which the restricted mean counts; default none. */
  restrictedTo?: number;
  /** Names of covariates that may change the time to relapse; default none. */
  covariates?: readonly string[];
  /** Covariates of the course that the quantities are those of; default the mean of each. */
  at?: { readonly [name: string]: number };
  /** Whether the time to relapse may change with the number of the course: needs 3 courses; default false. */
  trend?: boolean;
  /** How several courses of one patient are allowed for; default not at all, with a warning. */
  cluster?: RelapseClustering | null;
  /** Unit of the rows' times: `day`, `week`, `month` or `year`, or any other without priors; default `day`. */
  timeUnit?: string;
  /** Seed of interval methods that draw random numbers, and of the next relapse's draws; default 1. */
  seed?: number;
}

/** The options after defaults. */
export interface FitRelapseSettings extends Required<Omit<FitRelapseOptions, "restrictedTo" | "interval">> {
  /** null where the clustering brings its own. */
  interval: IntervalMethod | null;
  restrictedTo: number | null;
}

/**
 * The posterior, its limits known to 2 % of an interval's width: those of late quantiles have long tails, of which 1 %
 * would take tens of thousands of draws.
 */
const relapsePosterior: IntervalMethod = posteriorIntervals({ monteCarloError: 0.02 });

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function fitRelapseSettings(options: FitRelapseOptions): FitRelapseSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const cluster = options.cluster ?? null;
  const priors = options.priors ?? defaultPriors(cluster, options.interval);
  const settings: FitRelapseSettings = {
    model: weibull,
    interval: defaultInterval(cluster, priors),
    level: 0.95,
    times: [],
    restrictedTo: null,
    covariates: [],
    at: {},
    trend: false,
    timeUnit: "day",
    seed: 1,
    ...given,
    cluster,
    priors,
    quantiles: orderedQuantiles([0.5, ...(options.quantiles ?? [0.25, 0.75])]),
  };
  checkSettings(settings);
  return settings;
}

function defaultPriors(
  cluster: RelapseClustering | null,
  interval: IntervalMethod | undefined,
): RelapsePriorSet {
  const likelihoodAlone = interval !== undefined && !interval.needsProperPriors;
  return cluster?.needsLikelihood || likelihoodAlone ? flatRelapsePriors : weakRelapsePriors;
}

function defaultInterval(cluster: RelapseClustering | null, priors: RelapsePriorSet): IntervalMethod | null {
  if (cluster?.needsLikelihood) return null;
  return hasProperPriors(priors) ? relapsePosterior : profile;
}

function checkSettings(settings: FitRelapseSettings): void {
  const { level, interval, priors, times, restrictedTo, covariates, at, trend, timeUnit, cluster } = settings;
  checkLevel(level);
  checkTimeUnit(timeUnit);
  for (const time of times)
    if (!(time > 0 && time < Infinity)) throw new RangeError(`times must be positive numbers, got ${time}`);
  if (restrictedTo !== null && !(restrictedTo > 0 && restrictedTo < Infinity))
    throw new RangeError(`restrictedTo must be a positive number, got ${restrictedTo}`);
  if (interval && cluster?.needsLikelihood)
    throw new RangeError(
      `The clustering "${cluster.name}" brings its own intervals, got the interval method "${interval.name}"`,
    );
  if (cluster?.needsLikelihood && !isFlat(priors))
    throw new RangeError(
      `The clustering "${cluster.name}" corrects maximum likelihood and needs flat priors, got the set "${priors.name}"`,
    );
  if (interval?.needsProperPriors && !hasProperPriors(priors))
    throw new RangeError(
      `The interval method "${interval.name}" needs proper priors on every parameter, got the set "${priors.name}"`,
    );
  if (perDay(timeUnit) === null && priors.logMedianDays.sd !== null)
    throw new RangeError(
      `timeUnit must be one of ${timeUnits.join(", ")} where priors are in days, got ${JSON.stringify(timeUnit)}`,
    );
  const known = trend ? [...covariates, "trend"] : covariates;
  for (const [name, value] of Object.entries(at)) {
    if (!known.includes(name) || !Number.isFinite(value))
      throw new RangeError(`at must give numbers for covariates that are asked for, got ${name}: ${value}`);
  }
}

/** The options by name, from which anyone can compute the result again. */
export function fitRelapseOptionsAsJson(
  settings: FitRelapseSettings,
  interval: IntervalMethod,
): { [name: string]: Json } {
  const { model, priors, cluster, quantiles, times, covariates, at, ...others } = settings;
  return {
    ...others,
    model: model.name,
    interval: interval.name,
    priors: priors.name,
    cluster: cluster?.name ?? null,
    quantiles: [...quantiles],
    times: [...times],
    covariates: [...covariates],
    at: { ...at },
  };
}
