import { effectiveSampleSize } from "../../math/importance/effective-sample-size.ts";
import { type LogMeanWeight, logMeanWeight } from "../../math/importance/log-mean-weight.ts";
import { normalizedWeights } from "../../math/importance/normalized-weights.ts";
import { paretoSmoothedWeights } from "../../math/importance/pareto-smoothing.ts";
import type { Objective } from "../interval-method.ts";
import { evenPoints } from "./even-points.ts";
import { mixtureLogDensity, type Proposal } from "./proposal-mixture.ts";

/** Weighted draws of the working parameters. */
export interface WeightedDraws {
  dimension: number;
  nDraws: number;
  /** By rows, nDraws × dimension. */
  values: Float64Array;
  /** Pareto-smoothed, adding to 1 but for the negligible ones, which are 0. */
  weights: Float64Array;
  /** True where the target itself was drawn from, so that no weight can mislead; absent for importance sampling. */
  exact?: boolean;
  /** k̂; null where the weights' tail has no shape. */
  paretoShape: number | null;
  effectiveSampleSize: number;
  /** ln of the marginal likelihood. */
  logMarginal: LogMeanWeight;
}

/** Draws of less than this share of a usual weight count for nothing, and nothing is computed for them. */
const NEGLIGIBLE = 1e-7;

/** Draws that can be added to. */
export interface DrawCollector {
  /** Draws from each proposal, and weighs these draws against the mixture of them all. */
  add(proposals: readonly Proposal[]): void;
  summarize(): WeightedDraws;
}

/**
 * Collects draws from proposals, weighed by target/mixture of the proposals they were added with.
 *
 * @param objective −ln of the target density.
 * @see Owen & Zhou (2000), J Am Stat Assoc 95:135–143, section 3. doi:10.1080/01621459.2000.10473909
 */
export function drawCollector(objective: Objective, dimension: number, seed: number): DrawCollector {
  let n = 0;
  let nSets = 0;
  let values = new Float64Array(0);
  let logWeights = new Float64Array(0);
  let summary: WeightedDraws | null = null;
  return {
    add(proposals) {
      summary = null;
      const from = n;
      n += proposals.reduce((sum, { nDraws }) => sum + nDraws, 0);
      values = lengthened(values, n * dimension);
      logWeights = lengthened(logWeights, n);
      const drawn = values.subarray(from * dimension);
      draw(proposals, dimension, seed, nSets, drawn);
      nSets += proposals.length;
      weigh(proposals, objective, dimension, drawn, logWeights.subarray(from));
    },
    summarize() {
      if (summary) return summary;
      const smoothed = paretoSmoothedWeights(logWeights);
      const weights = normalizedWeights(smoothed.logWeights);
      for (let i = 0; i < n; i++) if (weights[i]! * n < NEGLIGIBLE) weights[i] = 0;
      summary = {
        dimension,
        nDraws: n,
        values,
        weights,
        paretoShape: smoothed.shape,
        effectiveSampleSize: effectiveSampleSize(weights),
        logMarginal: logMeanWeight(smoothed.logWeights),
      };
      return summary;
    },
  };
}

/** Copies a row of a matrix into an array of its length: a view of each row would cost more than what is done with it. */
export function copyRow(values: Float64Array, row: number, out: Float64Array): void {
  const from = row * out.length;
  for (let j = 0; j < out.length; j++) out[j] = values[from + j]!;
}

function lengthened(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const longer = new Float64Array(length);
  longer.set(array);
  return longer;
}

function draw(
  proposals: readonly Proposal[],
  dimension: number,
  seed: number,
  firstIndex: number,
  values: Float64Array,
): void {
  const theta = new Float64Array(dimension);
  let row = 0;
  proposals.forEach(({ law, nDraws }, k) => {
    const { nUniforms } = law;
    const uniforms = new Float64Array(nUniforms);
    const points = evenPoints(nDraws, nUniforms, seed, firstIndex + k);
    for (let i = 0; i < nDraws; i++, row++) {
      copyRow(points, i, uniforms);
      law.at(uniforms, theta);
      for (let j = 0; j < dimension; j++) values[row * dimension + j] = theta[j]!;
    }
  });
}

/** ln(target / mixture) of every draw. */
function weigh(
  proposals: readonly Proposal[],
  objective: Objective,
  dimension: number,
  values: Float64Array,
  logWeights: Float64Array,
): void {
  const logDensity = mixtureLogDensity(proposals);
  const theta = new Float64Array(dimension);
  for (let i = 0; i < logWeights.length; i++) {
    copyRow(values, i, theta);
    logWeights[i] = -objective(theta) - logDensity(theta);
  }
}
