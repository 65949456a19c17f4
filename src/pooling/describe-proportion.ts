import type { ProportionResult, ProportionRow } from "../schema/proportion-result.ts";
import { version } from "../version.ts";
import { proportionInterval } from "./proportion-interval.ts";
import { proportionMethods } from "./proportions/index.ts";
import type { ProportionMethod } from "./proportions/proportion-method.ts";
import { wilson } from "./proportions/wilson.ts";

/** Options of `describeProportion`. */
export interface DescribeProportionOptions {
  /** Method of the headline; default `wilson`. */
  method?: ProportionMethod;
  /** Methods beside it; default all. */
  methods?: readonly ProportionMethod[];
  /** Two-sided level in (0, 1), half of the rest on either side; default 0.95. */
  level?: number;
}

/**
 * The proportion of patients with an event, by the chosen method and by the others beside it, as one result.
 *
 * @param events Patients with the event; whole, at most n.
 * @param n Patients; whole, at least 1.
 * @returns Rows of fractions, the chosen method first.
 * @throws {InputError} when the counts are not whole, or there are more events than patients.
 * @throws {RangeError} when the level is not in (0, 1).
 * @see Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, for a comparison. doi:10.1214/ss/1009213286
 * @example
 * describeProportion(18, 22).estimates[0]?.lower; // 0.6148, by Wilson
 */
export function describeProportion(
  events: number,
  n: number,
  { method = wilson, methods = proportionMethods, level = 0.95 }: DescribeProportionOptions = {},
): ProportionResult {
  const intervals = [method, ...methods.filter((other) => other !== method)].map((one): ProportionRow => {
    const { events: _, n: __, warnings, ...row } = proportionInterval(events, n, { method: one, level });
    return { label: one.label, guaranteed: one.guaranteed, row, warnings };
  });
  const [chosen] = intervals;
  return {
    kind: "proportion",
    schemaVersion: 1,
    events,
    n,
    estimates: [chosen!.row],
    intervals,
    warnings: chosen!.warnings,
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { method: method.name, methods: intervals.map(({ row }) => row.method), level },
    },
  };
}
