import { additive } from "../shifts/additive.ts";
import type { TrialStatistic } from "./trial-statistic.ts";

/**
 * Share of pairs, one score under each treatment, in which that under the treatment is higher; ties count half. It is the
 * nonoverlap of all pairs (NAP) where higher is better.
 *
 * The scores are sorted once, so that an assignment costs one pass over them.
 *
 * @see Parker & Vannest (2009), Behav Ther 40:357–367. doi:10.1016/j.beth.2008.10.006
 */
export const probabilityOfSuperiority: TrialStatistic = {
  name: "nap",
  label: "Share of pairs with the higher score under the treatment (NAP)",
  unit: "probability",
  nullValue: 0.5,
  linear: false,
  shift: additive,
  prepare({ scores, unitOf, treatment, reference }) {
    const order = Array.from(scores, (_, i) => i).sort((i, j) => scores[i]! - scores[j]!);
    const units = Int32Array.from(order, (i) => unitOf[i]!);
    const isLastOfTie = Uint8Array.from(order, (i, at) => (scores[order[at + 1]!] === scores[i] ? 0 : 1));
    return (assignment) => {
      let won = 0;
      let nTreated = 0;
      let below = 0;
      let tiedTreated = 0;
      let tiedReference = 0;
      for (let at = 0; at < units.length; at++) {
        const given = assignment[units[at]!]!;
        if (given === treatment) tiedTreated++;
        else if (given === reference) tiedReference++;
        if (isLastOfTie[at] === 0) continue;
        won += tiedTreated * (below + 0.5 * tiedReference);
        nTreated += tiedTreated;
        below += tiedReference;
        tiedTreated = 0;
        tiedReference = 0;
      }
      return won / (nTreated * below);
    };
  },
};
