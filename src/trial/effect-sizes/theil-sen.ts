import { median } from "../../math/descriptive/sample-quantile.ts";

/** A straight line through scores. */
export interface TheilSenLine {
  /** Scores per place. */
  slope: number;
  /** Score at place 0. */
  intercept: number;
}

/**
 * Theil and Sen's line: the median of the slopes of all pairs, and the median of what is left.
 *
 * @param places When the scores were taken, all different.
 * @param scores As many.
 * @returns null for fewer than two.
 * @see Sen (1968), J Am Stat Assoc 63:1379–1389. doi:10.1080/01621459.1968.10480934
 * @example
 * theilSen([1, 2, 3], [1, 2, 9]); // slope 4, intercept −3
 */
export function theilSen(places: readonly number[], scores: readonly number[]): TheilSenLine | null {
  if (scores.length < 2) return null;
  const slopes: number[] = [];
  for (let i = 0; i < scores.length; i++) {
    for (let j = i + 1; j < scores.length; j++)
      slopes.push((scores[j]! - scores[i]!) / (places[j]! - places[i]!));
  }
  const slope = median(slopes);
  return { slope, intercept: median(scores.map((score, i) => score - slope * places[i]!)) };
}

/**
 * What is left of scores above a line, with differences that only rounding makes taken away: residuals closer than 1e-9
 * of the largest score or fitted value become one.
 *
 * @param places When the scores were taken.
 * @param scores As many.
 */
export function residuals(
  { slope, intercept }: TheilSenLine,
  places: readonly number[],
  scores: readonly number[],
): number[] {
  const fitted = places.map((place) => intercept + slope * place);
  const left = scores.map((score, i) => score - fitted[i]!);
  const size = [...scores, ...fitted, intercept].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const order = left.map((_, i) => i).sort((a, b) => left[a]! - left[b]!);
  const merged = [...left];
  for (let k = 1; k < order.length; k++) {
    const [before, now] = [order[k - 1]!, order[k]!];
    if (left[now]! - left[before]! <= 1e-9 * size) merged[now] = merged[before]!;
  }
  return merged;
}
