import type { InnermostIntervals } from "./innermost-intervals.ts";
import { convexMinorantStep } from "./iterated-convex-minorant.ts";
import {
  kuhnTuckerGap,
  logLikelihood,
  type MassLikelihood,
  massesOf,
  massGradient,
  sumsOf,
} from "./mass-likelihood.ts";

/** Masses at the maximum of the likelihood. */
export interface MaximumMasses {
  /** One for each innermost interval, 0 among them. */
  masses: Float64Array;
  logLikelihood: number;
  /** Derivative of the mean ln P(row) by each mass. */
  gradient: Float64Array;
  /** Distance from the conditions of Karush, Kuhn and Tucker. */
  gap: number;
  /** Whether that distance is within rounding. */
  verified: boolean;
  nSteps: number;
}

/** Where the search stops, and what still counts as a maximum. */
const SOUGHT = 1e-11;
const VERIFIED = 1e-7;
const MAX_STEPS = 5000;

export function maximizeMasses({ intervals, ranges }: InnermostIntervals): MaximumMasses {
  const size = intervals.length;
  const total = ranges.reduce((sum, { weight }) => sum + weight, 0);
  const likelihood: MassLikelihood = { size, total, ranges };
  let sums = sumsOf(new Float64Array(size).fill(1));
  let gradient = massGradient(likelihood, sums);
  let gap = kuhnTuckerGap(gradient, massesOf(sums));
  let nSteps = 0;
  for (; gap > SOUGHT && nSteps < MAX_STEPS; nSteps++) {
    sums = convexMinorantStep(likelihood, sums);
    gradient = massGradient(likelihood, sums);
    sums = sumsOf(massesOf(sums).map((mass, j) => mass * gradient[j]!));
    gradient = massGradient(likelihood, sums);
    gap = kuhnTuckerGap(gradient, massesOf(sums));
  }
  return {
    masses: massesOf(sums),
    logLikelihood: logLikelihood(likelihood, sums),
    gradient,
    gap,
    verified: gap <= VERIFIED,
    nSteps,
  };
}
