import type { TrialResult, TrialScore } from "../../schema/index.ts";

/** Treatments of a trial: the reference first, then the compared one, then others in the order of time. */
export function treatmentsOf({ reference, treatment, scores }: TrialResult): string[] {
  return [...new Set([reference, treatment, ...scores.map((score) => score.treatment)])];
}

/** Mean of scores; null where there is none. */
function meanOf(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** The mean of the scores under one treatment, within a block or over all. */
export function treatmentMean(
  scores: readonly TrialScore[],
  treatment: string,
  block?: number,
): number | null {
  const own = scores.filter(
    (row) => row.treatment === treatment && (block === undefined || row.block === block),
  );
  return meanOf(own.map(({ score }) => score));
}

/** The means of one block under the two treatments that are compared. */
export interface BlockMeans {
  block: number;
  reference: number;
  treatment: number;
}

/** Every block in which both treatments were scored; empty where the design has none. */
export function blockMeans({ scores, reference, treatment }: TrialResult): BlockMeans[] {
  const blocks = [...new Set(scores.flatMap(({ block }) => (block === null ? [] : [block])))];
  return blocks
    .sort((a, b) => a - b)
    .flatMap((block) => {
      const [one, other] = [reference, treatment].map((name) => treatmentMean(scores, name, block));
      return one == null || other == null ? [] : [{ block, reference: one, treatment: other }];
    });
}
