import type { TrialStatistic } from "./trial-statistic.ts";

/**
 * Least-squares slope of the scores over time under the treatment, less that under the reference, each with a level of
 * its own. Needs two different times under each treatment.
 *
 * A shift of all scores under the treatment does not move it, so that it has no interval of its own.
 */
export const slopeDifference: TrialStatistic = {
  name: "slope-difference",
  label: "Difference of slopes",
  unit: "score / day",
  nullValue: 0,
  linear: false,
  shift: null,
  prepare({ scores, times, unitOf, treatment, reference }) {
    const n = scores.length;
    const origin = times.reduce((sum, time) => sum + time / n, 0);
    const level = scores.reduce((sum, score) => sum + score / n, 0);
    const slopeUnder = (assignment: Uint8Array, given: number): number => {
      let [count, x, y, xx, xy] = [0, 0, 0, 0, 0];
      for (let i = 0; i < n; i++) {
        if (assignment[unitOf[i]!] !== given) continue;
        const time = times[i]! - origin;
        const score = scores[i]! - level;
        count++;
        x += time;
        y += score;
        xx += time * time;
        xy += time * score;
      }
      const spread = xx - (x * x) / count;
      return spread > 1e-12 * xx ? (xy - (x * y) / count) / spread : Number.NaN;
    };
    return (assignment) => slopeUnder(assignment, treatment) - slopeUnder(assignment, reference);
  },
};
