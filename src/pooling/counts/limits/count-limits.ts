import type { HighestCounts } from "../highest-counts.ts";

/** Two limits; null on a side without an end. */
export interface Limits {
  lower: number | null;
  upper: number | null;
}

/** A way to limits for the mean and the spread of counts. */
export interface CountLimits {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  mean(highest: HighestCounts, level: number): Limits;
  /** Of the spread; null on both sides where the method has none. */
  spread(highest: HighestCounts, level: number): Limits;
}
