import type { Json } from "../schema/provenance.ts";
import type { Trial } from "../schema/trial.ts";
import type { AssignmentSpace } from "./spaces/assignment-space.ts";

/** What every design is told; each adds numbers of its own. */
export type DesignSettings = {
  /** Names of the treatments; the first is the reference, with which the others are compared. */
  treatments: readonly string[];
};

/** A design with its settings: what could have been assigned, to what. */
export interface TrialDesign {
  /** Name of the method, such as `randomized-pairs`. */
  readonly name: string;
  readonly label: string;
  /** Plain JSON from which the method makes the same design again. */
  readonly settings: { [setting: string]: Json };
  readonly treatments: readonly string[];
  /** What treatments are assigned to: periods, or single scores in phase designs. */
  readonly unit: "period" | "score";
  readonly nPatients: number;
  readonly unitsPerPatient: number;
  /** Units in a block; null where there are no blocks. */
  readonly unitsPerBlock: number | null;
  /** True where treatments keep a fixed order, so that a drift in time can pass for an effect. */
  readonly hasFixedOrder: boolean;
  /** Least number of units from the start of a treatment to that of another after it; null where the reference never returns. */
  readonly unitsBeforeReturn: number | null;
  /** All patients' assignments, one patient after the other. */
  readonly space: AssignmentSpace;
}

/** A way to randomise a trial, as a value. */
export interface TrialDesignMethod<S extends DesignSettings = DesignSettings> {
  readonly name: string;
  readonly label: string;
  /** How treatments are assigned, in a sentence. */
  readonly description: string;
  readonly reference: string;
  /** A small design of this kind, for help and tests. */
  readonly example: S;
  /**
   * Makes the design of some settings.
   * @throws {RangeError} for settings of which no design can be made.
   */
  design(settings: S): TrialDesign;
  /**
   * The settings that a trial shows by itself; the others must be given.
   * @param trials One for each patient.
   * @param treatments Names, the reference first.
   */
  settingsOf(trials: readonly Trial[], treatments: readonly string[]): Partial<S>;
}
