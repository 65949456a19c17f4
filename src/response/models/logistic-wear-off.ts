import type { Landmark } from "../response-model.ts";

/** ln 81: from 90 % to 10 % the logit falls by 2 ln 9. */
export const LOG_81: number = Math.log(81);

/** 1/(1 + exp(z)) without overflow. */
export function fallingLogistic(z: number): number {
  return 1 / (1 + Math.exp(Math.min(z, 700)));
}

/** First and last day of a logistic wear-off: T50 ∓ D/2, for models whose third parameter is T50 and whose fourth is D. */
export const wearOffLandmarks: readonly Landmark[] = [
  { parameter: "T10", label: "Relief begins to wear off (T10)", value: (p) => p[2]! - 0.5 * p[3]! },
  { parameter: "T90", label: "Relief worn off (T90)", value: (p) => p[2]! + 0.5 * p[3]! },
];
