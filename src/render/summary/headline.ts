import type { SummaryEstimate, SummaryResult } from "../../schema/index.ts";

/** Methods of the headline, the first that a report allows: the widest that can be defended, and then what else there is. */
const USUAL: readonly string[] = [
  "anderson-over-samples",
  "anderson",
  "chernoff-or-bentkus",
  "clopper-pearson",
  "median-range",
];

function hasLimits({ lower, upper }: SummaryEstimate): boolean {
  return lower !== null || upper !== null;
}

/**
 * The interval that a report is summed up by.
 *
 * @param method The one that was asked for; where the report has none by it, the usual one is taken.
 * @returns null where the report allows no interval.
 */
export function headlineOf({ estimates }: SummaryResult, method?: string): SummaryEstimate | null {
  const asked = method === undefined ? [] : [method];
  const byMethod = [...asked, ...USUAL].flatMap((name) =>
    estimates.filter((row) => row.method === name && hasLimits(row)),
  );
  return byMethod[0] ?? estimates.find(hasLimits) ?? null;
}
