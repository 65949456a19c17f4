import { criticalValue } from "../../../inference/random-effects/mean-interval.ts";
import type { Estimate } from "../../../schema/estimate.ts";
import type { PooledResult, PooledSeries } from "../../../schema/pooled-result.ts";
import { type RubinPool, rubinsRules } from "./rubins-rules.ts";
import { studentMixtureQuantile } from "./student-mixture.ts";

function average(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function rowsOf(pools: readonly PooledResult[], parameter: string): Estimate[] {
  return pools.flatMap(({ estimates }) => estimates.filter((row) => row.parameter === parameter));
}

/** Degrees of freedom of the mean if no standard deviation were missing. */
export function completeDegrees(pools: readonly PooledResult[]): number {
  return average(pools.map(({ test }) => test?.degreesOfFreedom ?? Number.POSITIVE_INFINITY));
}

/** Rubin's rules for the mean itself. */
export function rubinOfMean(pools: readonly PooledResult[]): RubinPool {
  const rows = rowsOf(pools, "mean");
  return rubinsRules(
    rows.map(({ estimate }) => estimate!),
    rows.map(({ standardError }) => standardError! ** 2),
    completeDegrees(pools),
  );
}

/**
 * A row by Rubin's rules, each side by its own reach over the quantile of t, so that an interval that is not symmetric keeps its
 * sides.
 */
export function rubinRow(pools: readonly PooledResult[], parameter: string): Estimate | null {
  const rows = rowsOf(pools, parameter);
  const [first] = rows;
  if (first === undefined || rows.length < pools.length) return null;
  const complete = completeDegrees(pools);
  const critical = criticalValue(first.level, complete);
  const estimates = rows.map(({ estimate }) => estimate!);
  const errors = rows.map(({ standardError }) => standardError);
  const hasErrors = errors.every((error) => error !== null);
  const reach = (side: "lower" | "upper"): number => {
    const squares = rows.map((row) => ((row[side]! - row.estimate!) / critical) ** 2);
    const { standardError, degreesOfFreedom } = rubinsRules(estimates, squares, complete);
    return standardError * criticalValue(first.level, degreesOfFreedom);
  };
  const isClosed = rows.every(({ bound }) => bound === "closed");
  const { estimate } = rubinsRules(
    estimates,
    estimates.map(() => 1),
    complete,
  );
  const [below, above] = isClosed ? [reach("lower"), reach("upper")] : [Infinity, Infinity];
  const hasLimits = Number.isFinite(below + above);
  return {
    ...first,
    estimate,
    standardError: hasErrors
      ? rubinsRules(
          estimates,
          errors.map((error) => error! ** 2),
          complete,
        ).standardError
      : null,
    lower: hasLimits ? estimate - below : null,
    upper: hasLimits ? estimate + above : null,
    method: `rubin ${first.method}`,
    bound: hasLimits ? "closed" : "open",
  };
}

/**
 * A row as the average of the t distributions behind the imputed intervals, each with the distance of its limits; null where one
 * has no limits.
 */
export function averageRow(pools: readonly PooledResult[], parameter: string): Estimate | null {
  const rows = rowsOf(pools, parameter);
  const [first] = rows;
  if (first === undefined || rows.length < pools.length) return null;
  if (rows.some(({ lower, upper }) => lower === null || upper === null || !(upper > lower))) return null;
  const components = rows.map(({ lower, upper }, i) => {
    const degreesOfFreedom = pools[i]!.test?.degreesOfFreedom ?? Number.POSITIVE_INFINITY;
    return {
      estimate: 0.5 * (lower! + upper!),
      standardError: (upper! - lower!) / (2 * criticalValue(first.level, degreesOfFreedom)),
      degreesOfFreedom,
    };
  });
  const tail = 0.5 * (1 - first.level);
  return {
    ...first,
    estimate: studentMixtureQuantile(components, 0.5),
    standardError: first.standardError === null ? null : rubinOfMean(pools).standardError,
    lower: studentMixtureQuantile(components, tail),
    upper: studentMixtureQuantile(components, 1 - tail),
    method: `average ${first.method}`,
  };
}

/** How far series differ: the average over the pools, with the least and the largest limit of any. */
export function spreadRows(pools: readonly PooledResult[]): Estimate[] {
  const others = pools[0]!.estimates.filter(({ parameter }) => !["mean", "prediction"].includes(parameter));
  return others.map((row) => {
    const rows = rowsOf(pools, row.parameter);
    const isClosed = rows.every(({ lower, upper }) => lower !== null && upper !== null);
    return {
      ...row,
      estimate: average(rows.map(({ estimate }) => estimate!)),
      standardError: null,
      lower: isClosed ? Math.min(...rows.map(({ lower }) => lower!)) : null,
      upper: isClosed ? Math.max(...rows.map(({ upper }) => upper!)) : null,
      method: `widest ${row.method}`,
      bound: isClosed ? "closed" : "open",
    };
  });
}

/** Each series with its average variance and weight. */
export function averagedSeries(pools: readonly PooledResult[], reach: number): PooledSeries[] {
  return pools[0]!.series.map((row, i) => {
    const own = pools.map(({ series }) => series[i]!);
    const estimate = average(own.map((one) => one.estimate));
    const standardError = Math.sqrt(average(own.map((one) => one.standardError ** 2)));
    return {
      ...row,
      estimate,
      standardError,
      lower: estimate - reach * standardError,
      upper: estimate + reach * standardError,
      weight: average(own.map(({ weight }) => weight)),
    };
  });
}
