import type { Trial, TrialScore } from "../../schema/trial.ts";

/** A trial's scores, those that are missing among them, period by period. */
function planned({ scores, missed = [] }: Trial): Pick<TrialScore, "treatment" | "period" | "block">[] {
  return [...scores, ...missed].sort((a, b) => a.period - b.period);
}

/** Number of scores of the first patient, those that are missing among them. */
export function seenScores(trials: readonly Trial[]): number {
  return trials[0] ? planned(trials[0]).length : 0;
}

/** The treatment of each period of a patient, in their order. */
export function seenPeriods(trial: Trial): string[] {
  const treatmentOf = new Map<number, string>();
  for (const { period, treatment } of planned(trial))
    if (!treatmentOf.has(period)) treatmentOf.set(period, treatment);
  return [...treatmentOf.values()];
}

/** How many periods each treatment has in the first patient's trial. */
export function seenPerTreatment(trials: readonly Trial[], treatments: readonly string[]): number[] {
  const seen = trials[0] ? seenPeriods(trials[0]) : [];
  return treatments.map((treatment) => seen.filter((name) => name === treatment).length);
}

/** Number of blocks of the first patient; undefined where its scores name none. */
export function seenBlocks(trials: readonly Trial[]): number | undefined {
  const blocks = trials[0] ? planned(trials[0]).flatMap(({ block }) => block ?? []) : [];
  return blocks.length === 0 ? undefined : new Set(blocks).size;
}
