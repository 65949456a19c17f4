import { aboveFloor } from "../working-parameters.ts";
import { type CurveData, type ExpectedScore, expectedScore } from "./curve-likelihood.ts";
import type { TimeBlock, TimeNode } from "./possible-times.ts";
import type { ErrorTerm, LatentScore, ScoreErrors } from "./score-errors.ts";

/**
 * ln of the probability that each score is what a reading says, given the parameters and, where days are averaged over,
 * the other scores of its block.
 *
 * @param out Filled by rows, one row of n scores for each reading.
 */
export type PointwiseLikelihood = (theta: ArrayLike<number>, out: Float64Array) => void;

/**
 * Compiles the likelihood score by score.
 *
 * Scores on known days stand for themselves. Within a block averaged over days it is
 * ln Σ w exp(Σ_{j ≠ i} l_j + r_i) − ln Σ w exp(Σ_{j ≠ i} l_j) with l the log-likelihoods of the scores as they are and r
 * that of the reading: p(y_i | θ, y_−i), which leave-one-out needs, not p(y_i | θ).
 *
 * @param readings Sets of readings, n latent scores each: the scores themselves, or other intervals in their place, empty
 * ones beyond the ends of the scale among them.
 * @returns A function that gives −∞ throughout where a baseline is not above the floor.
 * @see Bürkner, Gabry & Vehtari (2021), Comput Stat 36:1243–1261, section 2 (data that hang together).
 * doi:10.1007/s00180-020-01045-4
 */
export function pointwiseLikelihood(
  data: CurveData,
  readings: readonly (readonly LatentScore[])[],
): PointwiseLikelihood {
  const { parameters, blocks, scores, floor } = data;
  const n = scores.length;
  const curve = expectedScore(data.model, parameters, floor);
  const read = blocks.map((block) =>
    block.nodes.length === 1
      ? knownTimes(data, block, readings, curve)
      : averagedTimes(data, block, readings, curve),
  );
  return (theta, out) => {
    out.fill(-Infinity);
    if (!aboveFloor(parameters, theta, floor)) return;
    curve.set(theta);
    const sd = Math.exp(theta[parameters.residualSd]!);
    for (let b = 0; b < read.length; b++) read[b]!(sd, n, out);
  };
}

/** Fills in what is known of one block, at the parameters that the curve has. */
type BlockReader = (sd: number, n: number, out: Float64Array) => void;

/** Scores on known days: each stands for itself. */
function knownTimes(
  { errors, parameters }: CurveData,
  { scores: members, nodes }: TimeBlock,
  readings: readonly (readonly LatentScore[])[],
  curve: ExpectedScore,
): BlockReader {
  const nCourses = parameters.courses.length;
  const logProbability = logProbabilityBy(errors);
  const { elapsed } = nodes[0]!;
  return (sd, n, out) => {
    for (let k = 0; k < members.length; k++) {
      const score = members[k]!;
      const mean = curve.at(elapsed, k * nCourses);
      for (let r = 0; r < readings.length; r++) {
        out[r * n + score] = logProbability(readings[r]![score]!, mean, sd);
      }
    }
  };
}

/** ln of a reading's probability; −∞ of an empty one. */
function logProbabilityBy(errors: ScoreErrors): (reading: LatentScore, mean: number, sd: number) => number {
  const term: ErrorTerm = { logDensity: 0, byMean: 0, byLogSd: 0 };
  return (reading, mean, sd) => {
    if (reading.upper === -Infinity || reading.lower === Infinity) return -Infinity;
    errors.term(reading, mean, sd, term);
    return term.logDensity;
  };
}

/** The data as far as one score and those that hang together with it go: all that its own likelihood needs. */
export function dataAround(data: CurveData, score: number): CurveData {
  return { ...data, blocks: data.blocks.filter(({ scores }) => scores.includes(score)) };
}

/** Log-likelihoods of the scores of a block at one set of times, as they are and under each reading. */
interface NodeTerms {
  own: Float64Array;
  read: Float64Array[];
}

/** Scores that hang together, averaged over the times they may have had. */
function averagedTimes(
  { errors, parameters, scores }: CurveData,
  block: TimeBlock,
  readings: readonly (readonly LatentScore[])[],
  curve: ExpectedScore,
): BlockReader {
  const nCourses = parameters.courses.length;
  const { nodes, scores: members } = block;
  const logProbability = logProbabilityBy(errors);
  // Filled anew at every set of parameters.
  const terms = nodes.map((): NodeTerms => {
    const own = new Float64Array(members.length);
    return { own, read: readings.map(() => new Float64Array(members.length)) };
  });
  const fill = ({ elapsed }: TimeNode, sd: number, { own, read }: NodeTerms): void => {
    for (let k = 0; k < members.length; k++) {
      const score = members[k]!;
      const mean = curve.at(elapsed, k * nCourses);
      own[k] = logProbability(scores[score]!, mean, sd);
      for (let r = 0; r < readings.length; r++) {
        const reading = readings[r]![score]!;
        read[r]![k] = reading === scores[score] ? own[k]! : logProbability(reading, mean, sd);
      }
    }
  };
  return (sd, n, out) => {
    for (let node = 0; node < nodes.length; node++) fill(nodes[node]!, sd, terms[node]!);
    for (let k = 0; k < members.length; k++) {
      for (let r = 0; r < readings.length; r++) out[r * n + members[k]!] = conditional(nodes, terms, k, r);
    }
  };
}

/** ln of the mean probability of a reading over the nodes, weighed by how likely they make the other scores. */
function conditional(nodes: readonly TimeNode[], terms: readonly NodeTerms[], k: number, r: number): number {
  const others = terms.map(({ own }, node) => {
    let sum = Math.log(nodes[node]!.weight);
    for (let j = 0; j < own.length; j++) if (j !== k) sum += own[j]!;
    return sum;
  });
  const highest = Math.max(...others);
  if (highest === -Infinity) return -Infinity;
  let total = 0;
  for (const value of others) total += Math.exp(value - highest);
  const joint = terms.map(({ read }, node) => others[node]! + read[r]![k]!);
  const peak = Math.max(...joint);
  if (peak === -Infinity) return -Infinity;
  let shared = 0;
  for (const value of joint) shared += Math.exp(value - peak);
  return peak - highest + Math.log(shared / total);
}
