import type { Warning } from "../schema/provenance.ts";
import type { ResponseResult } from "../schema/response-result.ts";
import type { TrialPeriod } from "../schema/trial-result.ts";
import { carryoverWarnings } from "./carryover-warnings.ts";

/** Least days from the first score under a treatment to the first one of the other treatment after it; null without any. */
function daysBeforeReturn(periods: readonly TrialPeriod[], reference: string): number | null {
  const days = periods.flatMap(({ treatment, firstDay }, i) => {
    if (treatment === reference || periods[i - 1]?.treatment === treatment) return [];
    const next = periods.slice(i + 1).find((other) => other.treatment !== treatment);
    return next ? [next.firstDay! - firstDay!] : [];
  });
  return days.length > 0 ? Math.min(...days) : null;
}

/**
 * Compares the days of a trial's periods with how long a fitted response lasts.
 *
 * @param response A fitted curve of the patient; undefined where there is none.
 * @param periods In the order of time.
 */
export function trialCarryover(
  response: ResponseResult | undefined,
  periods: readonly TrialPeriod[],
  reference: string,
): Warning[] {
  if (!response) return [];
  if (periods.every(({ firstDay }) => firstDay !== null)) {
    const days = daysBeforeReturn(periods, reference);
    return days === null ? [] : carryoverWarnings(response, 1, days);
  }
  const message =
    "The scores of the trial have no days, so that nothing is known about relief carried over from one period to the next.";
  return [{ code: "carryover-unknown", message }];
}
