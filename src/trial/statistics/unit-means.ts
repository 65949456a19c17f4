import type { EvaluateStatistic, StatisticScores } from "./trial-statistic.ts";

/**
 * Prepares a statistic that depends on the scores by the two treatments' means only.
 *
 * Scores are summed within units once, so that an assignment costs one pass over the units.
 *
 * @param compare The statistic from the means under the treatment and under the reference.
 */
export function fromMeans(
  data: StatisticScores,
  compare: (treated: number, reference: number) => number,
): EvaluateStatistic {
  const { scores, unitOf, firstUnit, endUnit, treatment, reference } = data;
  const sums = new Float64Array(endUnit);
  const counts = new Int32Array(endUnit);
  for (let i = 0; i < scores.length; i++) {
    sums[unitOf[i]!]! += scores[i]!;
    counts[unitOf[i]!]!++;
  }
  return (assignment) => {
    let treated = 0;
    let nTreated = 0;
    let control = 0;
    let nControl = 0;
    for (let u = firstUnit; u < endUnit; u++) {
      const given = assignment[u]!;
      if (given === treatment) {
        treated += sums[u]!;
        nTreated += counts[u]!;
      } else if (given === reference) {
        control += sums[u]!;
        nControl += counts[u]!;
      }
    }
    return compare(treated / nTreated, control / nControl);
  };
}
