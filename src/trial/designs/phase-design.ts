import type { Trial } from "../../schema/trial.ts";
import { phases } from "../spaces/phases.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { checkTreatments, checkWhole } from "./design-checks.ts";
import { seenScores } from "./seen-in-trials.ts";

/** Settings of a design whose phases have random change points. */
export type PhaseSettings = {
  /** The treatment of phase A, which is the reference, and that of phase B. */
  treatments: readonly string[];
  /** Number of scores of all phases together. */
  nScores: number;
  /** Least number of scores in each phase. */
  minimumLength: number;
};

/** What distinguishes one order of phases from another. */
export interface PhaseMethod {
  name: string;
  label: string;
  description: string;
  /** 0 for A and 1 for B, phase by phase. */
  sequence: readonly number[];
  example: PhaseSettings;
}

/**
 * A design of phases in a fixed order, whose change points are drawn among all that leave each phase its least length.
 *
 * @see Onghena (1992), Behav Assess 14:153–171; Onghena & Edgington (2005), Clin J Pain 21:56–68.
 */
export function phaseDesign(method: PhaseMethod): TrialDesignMethod<PhaseSettings> {
  const { name, label, description, sequence, example } = method;
  return {
    name,
    label,
    description,
    reference: "Onghena (1992), Behav Assess 14:153–171",
    example,
    design(settings) {
      const treatments = checkTreatments(settings, 2, 2);
      const minimumLength = checkWhole("minimumLength", settings.minimumLength, 1);
      const nScores = checkWhole("nScores", settings.nScores, sequence.length * minimumLength);
      return {
        name,
        label,
        settings: { treatments, nScores, minimumLength },
        treatments,
        unit: "score",
        nPatients: 1,
        unitsPerPatient: nScores,
        unitsPerBlock: null,
        hasFixedOrder: true,
        unitsBeforeReturn: sequence.length > 2 ? minimumLength : null,
        space: phases({ nScores, sequence, minimumLength }),
      };
    },
    settingsOf: (trials: readonly Trial[], treatments) => ({ treatments, nScores: seenScores(trials) }),
  };
}
