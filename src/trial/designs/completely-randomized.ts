import { arrangements } from "../spaces/arrangements.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { checkTreatments, checkWholes } from "./design-checks.ts";
import { seenPerTreatment } from "./seen-in-trials.ts";

/** Settings of a completely randomised design. */
export type CompletelyRandomizedSettings = {
  treatments: readonly string[];
  /** Number of periods of each treatment, in the order of the treatments. */
  nPeriods: readonly number[];
};

/** Periods in any order, each treatment as often as planned. */
export const completelyRandomized: TrialDesignMethod<CompletelyRandomizedSettings> = {
  name: "completely-randomized",
  label: "Completely randomized",
  description: "A planned number of periods of each treatment, in any order.",
  reference: "Edgington & Onghena (2007), Randomization Tests, 4th ed., chapter 4",
  example: { treatments: ["saline", "IVIG"], nPeriods: [4, 4] },
  design(settings) {
    const treatments = checkTreatments(settings);
    const nPeriods = checkWholes("nPeriods", settings.nPeriods, 1);
    if (nPeriods.length !== treatments.length)
      throw new RangeError(`nPeriods must have ${treatments.length} numbers, got ${nPeriods.length}`);
    const space = arrangements(nPeriods);
    return {
      name: completelyRandomized.name,
      label: completelyRandomized.label,
      settings: { treatments, nPeriods },
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
