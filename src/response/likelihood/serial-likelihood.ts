import { numericalGradient } from "../../math/derivatives/central-differences.ts";
import { gaussLegendre } from "../../math/quadrature/gauss-legendre.ts";
import { normalDensity } from "../../math/special/normal-tails.ts";
import type { ResponseModel } from "../response-model.ts";
import type { Timeline, TimelineEvent } from "../timeline.ts";
import type { WorkingParameters } from "../working-parameters.ts";
import { expectedScore, type LogLikelihood } from "./curve-likelihood.ts";
import type { LatentScore } from "./score-errors.ts";

/** Scores in order of time, each on one day. */
export interface SerialData {
  model: ResponseModel;
  parameters: WorkingParameters;
  scores: readonly LatentScore[];
  days: readonly number[];
  /** Days since each course, one row for every score. */
  elapsed: readonly (readonly number[])[];
  /** Floor of the scale. */
  floor: number;
  /** Correlation of two scores a day apart, in [0, 1). */
  perDay: number;
}

/** Scores, days and times since each course in order of time, each event on the middle of its days. */
export function inOrderOfTime(
  { scores: events, courses }: Timeline,
  scores: readonly LatentScore[],
): Pick<SerialData, "scores" | "days" | "elapsed"> {
  const middle = ({ earliest, latest }: TimelineEvent): number => 0.5 * (earliest + latest);
  const ordered = [...events].sort((a, b) => middle(a) - middle(b));
  return {
    scores: ordered.map(({ index }) => scores[index]!),
    days: ordered.map(middle),
    elapsed: ordered.map((event) => courses.map((course) => middle(event) - middle(course))),
  };
}

/** Two scores of one day count as this far apart: the same latent score would have to round to both. */
const SHORTEST_GAP = 0.25;
/** Standard deviations to either side of the curve on which a latent score is looked for. */
const FARTHEST = 7;
const PANEL = gaussLegendre(8);
const MOST_PANELS = 16;

/** The values a latent deviation is integrated over, in standard deviations. */
interface Grid {
  nodes: Float64Array;
  weights: Float64Array;
}

/** Nodes between a and b, in panels no wider than the narrowest density on them. */
function gridBetween(a: number, b: number, narrowest: number): Grid {
  const from = Math.min(Math.max(a, -FARTHEST), FARTHEST);
  const to = Math.max(Math.min(b, FARTHEST), -FARTHEST);
  // An interval beyond what is looked at: the density is all at its near end.
  const [left, right] =
    from < to ? [from, to] : a > 0 ? [a, Math.min(b, a + 0.5)] : [Math.max(a, b - 0.5), b];
  const n = Math.min(MOST_PANELS, Math.ceil((right - left) / (2 * narrowest)));
  const size = PANEL.nodes.length;
  const nodes = new Float64Array(n * size);
  const weights = new Float64Array(n * size);
  const half = (right - left) / (2 * n);
  for (let p = 0; p < n; p++) {
    for (let i = 0; i < size; i++) {
      nodes[p * size + i] = left + (2 * p + 1 + PANEL.nodes[i]!) * half;
      weights[p * size + i] = PANEL.weights[i]! * half;
    }
  }
  return { nodes, weights };
}

/** Correlations of neighbouring scores, by the days between them. */
export function neighbourCorrelations(days: readonly number[], perDay: number): number[] {
  return days.map((day, i) => (i === 0 ? 0 : perDay ** Math.max(SHORTEST_GAP, day - days[i - 1]!)));
}

/**
 * ln of the probability that latent scores, correlated in time, lie in their rounding intervals.
 *
 * The deviations from the curve are a Markov process (Ornstein–Uhlenbeck), so that the probability is a chain of
 * one-dimensional integrals, each by Gauss–Legendre quadrature.
 *
 * @param means Expected scores in order of time.
 * @param sd Standard deviation of a latent score.
 * @param correlations What `neighbourCorrelations` returned.
 * @see Doob (1942), Ann Math 43:351–369 (the process); Heitjan & Rubin (1991), Ann Stat 19:2244–2253 (rounding)
 */
export function serialLogProbability(
  scores: readonly LatentScore[],
  means: ArrayLike<number>,
  sd: number,
  correlations: readonly number[],
): number {
  let before: Grid | null = null;
  let density = new Float64Array(0);
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const innovation = innovationOf(correlations[i]!);
    const narrowest = Math.min(innovation, innovationOf(correlations[i + 1] ?? 0));
    const { lower, upper } = scores[i]!;
    const grid = gridBetween((lower - means[i]!) / sd, (upper - means[i]!) / sd, narrowest);
    const after = nextDensity(before, density, grid, correlations[i]!, innovation);
    const probability = after.reduce((sum, f, k) => sum + f * grid.weights[k]!, 0);
    if (!(probability > 0)) return -Infinity;
    total += Math.log(probability);
    density = after.map((f) => f / probability);
    before = grid;
  }
  return total;
}

function innovationOf(correlation: number): number {
  return Math.sqrt(1 - correlation * correlation);
}

/** Compiles the log-likelihood of scores whose deviations from the curve are correlated: φ^(days between). */
export function serialLikelihood(data: SerialData): LogLikelihood {
  const { parameters, scores, days, elapsed, floor, perDay } = data;
  const curve = expectedScore(data.model, parameters, floor);
  const correlations = neighbourCorrelations(days, perDay);
  const means = new Float64Array(scores.length);
  const value = (theta: Float64Array): number => {
    if (!(theta[parameters.baseline]! > floor)) return -Infinity;
    curve.set(theta);
    for (let i = 0; i < means.length; i++) means[i] = curve.at(elapsed[i]!, 0);
    return serialLogProbability(scores, means, Math.exp(theta[parameters.residualSd]!), correlations);
  };
  return (theta, gradient) => {
    const here = value(theta);
    const slopes = gradient && Number.isFinite(here) ? numericalGradient(value, theta) : null;
    if (slopes) for (let k = 0; k < slopes.length; k++) gradient![k]! += slopes[k]!;
    return here;
  };
}

/** Density of the next deviation, given the one before and all scores so far. */
function nextDensity(
  before: Grid | null,
  density: Float64Array,
  { nodes }: Grid,
  correlation: number,
  innovation: number,
): Float64Array<ArrayBuffer> {
  return Float64Array.from(nodes, (node) => {
    if (!before) return normalDensity(node);
    let sum = 0;
    for (let k = 0; k < before.nodes.length; k++) {
      const z = (node - correlation * before.nodes[k]!) / innovation;
      sum += before.weights[k]! * density[k]! * normalDensity(z);
    }
    return sum / innovation;
  });
}
