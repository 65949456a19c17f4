import type { Improvement } from "../../../schema/scale.ts";
import type { TrialScore } from "../../../schema/trial.ts";

/** A way to count what happened besides the treatment, as a value: which question the effect then answers. */
export interface IntercurrentStrategy {
  readonly name: string;
  readonly label: string;
  /** The question that the estimate then answers, in a sentence. */
  readonly question: string;
  /** The scores as this strategy counts them. */
  apply(scores: readonly TrialScore[], improvement: Improvement): TrialScore[];
}
