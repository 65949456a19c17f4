import type { TrialShift } from "../shifts/trial-shift.ts";
import type { TrialStatistic } from "./trial-statistic.ts";

/** A statistic of one's own, in words and as a function. */
export interface OwnStatistic {
  name: string;
  label: string;
  unit: string;
  /** Its value where the treatments do not differ. */
  nullValue: number;
  /** The statistic from the scores under the treatment and under the reference, each in the order of time. */
  of(treated: readonly number[], reference: readonly number[]): number;
  /** The kind of effect that its interval is about; none unless given. */
  shift?: TrialShift;
}

/**
 * Makes a statistic for `randomizationTest` of any function of two groups of scores.
 *
 * @example
 * const highest = { name: "highest", label: "Difference of the highest scores", unit: "score", nullValue: 0 };
 * ownStatistic({ ...highest, of: (a, b) => Math.max(...a) - Math.max(...b) }).name; // "highest"
 */
export function ownStatistic({ of, shift, ...named }: OwnStatistic): TrialStatistic {
  return {
    ...named,
    linear: false,
    shift: shift ?? null,
    prepare: ({ scores, unitOf, treatment, reference }) => {
      const groups: [number[], number[]] = [[], []];
      return (assignment) => {
        groups[0].length = 0;
        groups[1].length = 0;
        for (let i = 0; i < scores.length; i++) {
          const given = assignment[unitOf[i]!]!;
          if (given === treatment) groups[0].push(scores[i]!);
          else if (given === reference) groups[1].push(scores[i]!);
        }
        return of(groups[0], groups[1]);
      };
    },
  };
}
