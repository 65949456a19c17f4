import type { Warning } from "../../schema/provenance.ts";
import type { PhaseMoments } from "./phase-moments.ts";

/** Moments that a zero can't spoil, and whether anything was changed. */
export interface FlooredMoments extends PhaseMoments {
  floored: boolean;
}

/**
 * Keeps a mean at least half a step over n from 0, and a variance at least step²/n³, so that its logarithm has both.
 *
 * @param step The smallest score above 0 that the measurement can give: 1 for counts, 1/20 for shares of 20 intervals; null
 * changes nothing.
 * @param most The other end that the mean must keep away from; ∞ where there is none.
 * @see Pustejovsky (2018), J Sch Psychol 68:99–112, doi:10.1016/j.jsp.2018.02.003; the constants as in SingleCaseES 0.7
 */
export function floorMoments(
  moments: PhaseMoments,
  step: number | null,
  most: number = Infinity,
): FlooredMoments {
  if (step === null) return { ...moments, floored: false };
  const { n } = moments;
  const away = (0.5 * step) / n;
  const mean = Math.min(Math.max(moments.mean, away), most - away);
  const variance = moments.variance === null ? null : Math.max(moments.variance, step ** 2 / n ** 3);
  return { n, mean, variance, floored: mean !== moments.mean || variance !== moments.variance };
}

/**
 * Checks the step that a floor is made of.
 *
 * @throws {RangeError} when it is not above 0 and finite.
 */
export function checkFloor(floor: number | null): void {
  if (floor !== null && !(floor > 0 && Number.isFinite(floor)))
    throw new RangeError(`floor must be a finite number above 0, or null, got ${floor}`);
}

/** What to say where a floor changed something; nothing where it did not. */
export function floorWarnings(phases: { [phase: string]: FlooredMoments }): Warning[] {
  return Object.entries(phases).flatMap(([phase, { floored, mean }]) => {
    if (!floored) return [];
    const message = `The ${phase} phase's mean or variance was raised to the floor asked for (mean ${mean.toPrecision(4)}); the result depends on the floor`;
    return [{ code: "floored", message }];
  });
}
