import type { ProportionInterval } from "../schema/proportion-interval.ts";
import { proportionInterval } from "./proportion-interval.ts";
import { proportionMethods } from "./proportions/index.ts";
import type { ProportionMethod } from "./proportions/proportion-method.ts";

/** Options of `proportionIntervals`. */
export interface ProportionIntervalsOptions {
  /** Default all. */
  methods?: readonly ProportionMethod[];
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
}

/**
 * The proportion of patients with an event, with its interval by several methods, to see how far they agree.
 *
 * @param events Patients with the event; whole, at most n.
 * @param n Patients; whole, at least 1.
 * @returns One row for each method, in their order, the default method of `proportionInterval` first.
 * @throws {InputError} when the counts are not whole, or there are more events than patients.
 * @throws {RangeError} when the level is not in (0, 1).
 * @see Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, for a comparison. doi:10.1214/ss/1009213286
 * @example
 * proportionIntervals(5, 5)[1]!.lower; // 0.478176249895019, by Clopper and Pearson
 */
export function proportionIntervals(
  events: number,
  n: number,
  { methods = proportionMethods, level = 0.95 }: ProportionIntervalsOptions = {},
): ProportionInterval[] {
  return methods.map((method) => proportionInterval(events, n, { method, level }));
}
