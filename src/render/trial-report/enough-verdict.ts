import type { TrialResult } from "../../schema/index.ts";
import { benefitOf, thresholdOf } from "../trial/enough-words.ts";

/** Whether the interval lies beyond the least effect that matters, short of it, or on both sides. */
export type EnoughVerdict = "beyond" | "not-beyond" | "cannot-say";

/**
 * Was it enough? By the whole interval, not the estimate alone.
 *
 * @returns null where no least effect was named, or where it stands on another scale than the effect.
 * @example
 * enoughVerdict(result); // "beyond" for an interval of −5 to −2.5, a threshold of 2, and lower scores being better
 */
export function enoughVerdict(result: TrialResult): EnoughVerdict | null {
  const threshold = thresholdOf(result);
  const benefit = benefitOf(result);
  if (threshold === null || benefit === null) return null;
  if (benefit.least !== null && benefit.least >= threshold) return "beyond";
  if (benefit.most !== null && benefit.most < threshold) return "not-beyond";
  return "cannot-say";
}
