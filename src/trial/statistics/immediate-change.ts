import { additive } from "../shifts/additive.ts";
import type { TrialStatistic } from "./trial-statistic.ts";

/** Scores on either side of a change that are compared. */
const WINDOW = 3;

/** Mean of the scores from `from` to before `to`. */
function meanOf(scores: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += scores[i]!;
  return sum / (to - from);
}

/**
 * Immediate change of level: the mean of the first three scores after each change between the two treatments, against
 * that of the last three before it (fewer where the run is shorter), counted as treatment less reference; the mean over
 * the changes.
 *
 * @see Kratochwill et al. (2010), Single-case designs technical documentation, What Works Clearinghouse, page 18
 * (immediacy of the effect).
 */
export const immediateChange: TrialStatistic = {
  name: "immediate-change",
  label: "Immediate change of level",
  unit: "score",
  nullValue: 0,
  linear: true,
  shift: additive,
  prepare({ scores, unitOf, treatment, reference }) {
    const n = scores.length;
    return (assignment) => {
      let sum = 0;
      let nChanges = 0;
      let before = -1;
      let beforeBegins = 0;
      for (let begins = 0; begins < n; ) {
        const given = assignment[unitOf[begins]!]!;
        let end = begins + 1;
        while (end < n && assignment[unitOf[end]!] === given) end++;
        const rises = before === reference && given === treatment;
        if (rises || (before === treatment && given === reference)) {
          const last = meanOf(scores, Math.max(beforeBegins, begins - WINDOW), begins);
          const first = meanOf(scores, begins, Math.min(end, begins + WINDOW));
          sum += rises ? first - last : last - first;
          nChanges++;
        }
        before = given;
        beforeBegins = begins;
        begins = end;
      }
      return sum / nChanges;
    };
  },
};
