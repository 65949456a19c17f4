import type { ComparedTreatments } from "./compared-treatments.ts";
import type { ObservedPart } from "./observed-trial.ts";
import type { EvaluateStatistic, TrialStatistic } from "./statistics/trial-statistic.ts";

/**
 * Prepares a statistic for several patients: the mean of the patients' own.
 *
 * @param parts One for each patient.
 * @param transform Turns the scores into others first.
 */
export function comparedScores(
  statistic: TrialStatistic,
  parts: readonly ObservedPart[],
  { treatmentNumber, referenceNumber }: ComparedTreatments,
  transform: (part: ObservedPart) => Float64Array = ({ scores }) => scores,
): EvaluateStatistic {
  const each = parts.map((part) =>
    statistic.prepare({
      ...part,
      scores: transform(part),
      treatment: treatmentNumber,
      reference: referenceNumber,
    }),
  );
  if (each.length === 1) return each[0]!;
  return (assignment) => {
    let sum = 0;
    for (const evaluate of each) sum += evaluate(assignment);
    return sum / each.length;
  };
}

/**
 * The scores with an effect of the treatment removed from those that were taken under it.
 *
 * @param actual The actual assignment.
 * @param remove A score without the effect.
 */
export function withoutEffect(
  actual: Uint8Array,
  treatmentNumber: number,
  remove: (score: number) => number,
): (part: ObservedPart) => Float64Array {
  return ({ scores, unitOf }) =>
    scores.map((score, i) => (actual[unitOf[i]!] === treatmentNumber ? remove(score) : score));
}
