import { normalCdf } from "../../src/math/special/normal-tails.ts";

/** Natural parameters of the plateau curve, the same for every course. */
export interface PlainCurve {
  baseline: number;
  sd: number;
  relief: number;
  onsetHalfTime: number;
  T50: number;
  wearOffDuration: number;
}

/** The expected score of the method's section 1 on a scale with floor 0, written out without its code. */
export function plainMean(curve: PlainCurve, day: number, courses: readonly number[]): number {
  const { baseline, relief, onsetHalfTime, T50, wearOffDuration } = curve;
  return courses.reduce((kept, start) => {
    const t = day - start;
    if (t <= 0) return kept;
    const onset = 1 - 2 ** (-t / onsetHalfTime);
    return kept * (1 - (relief * onset) / (1 + Math.exp((Math.log(81) / wearOffDuration) * (t - T50))));
  }, baseline);
}

/** Probability of one score on the 0–10 scale in steps of 1, given its day and those of the courses. */
export function plainProbability(
  curve: PlainCurve,
  score: number,
  day: number,
  courses: readonly number[],
): number {
  const mean = plainMean(curve, day, courses);
  const upper = score === 10 ? 1 : normalCdf((score + 0.5 - mean) / curve.sd);
  return upper - (score === 0 ? 0 : normalCdf((score - 0.5 - mean) / curve.sd));
}
