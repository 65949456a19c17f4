import { additive } from "../shifts/additive.ts";
import type { TrialStatistic } from "./trial-statistic.ts";

/**
 * Mean of the means of the phases under the treatment, less that under the reference: every phase weighs the same, long
 * or short. A phase is a run of scores under one treatment.
 *
 * @see Bulté & Onghena (2008), Behav Res Methods 40:467–478 (PA − PB).
 */
export const phaseMeanDifference: TrialStatistic = {
  name: "phase-mean-difference",
  label: "Difference of phase means",
  unit: "score",
  nullValue: 0,
  linear: true,
  shift: additive,
  prepare({ scores, unitOf, treatment, reference }) {
    return (assignment) => {
      let treated = 0;
      let nTreated = 0;
      let control = 0;
      let nControl = 0;
      for (let i = 0; i < scores.length; ) {
        const given = assignment[unitOf[i]!]!;
        let sum = 0;
        const begins = i;
        for (; i < scores.length && assignment[unitOf[i]!] === given; i++) sum += scores[i]!;
        if (given === treatment) {
          treated += sum / (i - begins);
          nTreated++;
        } else if (given === reference) {
          control += sum / (i - begins);
          nControl++;
        }
      }
      return treated / nTreated - control / nControl;
    };
  },
};
