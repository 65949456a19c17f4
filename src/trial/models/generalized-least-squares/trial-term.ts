import type { NamedColumn } from "../../../inference/linear-mixed-model/index.ts";
import type { TrialRow } from "./trial-rows.ts";

/** What one coefficient beside the treatment's is called, and its unit. */
export interface TermColumn extends NamedColumn {
  label: string;
  unit: string;
}

/** Something besides the treatment that may move scores, as a value. */
export interface TrialTerm {
  readonly name: string;
  readonly label: string;
  /** What the model then allows for, to end "The model allows for …". */
  readonly allowsFor: string;
  /**
   * Its columns, one number for each row.
   * @param model Label of the model, for messages.
   * @throws {EstimationError} `not-identifiable` where the trial lacks what the term needs.
   */
  columns(model: string, rows: readonly TrialRow[]): TermColumn[];
}
