import type { LabelPermutation } from "../../../schema/relapse-comparison.ts";
import type { GroupedSpans } from "../grouped-spans.ts";
import { logRankScores } from "./log-rank-scores.ts";
import type { LabeledScores } from "./permute-labels.ts";

/** Scores and labels with what they belong to. */
export interface PermutationUnits extends LabeledScores {
  units: LabelPermutation["units"];
}

/**
 * What the labels are moved between: patients, each with the sum of the scores of all their courses, unless a patient has
 * courses in two groups; then courses.
 */
export function permutationUnits({ spans, labels, names, nPatients }: GroupedSpans): PermutationUnits {
  const scores = logRankScores(spans);
  const byPatient = new Float64Array(nPatients);
  const labelOf = new Array<number>(nPatients).fill(-1);
  let nested = true;
  spans.forEach(({ patient }, i) => {
    byPatient[patient]! += scores[i]!;
    nested &&= labelOf[patient] === -1 || labelOf[patient] === labels[i];
    labelOf[patient] = labels[i]!;
  });
  const nGroups = names.length;
  return nested
    ? { scores: byPatient, labels: labelOf, nGroups, units: "patient" }
    : { scores, labels, nGroups, units: "course" };
}
