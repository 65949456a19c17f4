import { EstimationError } from "../../errors.ts";
import type { Trial } from "../../schema/trial.ts";
import type { TrialModelSettings } from "../trial-model.ts";

/** One period under one of the two treatments compared. */
export interface PeriodMean {
  period: number;
  /** null where the trial has no blocks. */
  block: number | null;
  isTreated: boolean;
  nScores: number;
  /** In score points. */
  mean: number;
}

/**
 * The mean score of each period under the two treatments compared, in the order of time.
 *
 * Treatments are given to periods, so that the scores within one are no further evidence of an effect: they make its mean
 * more exact.
 *
 * @param label Name of the model, for messages.
 * @throws {EstimationError} `too-few-observations` when a treatment has no period with a score.
 */
export function periodMeans(
  label: string,
  { scores }: Trial,
  { treatment, reference }: Pick<TrialModelSettings, "treatment" | "reference">,
): PeriodMean[] {
  const periods = new Map<number, PeriodMean>();
  for (const { period, block, treatment: given, score } of scores) {
    if (given !== treatment && given !== reference) continue;
    const own = periods.get(period) ?? { period, block, isTreated: given === treatment, nScores: 0, mean: 0 };
    own.nScores++;
    own.mean += (score - own.mean) / own.nScores;
    periods.set(period, own);
  }
  const found = [...periods.values()];
  for (const [name, isTreated] of [[treatment, true] as const, [reference, false] as const]) {
    if (found.some((one) => one.isTreated === isTreated)) continue;
    const message = `Cannot fit "${label}": needs a period with a score under ${name}, got none`;
    throw new EstimationError("too-few-observations", message);
  }
  return found;
}

/** How many scores the periods hold. */
export function countScores(periods: readonly PeriodMean[]): number {
  return periods.reduce((sum, { nScores }) => sum + nScores, 0);
}
