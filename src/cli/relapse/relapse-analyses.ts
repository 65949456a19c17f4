import type { IntervalMethod } from "../../inference/index.ts";
import { posterior, prior, profile, wald } from "../../inference/index.ts";
import {
  averageRelapse,
  type FitRelapseOptions,
  fitRelapse,
  fitRelapseRange,
  kaplanMeier,
  type RelapseModel,
  relapseClusterings,
  relapseModels,
  relapsePriorSets,
  stayingWell,
  survivalBands,
  survivalLimits,
  type TimeRange,
  turnbull,
} from "../../relapse/index.ts";
import type { RelapseRow } from "../../schema/relapse.ts";
import type { RelapseAverage } from "../../schema/relapse-average.ts";
import type { RelapseResult } from "../../schema/relapse-result.ts";
import type { RelapseFlags } from "./relapse-flags.ts";

/** Flags that only some analyses take. */
type SpecialFlag = Extract<
  keyof RelapseFlags,
  | "priors"
  | "cluster"
  | "covariate"
  | "at"
  | "trend"
  | "quantile"
  | "time"
  | "restrictedTo"
  | "band"
  | "group"
>;

/** What one analysis of some courses gives. */
export type RelapseAnswer = { result: RelapseResult } | { average: RelapseAverage };

/** One choice of `--model`. */
export interface RelapseAnalysis {
  name: string;
  /** Names of the interval methods that it has. */
  intervals: readonly string[];
  takes: readonly SpecialFlag[];
  /** @throws {EstimationError} where the courses allow no answer. */
  run(rows: readonly RelapseRow[], flags: RelapseFlags): RelapseAnswer;
  /** The same where only the earliest and the latest of several times are known; absent where it cannot. */
  runRange?(range: TimeRange, flags: RelapseFlags): RelapseAnswer;
}

const lawIntervals: readonly IntervalMethod[] = [posterior, profile, wald, prior];

function named<T extends { name: string }>(registry: readonly T[], name: string | undefined): T | undefined {
  return registry.find((entry) => entry.name === name);
}

const namesOf = (registry: readonly { name: string }[]): string[] => registry.map(({ name }) => name);

/** The options of a fitted law that the flags mean; what is left out is left to the library. */
function lawOptions(flags: RelapseFlags): FitRelapseOptions {
  const interval = named(lawIntervals, flags.interval);
  const priors = named(relapsePriorSets, flags.priors);
  const cluster = named(relapseClusterings, flags.cluster);
  const { restrictedTo, quantile, time, covariate, at, trend, level, seed, unit } = flags;
  return {
    level,
    seed,
    timeUnit: unit,
    ...(interval && { interval }),
    ...(priors && { priors }),
    ...(cluster && { cluster }),
    ...(quantile && { quantiles: quantile }),
    ...(time && { times: time }),
    ...(restrictedTo !== undefined && { restrictedTo }),
    ...(covariate && { covariates: covariate }),
    ...(at && { at }),
    ...(trend && { trend }),
  };
}

function lawAnalysis(model: RelapseModel): RelapseAnalysis {
  return {
    name: model.name,
    intervals: namesOf(lawIntervals),
    takes: ["priors", "cluster", "covariate", "at", "trend", "quantile", "time", "restrictedTo", "group"],
    run: (rows, flags) => ({ result: fitRelapse(rows, { ...lawOptions(flags), model }) }),
    runRange: (range, flags) => ({ result: fitRelapseRange(range, { ...lawOptions(flags), model }) }),
  };
}

/** A nonparametric result with the probabilities of staying well that were asked for. */
function withStayingWell(result: RelapseResult, { time = [] }: RelapseFlags): RelapseAnswer {
  const estimates = [...result.estimates, ...stayingWell(result, time)];
  const options = { ...result.provenance.options, times: [...time] };
  return { result: { ...result, estimates, provenance: { ...result.provenance, options } } };
}

const kaplanMeierAnalysis: RelapseAnalysis = {
  name: "kaplan-meier",
  intervals: namesOf(survivalLimits),
  takes: ["quantile", "time", "restrictedTo", "band", "group"],
  run(rows, flags) {
    const { level, unit, restrictedTo, quantile, band = [] } = flags;
    const interval = named(survivalLimits, flags.interval);
    const result = kaplanMeier(rows, {
      level,
      timeUnit: unit,
      bands: survivalBands.filter(({ name }) => band.includes(name)),
      ...(interval && { interval }),
      ...(quantile && { quantiles: quantile }),
      ...(restrictedTo !== undefined && { restrictedTo }),
    });
    return withStayingWell(result, flags);
  },
};

const turnbullAnalysis: RelapseAnalysis = {
  name: "turnbull",
  intervals: ["bootstrap"],
  takes: ["quantile", "time", "group"],
  run(rows, flags) {
    const { level, unit, seed, quantile } = flags;
    const options = { level, seed, timeUnit: unit, ...(quantile && { quantiles: quantile }) };
    return withStayingWell(turnbull(rows, options), flags);
  },
};

const averageAnalysis: RelapseAnalysis = {
  name: "average",
  intervals: namesOf(lawIntervals),
  takes: ["priors", "cluster", "covariate", "at", "trend"],
  run: (rows, flags) => ({ average: averageRelapse(rows, lawOptions(flags)) }),
};

/** Every choice of `--model`, the default first. */
export const relapseAnalyses: readonly RelapseAnalysis[] = [
  ...relapseModels.map(lawAnalysis),
  averageAnalysis,
  kaplanMeierAnalysis,
  turnbullAnalysis,
];
