import type { Trial } from "../../schema/trial.ts";
import { allocated } from "../spaces/allocated.ts";
import { listed } from "../spaces/listed.ts";
import type { TrialDesignMethod } from "../trial-design.ts";
import { checkTreatments, checkWhole } from "./design-checks.ts";

/** Settings of a design in which patients receive sequences at random. */
export type SequenceSettings = {
  treatments: readonly string[];
  /** Number of patients: a multiple of the number of sequences. */
  nPatients: number;
};

/** What distinguishes one set of sequences from another. */
export interface SequenceMethod {
  name: string;
  label: string;
  description: string;
  reference: string;
  example: SequenceSettings;
  /** The sequences of k treatments, numbers from 0. */
  sequences(k: number): number[][];
}

/** A design for several patients: each sequence is given to as many of them, at random. */
export function sequenceDesign(method: SequenceMethod): TrialDesignMethod<SequenceSettings> {
  const { name, label, description, reference, example } = method;
  return {
    name,
    label,
    description,
    reference,
    example,
    design(settings) {
      const treatments = checkTreatments(settings);
      const sequences = method.sequences(treatments.length);
      const nPatients = checkWhole("nPatients", settings.nPatients, sequences.length);
      if (nPatients % sequences.length !== 0)
        throw new RangeError(
          `nPatients must be a multiple of the ${sequences.length} sequences, got ${nPatients}`,
        );
      const options = sequences.map((sequence) =>
        listed([Uint8Array.from(sequence)], () => ({ unit: null, message: "another sequence" })),
      );
      return {
        name,
        label,
        settings: { treatments, nPatients },
        treatments,
        unit: "period",
        nPatients,
        unitsPerPatient: treatments.length,
        unitsPerBlock: null,
        hasFixedOrder: false,
        unitsBeforeReturn: 1,
        space: allocated(options, nPatients / sequences.length),
      };
    },
    settingsOf: (trials: readonly Trial[], treatments) => ({ treatments, nPatients: trials.length }),
  };
}
