import { InputError, type InputIssue } from "../errors.ts";
import type { ProportionInterval } from "../schema/proportion-interval.ts";
import type { Warning } from "../schema/provenance.ts";
import type { ProportionMethod } from "./proportions/proportion-method.ts";
import { wilson } from "./proportions/wilson.ts";

/** Options of `proportionInterval`. */
export interface ProportionIntervalOptions {
  /** Default `wilson`. */
  method?: ProportionMethod;
  /** Two-sided level in (0, 1), half of the rest on either side, also at 0 of n and n of n; default 0.95. */
  level?: number;
}

/**
 * The proportion of patients with an event, with its interval.
 *
 * @param events Patients with the event; whole, at most n.
 * @param n Patients; whole, at least 1.
 * @returns A row of fractions. `standardError` is the usual one, null with a warning at 0 of n and n of n, where it would
 * be 0. Limits a method does not have are null with a warning.
 * @throws {InputError} when the counts are not whole, or there are more events than patients.
 * @throws {RangeError} when the level is not in (0, 1).
 * @see Wilson (1927), J Am Stat Assoc 22:209–212, for the default; each method cites its own.
 * @example
 * proportionInterval(18, 22).lower; // 0.6148
 */
export function proportionInterval(
  events: number,
  n: number,
  { method = wilson, level = 0.95 }: ProportionIntervalOptions = {},
): ProportionInterval {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  checkCounts(events, n);
  const { lower, upper, warnings = [] } = method.interval(events, n, level);
  const estimate = events / n;
  const inside = events > 0 && events < n;
  return {
    parameter: "proportion",
    label: "Proportion",
    unit: "fraction",
    estimate,
    standardError: inside ? Math.sqrt((estimate * (1 - estimate)) / n) : null,
    lower,
    upper,
    level,
    method: method.name,
    bound: lower === null || upper === null ? "open" : "closed",
    events,
    n,
    warnings: inside ? [...warnings] : [...warnings, noStandardError(events, n)],
  };
}

/** Counts that can't be, all of them. */
function checkCounts(events: number, n: number): void {
  const issues: InputIssue[] = [];
  if (!(Number.isSafeInteger(events) && events >= 0))
    issues.push({ path: "events", message: `needs a whole number of at least 0, got ${events}` });
  if (!(Number.isSafeInteger(n) && n >= 1))
    issues.push({ path: "n", message: `needs a whole number of at least 1, got ${n}` });
  if (issues.length === 0 && events > n)
    issues.push({ path: "events", message: `needs at most n = ${n}, got ${events}` });
  if (issues.length > 0) throw new InputError(issues);
}

function noStandardError(events: number, n: number): Warning {
  const message = `At ${events} of ${n} the usual standard error would be 0, as if the proportion were known, so there is none`;
  return { code: "no-standard-error", message };
}
