import * as z from "zod/mini";

/** What a printed percentage change is: one number per patient averaged, one ratio of two averages, or neither said. */
export type SummaryEstimand = "value" | "mean-of-ratios" | "ratio-of-means" | "log-ratio";

/** The scores before and after treatment behind a percentage change of each patient. */
export interface ScorePairs {
  /** Ends of the scale and its step, such as 0, 10 and 1. */
  lower: number;
  upper: number;
  step: number;
  /** Least score before treatment, such as 4 where the paper asks for moderate pain; default one step above `lower`. */
  beforeAtLeast?: number;
  /** `none-worse`: after ≤ before in each patient. `all-improved`: after < before. `any`: no condition. Default `none-worse`. */
  change?: "none-worse" | "all-improved" | "any";
}

/**
 * What a report gives of a handful of patients, and no more: each number as it is printed.
 *
 * All values are in the unit of one patient's value.
 */
export interface SummaryReport {
  /** Patients; at least 1. */
  n: number;
  mean?: number;
  /** Printed decimals of the mean; the true mean is within half a unit of the last one. Absent: exact. */
  decimals?: number;
  /** Standard deviation with n − 1. */
  sd?: number;
  /** Printed decimals of the standard deviation, the standard error, or both. */
  sdDecimals?: number;
  standardError?: number;
  median?: number;
  lowerQuartile?: number;
  upperQuartile?: number;
  minimum?: number;
  maximum?: number;
  /** Bounds that no patient's value can pass. */
  lower?: number;
  upper?: number;
  /** Step of one patient's value, such as 1 on a 0–10 scale. */
  step?: number;
  /** What the mean is a mean of; absent where the report does not say. */
  estimand?: SummaryEstimand;
  /** Scores that each patient's percentage was made of. */
  scores?: ScorePairs;
  /** Patients with the event, such as responders. */
  events?: number;
  /** A printed percentage of patients, and its decimals. */
  percent?: number;
  percentDecimals?: number;
  /** A printed interval of the mean, and its level; default .95. */
  intervalLower?: number;
  intervalUpper?: number;
  intervalLevel?: number;
  /** Printed decimals of the interval's ends, of `t`, and of the means before and after; absent: as many as the number shows. */
  intervalDecimals?: number;
  tDecimals?: number;
  meanDecimals?: number;
  /** A printed t statistic of the mean against 0. */
  t?: number;
  /** Printed means before and after treatment. */
  meanBefore?: number;
  meanAfter?: number;
  /** Printed standard deviation (n − 1) of the patients' values before treatment. */
  sdBefore?: number;
  /** Name and unit for tables and pictures, such as `Relief` and `%`. */
  label?: string;
  unit?: string;
  /** Where the report stands. */
  source?: string;
}

const number = z.optional(z.number());
const decimals = z.optional(z.int().check(z.gte(0), z.lte(15)));

export const scorePairsSchema: z.ZodMiniType<ScorePairs> = z.strictObject({
  lower: z.number(),
  upper: z.number(),
  step: z.number().check(z.gt(0)),
  beforeAtLeast: number,
  change: z.optional(z.enum(["none-worse", "all-improved", "any"])),
});

export const summaryReportSchema: z.ZodMiniType<SummaryReport> = z.strictObject({
  n: z.int().check(z.gte(1)),
  mean: number,
  decimals,
  sd: number,
  sdDecimals: decimals,
  standardError: number,
  median: number,
  lowerQuartile: number,
  upperQuartile: number,
  minimum: number,
  maximum: number,
  lower: number,
  upper: number,
  step: number,
  estimand: z.optional(z.enum(["value", "mean-of-ratios", "ratio-of-means", "log-ratio"])),
  scores: z.optional(scorePairsSchema),
  events: number,
  percent: number,
  percentDecimals: decimals,
  intervalLower: number,
  intervalUpper: number,
  intervalLevel: number,
  intervalDecimals: decimals,
  tDecimals: decimals,
  meanDecimals: decimals,
  t: number,
  meanBefore: number,
  meanAfter: number,
  sdBefore: number,
  label: z.optional(z.string()),
  unit: z.optional(z.string()),
  source: z.optional(z.string()),
});
