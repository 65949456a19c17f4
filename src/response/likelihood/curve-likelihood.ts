import { type ReliefGradient, reliefGradient } from "../quantities/relief-gradient.ts";
import type { ResponseModel } from "../response-model.ts";
import { aboveFloor, toNatural, type WorkingParameters } from "../working-parameters.ts";
import type { TimeBlock } from "./possible-times.ts";
import type { ErrorTerm, LatentScore, ScoreErrors } from "./score-errors.ts";
import { untreatedLevel } from "./untreated-level.ts";

/** What the likelihood of one patient's scores is made of. */
export interface CurveData {
  model: ResponseModel;
  errors: ScoreErrors;
  parameters: WorkingParameters;
  scores: readonly LatentScore[];
  blocks: readonly TimeBlock[];
  /** Floor of the scale, from which relief is measured. */
  floor: number;
}

/** ln of the likelihood; adds its derivatives by the working parameters to `gradient`, where it is given. */
export type LogLikelihood = (theta: Float64Array, gradient?: Float64Array) => number;

/** The expected score under all courses: a + (B(t) − a) Π (1 − r_j(t − s_j)), B(t) the level without treatment. */
export interface ExpectedScore {
  /** Sets the parameters for the calls that follow. */
  set(theta: ArrayLike<number>): void;
  /**
   * @param elapsed Days since each course, from `offset` on.
   * @param slope Filled with the derivatives by the working parameters, where it is given.
   */
  at(elapsed: ArrayLike<number>, offset: number, slope?: Float64Array): number;
  /** The expected score on the same day without treatment. */
  untreated(elapsed: ArrayLike<number>, offset: number): number;
}

/** Product of all factors but one. */
function product(factors: Float64Array, without: number): number {
  let result = 1;
  for (let j = 0; j < factors.length; j++) if (j !== without) result *= factors[j]!;
  return result;
}

/** Compiles the expected score of a model with any number of courses. */
export function expectedScore(
  model: ResponseModel,
  parameters: WorkingParameters,
  floor: number,
): ExpectedScore {
  const relief: ReliefGradient = reliefGradient(model);
  const nCourses = parameters.courses.length;
  const size = model.parameters.length;
  const natural = parameters.courses.map(() => new Float64Array(size));
  const kept = new Float64Array(nCourses);
  const slopes = parameters.courses.map(() => new Float64Array(size + 1));
  const level = untreatedLevel(parameters);
  const allKept = (elapsed: ArrayLike<number>, offset: number): number => {
    let share = 1;
    for (let j = 0; j < nCourses; j++) {
      const t = elapsed[offset + j]!;
      if (t > 0) share *= 1 - model.relief(t, natural[j]!);
    }
    return share;
  };
  return {
    set(theta) {
      level.set(theta);
      for (let j = 0; j < nCourses; j++) {
        for (let k = 0; k < size; k++) {
          natural[j]![k] = toNatural(model.parameters[k]!, theta[parameters.courses[j]![k]!]!);
        }
      }
    },
    at(elapsed, offset, slope) {
      const height = level.at(elapsed, offset) - floor;
      if (!slope) return floor + height * allKept(elapsed, offset);
      slope.fill(0);
      for (let j = 0; j < nCourses; j++) {
        const t = elapsed[offset + j]!;
        kept[j] = t > 0 ? 1 - relief(t, natural[j]!, slopes[j]!) : 1;
      }
      for (let j = 0; j < nCourses; j++) {
        if (!(elapsed[offset + j]! > 0)) continue;
        const share = -height * product(kept, j);
        for (let k = 0; k < size; k++) slope[parameters.courses[j]![k]!]! += share * slopes[j]![k]!;
      }
      const share = product(kept, -1);
      level.addSlope(share, slope);
      return floor + height * share;
    },
    untreated: level.at,
  };
}

/**
 * Compiles the log-likelihood of the scores, averaged over the times they may have had.
 *
 * @returns A function of the working parameters that returns −∞ where a baseline is not above the floor.
 */
export function curveLikelihood(data: CurveData): LogLikelihood {
  const { parameters, scores, blocks, errors } = data;
  const nCourses = parameters.courses.length;
  const n = parameters.names.length;
  const curve = expectedScore(data.model, parameters, data.floor);
  const slope = new Float64Array(n);
  const term: ErrorTerm = { logDensity: 0, byMean: 0, byLogSd: 0 };

  function atNode(block: TimeBlock, elapsed: Float64Array, sd: number, gradient?: Float64Array): number {
    let sum = 0;
    for (let i = 0; i < block.scores.length; i++) {
      const mean = curve.at(elapsed, i * nCourses, gradient && slope);
      errors.term(scores[block.scores[i]!]!, mean, sd, term);
      sum += term.logDensity;
      if (!gradient) continue;
      for (let k = 0; k < n; k++) gradient[k]! += term.byMean * slope[k]!;
      gradient[parameters.residualSd]! += term.byLogSd;
    }
    return sum;
  }

  return (theta, gradient) => {
    if (!aboveFloor(parameters, theta, data.floor)) return -Infinity;
    curve.set(theta);
    const sd = Math.exp(theta[parameters.residualSd]!);
    let total = 0;
    for (const block of blocks) {
      if (block.nodes.length === 1) total += atNode(block, block.nodes[0]!.elapsed, sd, gradient);
      else total += mixture(block, n, (elapsed, own) => atNode(block, elapsed, sd, own), gradient);
    }
    return total;
  };
}

/** ln Σ w exp(l), with its gradient: the weighted mean over the nodes, safe from underflow. */
function mixture(
  block: TimeBlock,
  n: number,
  logLikelihood: (elapsed: Float64Array, own?: Float64Array) => number,
  gradient?: Float64Array,
): number {
  const average = new Float64Array(gradient ? n : 0);
  const own = gradient && new Float64Array(n);
  let highest = -Infinity;
  let sum = 0;
  for (const { weight, elapsed } of block.nodes) {
    own?.fill(0);
    const value = Math.log(weight) + logLikelihood(elapsed, own);
    if (value > highest) {
      const shrink = Math.exp(highest - value);
      sum *= shrink;
      for (let k = 0; k < average.length; k++) average[k]! *= shrink;
      highest = value;
    }
    const share = Math.exp(value - highest);
    sum += share;
    if (own) for (let k = 0; k < n; k++) average[k]! += share * own[k]!;
  }
  if (gradient) for (let k = 0; k < n; k++) gradient[k]! += average[k]! / sum;
  return highest + Math.log(sum);
}
