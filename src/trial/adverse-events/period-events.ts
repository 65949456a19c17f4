import type { PeriodEvents } from "../../schema/adverse-events.ts";
import type { Trial } from "../../schema/trial.ts";
import { poissonRate } from "./poisson-rate.ts";

/** What the rows of one period tell of adverse events. */
type Counted = Pick<PeriodEvents, "period" | "block" | "treatment" | "nEvents">;

/**
 * Adds up the adverse events of each period, from rows with a score and without.
 *
 * @param exposure Length of a period in the unit that rates are per.
 */
export function periodEvents(
  { scores, missed = [] }: Trial,
  exposure: number,
  level: number,
): PeriodEvents[] {
  const periods = new Map<number, Counted>();
  for (const { period, block, treatment, adverseEvents } of [...scores, ...missed]) {
    const own = periods.get(period) ?? { period, block, treatment, nEvents: null };
    if (adverseEvents !== undefined) own.nEvents = (own.nEvents ?? 0) + adverseEvents;
    periods.set(period, own);
  }
  const none = { rate: null, lower: null, upper: null };
  return [...periods.values()]
    .sort((a, b) => a.period - b.period)
    .map((own) => ({ ...own, ...(own.nEvents === null ? none : poissonRate(own.nEvents, exposure, level)) }));
}
