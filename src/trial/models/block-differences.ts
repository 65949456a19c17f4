import { EstimationError } from "../../errors.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { Trial } from "../../schema/trial.ts";
import type { TrialModelSettings } from "../trial-model.ts";
import { countScores, type PeriodMean, periodMeans } from "./period-means.ts";

/** What two treatments differ by within each block (a pair is a block of two periods). */
export interface BlockDifferences {
  /** Mean of the periods under the treatment less that under the reference, block by block, in score points. */
  differences: number[];
  /** Scores in the blocks used. */
  nScores: number;
  warnings: Warning[];
}

function meanOf(periods: readonly PeriodMean[], isTreated: boolean): number | null {
  const own = periods.filter((period) => period.isTreated === isTreated);
  return own.length === 0 ? null : own.reduce((sum, { mean }) => sum + mean / own.length, 0);
}

function leftOut(blocks: readonly number[]): Warning[] {
  if (blocks.length === 0) return [];
  const which = `${blocks.length === 1 ? "Block" : "Blocks"} ${blocks.join(", ")}`;
  const message = `${which} lacked scores under one of the two treatments and could not be used; this is harmless only where scores are missing for reasons that have nothing to do with the pain.`;
  return [{ code: "incomplete-blocks", message }];
}

/**
 * The differences between two treatments within the blocks of a trial.
 *
 * @param label Name of the model, for messages.
 * @throws {EstimationError} `not-identifiable` where the trial has no blocks, `too-few-observations` where none holds both
 * treatments.
 */
export function blockDifferences(
  label: string,
  trial: Trial,
  compared: Pick<TrialModelSettings, "treatment" | "reference">,
): BlockDifferences {
  const byBlock = new Map<number, PeriodMean[]>();
  for (const period of periodMeans(label, trial, compared)) {
    if (period.block === null) {
      const message = `Cannot fit "${label}": needs to know which periods form a pair or block, got a trial without blocks`;
      throw new EstimationError("not-identifiable", message);
    }
    byBlock.set(period.block, [...(byBlock.get(period.block) ?? []), period]);
  }
  const each = [...byBlock].map(([block, periods]) => {
    const treated = meanOf(periods, true);
    const reference = meanOf(periods, false);
    return {
      block,
      periods,
      difference: treated === null || reference === null ? null : treated - reference,
    };
  });
  const complete = each.filter(({ difference }) => difference !== null);
  if (complete.length === 0) {
    const message = `Cannot fit "${label}": needs a block with scores under ${compared.treatment} and ${compared.reference}, got none`;
    throw new EstimationError("too-few-observations", message);
  }
  return {
    differences: complete.map(({ difference }) => difference!),
    nScores: countScores(complete.flatMap(({ periods }) => periods)),
    warnings: leftOut(each.filter(({ difference }) => difference === null).map(({ block }) => block)),
  };
}
