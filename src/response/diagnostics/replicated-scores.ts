import type { RandomStream } from "../../math/random/random-stream.ts";
import type { Score } from "../../schema/patient.ts";
import type { Scale } from "../../schema/scale.ts";
import type { SampledModel } from "../comparison/sampled-model.ts";
import { expectedScore } from "../likelihood/curve-likelihood.ts";
import type { TimeBlock } from "../likelihood/possible-times.ts";
import type { ErrorTerm, LatentScore } from "../likelihood/score-errors.ts";

/** The scores at one draw of the posterior, and scores made up in their place. */
export interface Replicate {
  /** Expected scores, on the days that were drawn where days are known by bounds. */
  means: Float64Array;
  sd: number;
  /** The patient's own; a range is drawn within, so that each is one score on the scale. */
  observed: Float64Array;
  replicated: Float64Array;
}

/** Makes up scores at working parameters; the same object at every call. */
export type Replicator = (theta: ArrayLike<number>, stream: RandomStream) => Replicate;

/**
 * Compiles the replication of a patient's scores: latent normal scores around the curve, rounded to the scale and kept
 * within it. What is not known of the patient's own scores, their days and the value within a range, is drawn given the
 * parameters and the scores, so that both data sets are equally complete.
 *
 * @see Gelman, Van Mechelen, Verbeke, Heitjan & Meulders (2005), Biometrics 61:74–85 (checks of completed data).
 * doi:10.1111/j.0006-341X.2005.031010.x
 */
export function scoreReplicator({ data, patient }: SampledModel): Replicator {
  const { blocks, scores, parameters, errors } = data;
  const nCourses = parameters.courses.length;
  const curve = expectedScore(data.model, parameters, data.floor);
  const term: ErrorTerm = { logDensity: 0, byMean: 0, byLogSd: 0 };
  const { scale } = patient;
  const values = patient.scores.map((score) => possibleValues(score, scale));
  const latent = values.map((row) => row.map((value) => latentScore(value, scale)));
  const n = scores.length;
  const out: Replicate = {
    means: new Float64Array(n),
    sd: 0,
    observed: new Float64Array(n),
    replicated: new Float64Array(n),
  };
  const logDensity = (score: LatentScore, mean: number): number => {
    errors.term(score, mean, out.sd, term);
    return term.logDensity;
  };
  const logNodeWeight = (block: TimeBlock, node: number): number => {
    const { weight, elapsed } = block.nodes[node]!;
    return block.scores.reduce(
      (sum, i, k) => sum + logDensity(scores[i]!, curve.at(elapsed, k * nCourses)),
      Math.log(weight),
    );
  };

  return (theta, stream) => {
    curve.set(theta);
    out.sd = Math.exp(theta[parameters.residualSd]!);
    for (const block of blocks) {
      const node = drawIndex(block.nodes.length, (k) => logNodeWeight(block, k), stream);
      const { elapsed } = block.nodes[node]!;
      block.scores.forEach((i, k) => {
        const mean = curve.at(elapsed, k * nCourses);
        const choices = latent[i]!;
        out.means[i] = mean;
        out.observed[i] =
          values[i]![drawIndex(choices.length, (v) => logDensity(choices[v]!, mean), stream)]!;
        out.replicated[i] = roundToScale(mean + out.sd * stream.normal(), scale);
      });
    }
    return out;
  };
}

/** An index drawn in proportion to weights given by their logarithms; no number is drawn where there is no choice. */
function drawIndex(n: number, logWeight: (index: number) => number, stream: RandomStream): number {
  if (n === 1) return 0;
  const logs = Array.from({ length: n }, (_, k) => logWeight(k));
  const highest = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - highest));
  const drawn = stream.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  let reached = 0;
  for (let k = 0; k < n; k++) {
    reached += weights[k]!;
    if (reached >= drawn) return k;
  }
  return n - 1;
}

/** Every score on the scale that a score may have been. */
function possibleValues({ lower, upper }: Score, { step }: Scale): number[] {
  const n = Math.round((upper - lower) / step) + 1;
  return Array.from({ length: n }, (_, k) => Number((lower + k * step).toPrecision(12)));
}

function latentScore(value: number, { minimum, maximum, step }: Scale): LatentScore {
  return {
    lower: value <= minimum ? -Infinity : value - 0.5 * step,
    upper: value >= maximum ? Infinity : value + 0.5 * step,
    middle: value,
  };
}

/** The score that a latent one is read as. */
function roundToScale(latent: number, { minimum, maximum, step }: Scale): number {
  const within = Math.min(maximum, Math.max(minimum, latent));
  return Number((minimum + step * Math.round((within - minimum) / step)).toPrecision(12));
}
