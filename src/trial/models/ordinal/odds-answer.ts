import { bracketRoot } from "../../../math/optimize/bracket-root.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";
import { normalQuantile } from "../../../math/special/normal-quantile.ts";
import { normalSurvival } from "../../../math/special/normal-tails.ts";
import { profiledOdds } from "./cumulative-logit.ts";
import type { OddsPenalty } from "./odds-penalty.ts";
import type { OrderedCounts } from "./ordered-counts.ts";

/** A log odds ratio with the limits of its profile, and the test that it is 0. */
export interface OddsAnswer {
  estimate: number;
  standardError: number;
  lower: number;
  upper: number;
  /** Twice the difference of log likelihoods, χ² with one degree of freedom. */
  deviance: number;
  pValue: number;
}

/** Step of the difference that gives the curvature of the profile. */
const STEP = 1e-4;

/**
 * The highest point of a penalised proportional-odds likelihood with the limits of its profile.
 *
 * @param counts Not separated, unless there is a penalty.
 */
export function oddsAnswer(counts: OrderedCounts, penalty: OddsPenalty, level: number): OddsAnswer {
  const slopeAt = (x: number): number => profiledOdds(counts, x).slope + penalty.slope(x);
  const valueAt = (x: number): number => profiledOdds(counts, x).logLikelihood + penalty.logDensity(x);
  const ends = bracketRoot(slopeAt, -1, 1)!;
  const estimate = findRoot(slopeAt, ends[0], ends[1])!;
  const highest = valueAt(estimate);
  const devianceAt = (x: number): number => Math.max(0, 2 * (highest - valueAt(x)));
  const bar = normalQuantile(0.5 + 0.5 * level) ** 2;
  const limit = (side: 1 | -1): number => {
    const beyond = (distance: number): number => devianceAt(estimate + side * distance) - bar;
    const around = bracketRoot(beyond, 0, 1, [0, 1e6])!;
    return estimate + side * findRoot(beyond, around[0], around[1])!;
  };
  const curvature = (slopeAt(estimate - STEP) - slopeAt(estimate + STEP)) / (2 * STEP);
  const deviance = devianceAt(0);
  return {
    estimate,
    standardError: 1 / Math.sqrt(curvature),
    lower: limit(-1),
    upper: limit(1),
    deviance,
    pValue: Math.min(1, 2 * normalSurvival(Math.sqrt(deviance))),
  };
}
