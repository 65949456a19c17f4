import { runLimited } from "../spaces/run-limited.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { checkTreatments, checkWhole, checkWholes } from "./design-checks.ts";
import { seenPerTreatment } from "./seen-in-trials.ts";

/** Settings of an alternating design. */
export type AlternatingSettings = {
  treatments: readonly string[];
  /** Number of periods of each treatment, in the order of the treatments. */
  nPeriods: readonly number[];
  /** Most periods of one treatment in a row; 2 unless given. */
  runLimit?: number;
};

/** Orders with more states than this take too long to count. */
const MOST_STATES = 2_000_000;

/**
 * Periods in any order in which no treatment is given too often in a row.
 *
 * @see Onghena & Edgington (1994), Behav Res Ther 32:783–786.
 * @example
 * alternating.design({ treatments: ["A", "B"], nPeriods: [4, 4], runLimit: 2 }).space.count; // 34n
 */
export const alternating: TrialDesignMethod<AlternatingSettings> = {
  name: "alternating",
  label: "Alternating with a run limit",
  description: "A planned number of periods of each treatment, in any order without long runs of one.",
  reference: "Onghena & Edgington (1994), Behav Res Ther 32:783–786",
  example: { treatments: ["saline", "IVIG"], nPeriods: [4, 4], runLimit: 2 },
  design(settings) {
    const treatments = checkTreatments(settings);
    const nPeriods = checkWholes("nPeriods", settings.nPeriods, 1);
    const runLimit = checkWhole("runLimit", settings.runLimit ?? 2, 1);
    if (nPeriods.length !== treatments.length)
      throw new RangeError(`nPeriods must have ${treatments.length} numbers, got ${nPeriods.length}`);
    const nStates = nPeriods.reduce((product, n) => product * (n + 1), treatments.length * runLimit);
    if (nStates > MOST_STATES)
      throw new RangeError(`an alternating design of ${nPeriods.join(" + ")} periods is too large to count`);
    const space = runLimited(nPeriods, runLimit);
    if (space.count === 0n) {
      const found = `got a limit of ${runLimit} and ${nPeriods.join(" and ")} periods`;
      throw new RangeError(`runLimit must leave at least one order, ${found}`);
    }
    return {
      name: alternating.name,
      label: alternating.label,
      settings: { treatments, nPeriods, runLimit },
      treatments,
      unit: "period",
      nPatients: 1,
      unitsPerPatient: space.nUnits,
      unitsPerBlock: null,
      hasFixedOrder: false,
      unitsBeforeReturn: 1,
      space,
    };
  },
  settingsOf: (trials, treatments) => ({ treatments, nPeriods: seenPerTreatment(trials, treatments) }),
};
