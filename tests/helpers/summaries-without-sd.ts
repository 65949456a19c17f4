import { InputError } from "../../src/errors.ts";
import {
  averagedImputation,
  bayesianIntegral,
  halfNormal,
  mean,
  multipleImputation,
  type PoolSummariesOptions,
  poolSummaries,
  type SpreadCombination,
} from "../../src/pooling/index.ts";
import { readSeries } from "../../src/read/index.ts";
import type { PooledSummariesResult } from "../../src/schema/index.ts";

/** SYNTHETIC; the first two without their standard deviation. */
const ROWS = [
  "A,5,73.4,,0,100",
  "B,6,55,,0,100",
  "C,8,60,20,,",
  "D,7,48,25,,",
  "E,9,66,18,,",
  "F,10,59,22,,",
];

/** Head of a file of series that may lack their standard deviation. */
export const HEAD = "series,n,mean,sd,lower_bound,upper_bound\n";

/** A file of these of six series, the first two of which have no standard deviation. */
export const file = (...rows: number[]): string => HEAD + rows.map((row) => ROWS[row]).join("\n");

/** Pools the means of a file. */
export const pool = (text: string, options: Partial<PoolSummariesOptions> = {}): PooledSummariesResult =>
  poolSummaries(readSeries(text), { measure: mean, ...options });

/** The Bayesian integral with a half-normal prior. */
export const integral = (scale: number): SpreadCombination => bayesianIntegral({ prior: halfNormal(scale) });

export const combinations: readonly SpreadCombination[] = [
  averagedImputation,
  multipleImputation,
  integral(10),
];

/** Limits of the mean. */
export const limits = ({ estimates }: PooledSummariesResult): number[] => [
  estimates[0]!.lower!,
  estimates[0]!.upper!,
];

/** How far the limits of two pools lie apart, as a share of the first one's width. */
export function apart(one: PooledSummariesResult, other: PooledSummariesResult): number {
  const [low, high] = limits(one);
  return Math.max(...limits(other).map((limit, i) => Math.abs(limit - [low!, high!][i]!))) / (high! - low!);
}

/** What an `InputError` says; nothing where none is thrown. */
export function issuesOf(run: () => unknown): InputError["issues"] {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}
