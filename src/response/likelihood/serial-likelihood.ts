import { gaussLegendre } from "../../math/quadrature/gauss-legendre.ts";
import { normalDensity } from "../../math/special/normal-tails.ts";
import type { ResponseModel } from "../response-model.ts";
import type { Timeline, TimelineEvent } from "../timeline.ts";
import { aboveFloor, type WorkingParameters } from "../working-parameters.ts";
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

/** One score of the chain: the values it can stand for, and their density given the scores before it and itself. */
interface Link {
  grid: Grid;
  density: Float64Array;
  /** Probability of the score given those before it. */
  probability: number;
}

/** Derivatives of a log-probability. */
export interface SerialSlopes {
  /** By each expected score. */
  byMean: Float64Array;
  byLogSd: number;
}

/**
 * ln of the probability that latent scores, correlated in time, lie in their rounding intervals.
 *
 * The deviations from the curve are a Markov process (Ornstein–Uhlenbeck), so that the probability is a chain of
 * one-dimensional integrals, each by Gauss–Legendre quadrature. Its derivatives are the expected ones of the log-density of
 * the latent scores, given that they lie in their intervals.
 *
 * @param means Expected scores in order of time.
 * @param sd Standard deviation of a latent score.
 * @param correlations What `neighbourCorrelations` returned.
 * @param slopes Filled with the derivatives where they are given and the probability is not 0.
 * @see Doob (1942), Ann Math 43:351–369 (the process); Heitjan & Rubin (1991), Ann Stat 19:2244–2253 (rounding); Louis
 * (1982), J R Stat Soc B 44:226–233, eq. 3.1 (the derivatives)
 */
export function serialLogProbability(
  scores: readonly LatentScore[],
  means: ArrayLike<number>,
  sd: number,
  correlations: readonly number[],
  slopes?: SerialSlopes,
): number {
  const links: Link[] = [];
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const innovation = innovationOf(correlations[i]!);
    const narrowest = Math.min(innovation, innovationOf(correlations[i + 1] ?? 0));
    const { lower, upper } = scores[i]!;
    const grid = gridBetween((lower - means[i]!) / sd, (upper - means[i]!) / sd, narrowest);
    const after = nextDensity(links.at(-1), grid, correlations[i]!, innovation);
    const probability = after.reduce((sum, f, k) => sum + f * grid.weights[k]!, 0);
    if (!(probability > 0)) return -Infinity;
    total += Math.log(probability);
    links.push({ grid, density: after.map((f) => f / probability), probability });
  }
  if (slopes) fillSlopes(links, sd, correlations, slopes);
  return total;
}

/** Goes back through the chain: how likely each value makes the scores after it weighs the derivatives. */
function fillSlopes(
  links: readonly Link[],
  sd: number,
  correlations: readonly number[],
  slopes: SerialSlopes,
): void {
  slopes.byMean.fill(0);
  slopes.byLogSd = -links.length;
  let later = new Float64Array(links.at(-1)?.grid.nodes.length ?? 0).fill(1);
  for (let i = links.length - 1; i >= 0; i--) {
    const innovation = innovationOf(correlations[i]!);
    const { first, second, earlier } = innovations(links[i - 1], links[i]!, later, correlations[i]!);
    slopes.byMean[i]! += first / (innovation * sd);
    if (i > 0) slopes.byMean[i - 1]! -= (correlations[i]! * first) / (innovation * sd);
    slopes.byLogSd += second;
    later = earlier;
  }
}

/**
 * Mean and mean square, given all scores, of the innovation (z − ρ z before) / √(1 − ρ²) that leads to a score.
 *
 * @param later How likely the values of this score make the later ones, over how likely these are.
 * @returns The same for the score before, too, in `earlier`.
 */
function innovations(
  before: Link | undefined,
  { grid, density, probability }: Link,
  later: Float64Array,
  correlation: number,
): { first: number; second: number; earlier: Float64Array<ArrayBuffer> } {
  const { nodes, weights } = grid;
  let first = 0;
  let second = 0;
  if (!before) {
    for (let l = 0; l < nodes.length; l++) {
      const share = density[l]! * weights[l]! * later[l]!;
      first += share * nodes[l]!;
      second += share * nodes[l]! * nodes[l]!;
    }
    return { first, second, earlier: new Float64Array(0) };
  }
  const innovation = innovationOf(correlation);
  const ahead = later.map((value, l) => (value * weights[l]!) / (innovation * probability));
  const earlier = new Float64Array(before.grid.nodes.length);
  for (let k = 0; k < earlier.length; k++) {
    const center = correlation * before.grid.nodes[k]!;
    const share = before.density[k]! * before.grid.weights[k]!;
    for (let l = 0; l < nodes.length; l++) {
      const z = (nodes[l]! - center) / innovation;
      const passing = ahead[l]! * normalDensity(z);
      earlier[k]! += passing;
      first += share * passing * z;
      second += share * passing * z * z;
    }
  }
  return { first, second, earlier };
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
  const byParameters = scores.map(() => new Float64Array(parameters.names.length));
  const slopes: SerialSlopes = { byMean: new Float64Array(scores.length), byLogSd: 0 };
  return (theta, gradient) => {
    if (!aboveFloor(parameters, theta, floor)) return -Infinity;
    curve.set(theta);
    for (let i = 0; i < means.length; i++) means[i] = curve.at(elapsed[i]!, 0, gradient && byParameters[i]);
    const sd = Math.exp(theta[parameters.residualSd]!);
    const value = serialLogProbability(scores, means, sd, correlations, gradient && slopes);
    if (!gradient || value === -Infinity) return value;
    for (let i = 0; i < means.length; i++) {
      const byMean = slopes.byMean[i]!;
      for (let k = 0; k < gradient.length; k++) gradient[k]! += byMean * byParameters[i]![k]!;
    }
    gradient[parameters.residualSd]! += slopes.byLogSd;
    return value;
  };
}

/** Density of the next deviation, given the one before and all scores so far. */
function nextDensity(
  before: Link | undefined,
  { nodes }: Grid,
  correlation: number,
  innovation: number,
): Float64Array<ArrayBuffer> {
  if (!before) return Float64Array.from(nodes, (node) => normalDensity(node));
  const { grid, density } = before;
  const shares = density.map((f, k) => (f * grid.weights[k]!) / innovation);
  return Float64Array.from(nodes, (node) => {
    let sum = 0;
    for (let k = 0; k < shares.length; k++) {
      sum += shares[k]! * normalDensity((node - correlation * grid.nodes[k]!) / innovation);
    }
    return sum;
  });
}
